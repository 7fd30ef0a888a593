// Installs what is missing, on a machine that has Node >= 20.19 and nothing else. No dependencies of its own.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PNPM = '12.21.0';
const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.askwell-bootstrap`;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Askwell needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`);
  process.exit(1);
}

const hash = createHash('sha256').update(`${PNPM} ${process.platform} ${process.arch}`);
for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(root + file));
const key = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== key) {
  console.log('Installing dependencies (once, about a minute) …');
  const install = spawnSync('npx', ['--yes', `pnpm@${PNPM}`, 'install', '--frozen-lockfile', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: process.env.CI ?? '1', npm_config_loglevel: 'error' },
  });
  if (install.status !== 0) {
    console.error('The install failed. Check the network and the messages above, then run the same command again.');
    process.exit(install.status ?? 1);
  }
  writeFileSync(stamp, key);
}
