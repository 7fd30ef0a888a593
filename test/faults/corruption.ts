import { randomBytes } from 'node:crypto';
import { mkdir, open as openFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { open, within, withFolder, type Engine } from './browsers.ts';
import type { Receiver } from './receiver.ts';
import type { Result } from './summary.ts';
import { Trial } from './trial.ts';

export interface CorruptionResult extends Result {
  damage: string;
}

type Damage = (file: string) => Promise<void>;

async function overwrite(file: string, from: number, bytes: number): Promise<void> {
  const handle = await openFile(file, 'r+');
  await handle.write(randomBytes(bytes), 0, bytes, from);
  await handle.close();
}

const half: Damage = async (file) => truncate(file, Math.floor((await stat(file)).size / 2));
const empty: Damage = (file) => truncate(file, 0);
const gone: Damage = (file) => rm(file, { recursive: true });
const garbage: Damage = async (file) => overwrite(file, 0, Math.min(512, (await stat(file)).size));
const hole: Damage = async (file) => overwrite(file, Math.floor((await stat(file)).size / 3), 64);
const file: Damage = async (folder) => (await gone(folder), writeFile(folder, 'not a folder'));
const folder: Damage = async (name) => (await gone(name), void (await mkdir(name)));

/** What happens to which files of a profile. */
const SQLITE: readonly [name: string, damage: Damage][] = [['half of it', half], ['nothing in it', empty], ['no file', gone], ['garbage for a head', garbage], ['a hole', hole], ['a folder in its place', folder]];
const IN_SQLITE = (where: RegExp): [name: string, files: RegExp, damage: Damage][] => SQLITE.map(([name, damage]) => [name, where, damage]);
const DAMAGES: Record<Engine, [name: string, files: RegExp, damage: Damage][]> = {
  chromium: [
    ['half of the log', /\.indexeddb\.leveldb\/\d+\.log$/, half],
    ['a hole in the log', /\.indexeddb\.leveldb\/\d+\.log$/, hole],
    ['garbage for a manifest', /\.indexeddb\.leveldb\/MANIFEST-\d+$/, garbage],
    ['no CURRENT', /\.indexeddb\.leveldb\/CURRENT$/, gone],
    ['garbage for CURRENT', /\.indexeddb\.leveldb\/CURRENT$/, garbage],
    ['a file for a folder', /\.indexeddb\.leveldb$/, file],
  ],
  firefox: IN_SQLITE(/\/idb\/\w+\.sqlite$/),
  webkit: IN_SQLITE(/\/IndexedDB\.sqlite3$/),
};

/** Damages the files of IndexedDB below a profile. */
async function corrupt(profile: string, files: RegExp, damage: Damage): Promise<void> {
  const found = (await readdir(profile, { recursive: true })).map((name) => join(profile, name)).filter((name) => files.test(name));
  if (!found.length) throw new Error(`No file of IndexedDB is ${String(files)}`);
  for (const each of found) await damage(each);
  // What was not yet in the file itself would heal it.
  for (const each of found) await rm(`${each}-wal`, { force: true });
}

async function surviveDamage(receiver: Receiver, engine: Engine, [damage, files, apply]: (typeof DAMAGES)[Engine][number], seed: number): Promise<CorruptionResult> {
  const trial = new Trial(`corruption-${seed}`);
  receiver.trials.set(trial.name, trial);
  const url = (more: Record<string, string>): string => `${receiver.origins[0]}/kill.html?${new URLSearchParams({ trial: trial.name, ...more })}`;
  let error: string | undefined;
  try {
    await withFolder(async (profile) => {
      trial.react = () => '500';
      const before = await open(engine, profile, [url({ answers: '3', mode: 'stored', told: 'all' })]);
      await within(30_000, 'three promises', trial.arrived.promise).finally(() => before.quit());
      await corrupt(profile, files, apply);
      trial.react = () => 'ok';
      const after = await open(engine, profile, [url({ do: 'both', answers: '1', mode: 'stored' })]);
      await within(40_000, 'draining', trial.drained.promise).finally(() => after.kill());
    });
    if (trial.submitted.size !== 4) throw new Error(`${trial.submitted.size} of 4 were submitted`);
  } catch (thrown) {
    error = String(thrown);
  }
  receiver.trials.delete(trial.name);
  return {
    seed, damage, promised: trial.promised.size, stored: trial.stored.size, redelivered: trial.redelivered,
    lost: trial.lost(), twice: [...trial.twice], ...(error && { error }),
  };
}

/** Damages what IndexedDB has on the disk while three answers wait, and looks what the next visit can still do. */
export async function surviveCorruption(receiver: Receiver, engine: Engine, count: number, seed: number, onResult: (result: CorruptionResult) => void): Promise<void> {
  for (let index = 0; index < count; index++) onResult(await surviveDamage(receiver, engine, DAMAGES[engine][index % 6]!, seed + index));
}
