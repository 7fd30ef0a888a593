// npm run bench [-- name …]: every figure is a ratio to something bare that is measured in the same run, in turn with it.
// The page drives itself and posts its result: a debugger on the other end of the browser would slow it down.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

import { chromiumFlags, requireChromium } from '../../.config/find-chromium.ts';

/** What a bench page posts: medians in milliseconds. */
interface Result {
  ours: string;
  bare: string;
  oursMs: number;
  bareMs: number;
  rounds: number;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const all = ['client', 'surveys'];
const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}". There are: ${all.join(', ')}.`);
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'askwell-bench-'));
try {
  for (const name of chosen.length ? chosen : all) {
    const { ours, bare, oursMs, bareMs, rounds } = await run(name);
    const ratio = (oursMs / bareMs).toFixed(2);
    console.log(`${name}: ${ours} ${oursMs.toFixed(2)} ms, ${bare} ${bareMs.toFixed(2)} ms: ratio ${ratio} (medians of ${rounds})`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(name: string): Promise<Result> {
  const output = join(folder, name);
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    build: { outDir: output, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: join(here, `${name}.ts`), output: { entryFileNames: 'bench.js' } } },
  });
  const posted = Promise.withResolvers<Result>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === '/') response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title><script type="module" src="/bench.js"></script>');
    else if (path === '/result') {
      posted.resolve(JSON.parse(await bodyOf(request)) as Result);
      response.end();
    } else if (request.method === 'POST') {
      await bodyOf(request);
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    } else if (extname(path) === '.js') {
      response.setHeader('content-type', 'text/javascript').end(await readFile(join(output, path)));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = spawn(
    requireChromium(),
    [...chromiumFlags, '--headless', `--user-data-dir=${join(output, 'profile')}`, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`],
    { stdio: 'ignore' },
  );
  browser.once('exit', (code) => posted.reject(new Error(`The browser ended with code ${code} before the bench "${name}" was done.`)));
  const limit = setTimeout(() => posted.reject(new Error(`The bench "${name}" did not end within two minutes.`)), 120_000);
  try {
    return await posted.promise;
  } finally {
    clearTimeout(limit);
    browser.removeAllListeners('exit').kill();
    await new Promise((resolve) => browser.once('exit', resolve));
    server.closeAllConnections();
    server.close();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
