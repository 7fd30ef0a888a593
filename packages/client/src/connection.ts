import { promisifyRequest } from 'idb-keyval';
import type { Access, Key, Run, Table } from './table.js';
import { withDeadline } from './with-deadline.js';

const STORE = 'kv';
/** Pauses before each further try on a fresh handle, in ms. */
const REOPEN_AFTER = [0, 100, 400, 1600];
/** Where a fresh handle may help; retrying on the same one never does. */
const REOPENABLE = /^(InvalidState|Unknown|Abort|TransactionInactive|NotFound)/;
/** `open` may never settle: blocked by another tab, or hung in the engine. */
const DEADLINE = 3000;

/** A database handle that outlives closed connections. `run` rejects when the storage cannot be used at all. */
export interface Connection {
  run: Run;
  close(): void;
}

/** An array sorts after every string and number, so this ends with the last key that starts with the prefix. */
const under = (prefix: Key): IDBKeyRange => IDBKeyRange.bound(prefix, [...prefix, []]);

function tableOf(store: IDBObjectStore): Table {
  return {
    durable: true,
    get: (key) => promisifyRequest(store.get(key)),
    put: (key, value) => void store.put(value, key),
    delete: (key) => void store.delete(key),
    clear: (prefix) => void store.delete(under(prefix)),
    all: (prefix) => promisifyRequest(store.getAll(under(prefix))),
  };
}

/**
 * Opens the database as idb-keyval's `createStore` would, which can neither add its store to a database that lacks it
 * nor let go of one that was closed from outside (jakearchibald/idb-keyval#178).
 */
async function openStore(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const db = await promisifyRequest(request);
  if (!db.objectStoreNames.contains(STORE)) {
    // Whoever uses it finds it closed, and opens it anew once it is deleted.
    db.close();
    indexedDB.deleteDatabase(name);
  }
  return db;
}

async function transact<T>(db: IDBDatabase, durability: Access, body: (table: Table) => Promise<T>): Promise<T> {
  // idb-keyval's own setters cannot pass a durability.
  const transaction = db.transaction(STORE, 'readwrite', { durability });
  // A request's success is not durable: under quota, Chromium aborts the transaction after it.
  const complete = promisifyRequest(transaction);
  try {
    return (await Promise.all([body(tableOf(transaction.objectStore(STORE))), complete]))[0];
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw (transaction.error ?? error ?? new DOMException('', 'AbortError')) as Error;
  }
}

/**
 * @param name of the database
 * @param onLost called when the database was deleted, or closed by the browser, under our hands
 */
export function openConnection(name: string, onLost: () => void): Connection {
  let opening: Promise<IDBDatabase> | undefined;

  const close = (): void => {
    opening?.then((db) => db.close()).catch(() => {});
    opening = undefined;
  };

  const open = async (): Promise<IDBDatabase> => {
    const db = await openStore(name);
    // Without it, another tab's deleteDatabase is blocked and every new open in the origin hangs.
    db.onversionchange = db.onclose = (event) => {
      close();
      if (!(event as IDBVersionChangeEvent).newVersion) onLost();
    };
    return db;
  };

  async function persist<T>(access: Access, body: (table: Table) => Promise<T>, failures = 0): Promise<T> {
    try {
      return await transact(await (opening ??= open()), access, body);
    } catch (error) {
      const pause = REOPEN_AFTER[failures];
      if (pause === undefined || !REOPENABLE.test((error as Error).name)) throw error;
      close();
      await new Promise((resolve) => setTimeout(resolve, pause));
      return persist(access, body, failures + 1);
    }
  }

  return {
    run: (access, body) => withDeadline(persist(access, body), DEADLINE),
    close,
  };
}
