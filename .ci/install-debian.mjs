// Installs Debian packages that are missing. As a script: those of its arguments.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export const canInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

const missing = (names) =>
  names.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], { encoding: 'utf8' });
    return stdout !== 'installed';
  });

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** Whether all of these are installed in the end. */
export async function installDebian(...names) {
  const wanted = missing(names);
  if (wanted.length === 0) return true;
  if (!canInstall()) {
    console.error(`Missing: ${wanted.join(' ')}. On Debian, as root: apt-get install ${wanted.join(' ')}`);
    return false;
  }
  console.log(`Installing ${wanted.join(' ')} (once) …`);
  // apt-get update does not wait for the lock of another.
  for (let attempt = 1; !apt('update') && attempt < 10; attempt++) await sleep(attempt * 2000);
  return apt('install', '--yes', '--no-install-recommends', ...wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await installDebian(...process.argv.slice(2))) ? 0 : 1;
}
