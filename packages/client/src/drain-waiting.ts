import { clientFor } from './client-for.js';
import { openConnection } from './connection.js';
import { dropFromInbox, inboxEntries } from './inbox-entries.js';
import { ALL_WAITING, DATABASE, KEEP, type Item } from './layout.js';

/** The endpoints for which answers wait on this device, in IndexedDB or in the inbox. */
export async function waitingEndpoints(): Promise<string[]> {
  const connection = openConnection(DATABASE, () => {});
  const items = await connection.run('relaxed', (table) => table.all<Item>(ALL_WAITING)).catch(() => []);
  connection.close();
  return [...new Set([...items.map(({ ep }) => ep), ...inboxEntries().map(({ endpoint }) => endpoint)])];
}

/**
 * Starts to deliver all that waits on this device, whichever page of the site it was given on, and removes from the
 * inbox what could go nowhere for 30 days. Never rejects.
 */
export async function drainWaiting(): Promise<void> {
  // Ids begin with their time in hexadecimal; the hyphen in it rounds to a minute.
  const oldest = `0${(Date.now() - KEEP).toString(16)}`;
  for (const endpoint of await waitingEndpoints()) {
    try {
      // The storage is shared with all of the origin's scripts, so what it names is checked like any other endpoint.
      clientFor(endpoint);
    } catch {
      for (const entry of inboxEntries()) {
        if (entry.endpoint === endpoint && entry.id < oldest) dropFromInbox(entry);
      }
    }
  }
}
