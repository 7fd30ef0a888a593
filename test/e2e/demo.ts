import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The demo as `npm start` runs it, with data of its own. */
export interface Demo {
  url: string;
  stop(): Promise<void>;
}

/** Starts the built demo on a free port and waits for its address. */
export async function startDemo(): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), 'askwell-e2e-'));
  const server = spawn(process.execPath, ['demo/dist/server/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: '0', ASKWELL_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    url: await address(server),
    async stop() {
      server.kill('SIGINT');
      if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
      await rm(data, { recursive: true, force: true });
    },
  };
}

function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout!.on('data', (chunk: Buffer) => {
      printed += String(chunk);
      const found = /Askwell is at (http:\S+?)\/ /.exec(printed);
      if (found) resolve(found[1]!);
    });
    server.once('exit', (code) => reject(new Error(`The demo ended with code ${code} before it printed its address:\n${printed}`)));
  });
}
