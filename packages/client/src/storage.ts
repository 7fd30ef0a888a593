import { openConnection } from './connection.js';
import { ALL_DEAD, ALL_WAITING, DATABASE, type Item } from './layout.js';
import { memoryRun } from './memory-table.js';
import type { Run, Table } from './table.js';

/** What happened to the storage: `storage` it cannot be used, `storelost` it was emptied, `quota` it is full. */
export type StorageTrouble = 'storage' | 'storelost' | 'quota';

/** IndexedDB while it works, else memory. `run` rejects only with an error of its body. */
export interface Storage {
  run: Run;
  /** Goes back to IndexedDB; resolves to what waits, or is a dead letter, in the memory that was used meanwhile. */
  recover(): Promise<Item[]>;
  /** Lets go of the handle; the next run opens another. */
  close(): void;
}

/**
 * @param makeRoom what to give up when the quota is reached
 * @param onTrouble told of trouble, with the name of the error
 */
export function openStorage(
  makeRoom: (table: Table) => Promise<void>,
  onTrouble: (trouble: StorageTrouble, reason?: string) => void,
): Storage {
  const connection = openConnection(DATABASE, () => onTrouble('storelost'));
  let memory: Run | undefined;

  const run: Run = async (access, body) => {
    if (memory) return memory(access, body);
    try {
      return await connection.run(access, body).catch(async (error: Error) => {
        // By name: in new engines it is no DOMException any more.
        if (error.name !== 'QuotaExceededError') throw error;
        onTrouble('quota');
        await connection.run('relaxed', makeRoom);
        return connection.run(access, body);
      });
    } catch (error) {
      if (!memory) {
        memory = memoryRun();
        // It may still be opening, and hang.
        connection.close();
        onTrouble('storage', (error as Error).name);
      }
      return memory(access, body);
    }
  };

  return {
    run,
    async recover() {
      const left = memory;
      memory = undefined;
      return left ? left('relaxed', async (table) => [...(await table.all<Item>(ALL_WAITING)), ...(await table.all<Item>(ALL_DEAD))]) : [];
    },
    close: connection.close,
  };
}
