import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { AskwellError } from '@askwell/core';

import { createTables } from './create-tables.js';
import { lockDataDir } from './lock-data-dir.js';
import { putRecords } from './put-records.js';
import { readSummary } from './read-summary.js';
import type { Store } from './store.js';

/**
 * Opens a store on PGlite, a PostgreSQL inside this process.
 *
 * `dataDir` is the folder of its files, made when missing; without it the data lives in memory only. Rejects with
 * `data-in-use` when another process has the folder open, and with `storage` when the folder cannot be read.
 */
export async function openPgliteStore({ dataDir }: { dataDir?: string } = {}): Promise<Store> {
  const unlock = dataDir === undefined ? () => {} : await lock(resolve(dataDir));
  let db: PGlite | undefined;
  try {
    db = await PGlite.create(dataDir === undefined ? {} : { dataDir: resolve(dataDir) });
    await createTables(db);
  } catch (error) {
    await db?.close();
    unlock();
    if (error instanceof AskwellError) throw error;
    throw new AskwellError('storage', `The data in ${dataDir ?? 'memory'} cannot be opened: ${String(error)}`, { dataDir, cause: error });
  }
  return storeOn(db, unlock);
}

async function lock(dataDir: string): Promise<() => void> {
  await mkdir(dirname(dataDir), { recursive: true });
  return lockDataDir(dataDir);
}

function storeOn(db: PGlite, unlock: () => void): Store {
  const projects = new Set<string>();
  let closing: Promise<void> | undefined;

  const assertOpen = () => {
    if (closing) throw new AskwellError('closed', 'The store is closed.');
  };

  return {
    async hasProject(project) {
      assertOpen();
      if (projects.has(project)) return true;
      const { rows } = await db.query('select from projects where id = $1', [project]);
      if (rows.length > 0) projects.add(project);
      return rows.length > 0;
    },

    async put(project, records) {
      assertOpen();
      return db.transaction((transaction) => putRecords(transaction, project, records));
    },

    async summary(project, query) {
      assertOpen();
      return readSummary(db, project, query);
    },

    close() {
      closing ??= (async () => {
        try {
          // Queues behind what is under way, which PGlite's own close does not wait for.
          await db.exec('checkpoint');
        } finally {
          await db.close().finally(unlock);
        }
      })();
      return closing;
    },
  };
}
