import type { Key, Run, Table } from './table.js';

/** The table where IndexedDB cannot be used: it forgets with the page. Bodies run one after the other, like transactions. */
export function memoryRun(): Run {
  const entries = new Map<string, [Key, unknown]>();
  // Sorted as text: times have 13 digits until the year 2286.
  const under = (prefix: Key): [Key, unknown][] =>
    [...entries].filter(([name]) => name.startsWith(`${prefix},`)).sort().map(([, entry]) => entry);
  const table: Table = {
    durable: false,
    get: async <T>(key: Key) => entries.get(String(key))?.[1] as T | undefined,
    put: (key, value) => void entries.set(String(key), [key, value]),
    delete: (key) => void entries.delete(String(key)),
    keys: async (prefix) => under(prefix).map(([key]) => key),
    all: async <T>(prefix: Key) => under(prefix).map(([, value]) => value as T),
  };
  let last: Promise<unknown> = Promise.resolve();
  return (_access, body) => {
    const turn = last.then(() => body(table));
    last = turn.catch(() => {});
    return turn;
  };
}
