import type { Key, Run, Table } from './table.js';

/** The table where IndexedDB cannot be used: it forgets with the page. Bodies run one after the other, like transactions. */
export function memoryRun(): Run {
  const entries = new Map<string, unknown>();
  // Sorted as text: times have 13 digits until the year 2286.
  const under = (prefix: Key): string[] => [...entries.keys()].filter((name) => name.startsWith(`${prefix},`)).sort();
  const table: Table = {
    durable: false,
    get: async <T>(key: Key) => entries.get(String(key)) as T | undefined,
    put: (key, value) => void entries.set(String(key), value),
    delete: (key) => void entries.delete(String(key)),
    clear: (prefix) => under(prefix).forEach((name) => entries.delete(name)),
    all: async <T>(prefix: Key) => under(prefix).map((name) => entries.get(name) as T),
  };
  let last: Promise<unknown> = Promise.resolve();
  return (_access, body) => {
    const turn = last.then(() => body(table));
    last = turn.catch(() => {});
    return turn;
  };
}
