import { clientFor } from './client-for.js';
import { openConnection } from './connection.js';
import { endpointFault } from './endpoint-fault.js';
import { inboxEntries } from './inbox-entries.js';
import { ALL_WAITING, DATABASE, type Item } from './layout.js';

/** The endpoints for which answers wait on this device, in IndexedDB or in the inbox. */
export async function waitingEndpoints(): Promise<string[]> {
  const connection = openConnection(DATABASE, () => {});
  const items = await connection.run('relaxed', (table) => table.all<Item>(ALL_WAITING)).catch(() => []);
  connection.close();
  return [...new Set([...items.map(({ ep }) => ep), ...inboxEntries().map(({ endpoint }) => endpoint)])];
}

/** Starts to deliver all that waits on this device, whichever page of the site it was given on. Never rejects. */
export async function drainWaiting(): Promise<void> {
  for (const endpoint of await waitingEndpoints()) {
    // The storage is shared with all of the origin's scripts, so what it names is checked like any other endpoint.
    if (!endpointFault(endpoint, document.baseURI)) clientFor(endpoint);
  }
}
