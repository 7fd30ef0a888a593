import { openConnection } from './connection.js';
import { inboxEntries } from './inbox-entries.js';
import { ALL_DEAD, ALL_WAITING, DATABASE, type Item } from './layout.js';

export { KEEP } from './layout.js';

/** An endpoint that something on this device is for. */
export interface StoredEndpoint {
  /** Absolute address. */
  endpoint: string;
  /** How many revisions for it are in the inbox, which the queue may hold too. */
  inbox: number;
}

/**
 * The endpoints for which answers wait or dead letters are kept on this device, whichever page they were given on, and
 * whether IndexedDB could be read. Starts nothing, and never rejects.
 */
export async function storedEndpoints(): Promise<{ endpoints: StoredEndpoint[]; denied: boolean }> {
  const connection = openConnection(DATABASE, () => {});
  const items = await connection
    .run('relaxed', async (table) => [...(await table.all<Item>(ALL_WAITING)), ...(await table.all<Item>(ALL_DEAD))])
    .catch(() => undefined);
  connection.close();
  const counts = new Map<string, number>((items ?? []).map(({ ep }) => [ep, 0]));
  for (const { endpoint } of inboxEntries()) counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
  return { endpoints: [...counts].map(([endpoint, inbox]) => ({ endpoint, inbox })), denied: !items };
}
