#!/usr/bin/env node
// Starts the command line of this very version. A page must not install it, so it is no dependency: where it is not
// installed beside, npx fetches it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const args = process.argv.slice(2);
const cli = await import('@askwell/cli').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
});

if (cli?.VERSION === version) {
  process.exitCode = await cli.main(args, process);
} else {
  // On Windows npx is a script, which needs a shell, and that splits what is not in quotation marks.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npx', ['--yes', `@askwell/cli@${version}`, ...(shell ? args.map((arg) => JSON.stringify(arg)) : args)], { stdio: 'inherit', shell });
  if (error) console.error(`npx could not be started (${error.message}). Install @askwell/cli@${version} and try again.`);
  process.exitCode = status ?? 1;
}
