// npm run test:bugs [-- number …]: puts each bug of bugs.ts into a copy of the sources, and expects tests of the client to fail.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { BUGS, type Bug } from './bugs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copies = join(root, '.output/bugs');
/** Without a bug it takes 10 to 30 s. */
const LONGEST_MS = 120_000;

interface Report {
  testResults: { message: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** The names of the tests that fail with the sources of a package at `sources`. */
async function failing(mutated: string, sources: string): Promise<string[]> {
  const report = join(copies, 'report.json');
  await rm(report, { force: true });
  const vitest = spawn('vitest', ['run', '--config', '.config/mutation.config.ts', '--bail=1', '--reporter=json', `--outputFile=${report}`], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, MUTATE: mutated, MUTANT: `${sources}/` },
  });
  const timer = setTimeout(() => vitest.kill('SIGKILL'), LONGEST_MS);
  const [, signal] = (await once(vitest, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  if (signal) return ['the tests do not end'];
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'failed');
  // Those that were bailed out of have failed, too, and say nothing.
  const unread = failed.length ? undefined : testResults.find(({ status }) => status === 'failed');
  if (unread) throw new Error(`The tests cannot be read: ${unread.message}`);
  return failed.map(({ fullName }) => fullName);
}

async function putIn({ package: mutated = 'client', file, from, to }: Bug): Promise<string> {
  const sources = join(copies, mutated);
  await rm(sources, { recursive: true, force: true });
  await cp(join(root, `packages/${mutated}/src`), sources, { recursive: true });
  // What they import is found from there.
  await symlink(join(root, `packages/${mutated}/node_modules`), join(sources, 'node_modules')).catch(() => undefined);
  const text = await readFile(join(sources, file), 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has ${text.split(from).length - 1} places that read "${from}", and one was expected.`);
  await writeFile(join(sources, file), text.replace(from, () => to));
  return sources;
}

const chosen = process.argv.slice(2).map(Number);
await mkdir(copies, { recursive: true });
let missed = 0;
// Without any bug they pass, or a failure would prove nothing.
const before = await failing('client', join(root, 'packages/client/src'));
if (before.length) throw new Error(`Without a bug, tests fail already: ${before.join('; ')}`);
for (const bug of BUGS) {
  if (chosen.length && !chosen.includes(bug.bug)) continue;
  const [first] = await failing(bug.package ?? 'client', await putIn(bug));
  if (!first) missed++;
  console.log(`${first ? '✓' : '✗'} ${bug.bug} ${bug.what}: ${first ?? 'no test fails'}`);
}
console.log(missed ? `${missed} bugs are not found.` : 'Every bug is found.');
process.exitCode = missed ? 1 : 0;
