import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { AskwellError } from '@askwell/core';

const heldHere = new Set<string>();

/**
 * Keeps other processes from a data folder by a file `<folder>.lock` beside it, which names this process.
 * The lock of a process that no longer runs is taken over. Returns what releases it; throws `data-in-use`.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = `${dataDir}.lock`;
  if (heldHere.has(file)) throw inUse(dataDir, file, process.pid);
  if (!create(file)) {
    const owner = ownerOf(file);
    // Our own number in a lock that we do not hold: an earlier process had it, as after a restart in a container.
    if (owner !== undefined && owner !== process.pid && isRunning(owner)) throw inUse(dataDir, file, owner);
    takeAway(file, owner);
    if (!create(file)) throw inUse(dataDir, file, ownerOf(file));
  }
  heldHere.add(file);
  return () => {
    heldHere.delete(file);
    rmSync(file, { force: true });
  };
}

function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new AskwellError('storage', `The lock file ${file} cannot be written: ${String(error)}`, { file });
  }
}

function ownerOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Moves the stale lock out of the way, unless another process has replaced it by its own in the meantime. */
function takeAway(file: string, owner: number | undefined): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (ownerOf(aside) !== owner) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(dataDir: string, file: string, pid: number | undefined): AskwellError {
  return new AskwellError(
    'data-in-use',
    `The data in ${dataDir} is in use by process ${pid ?? 'unknown'}. Stop that process first; if it has nothing to do with Askwell, delete ${file}.`,
    { dataDir, pid },
  );
}
