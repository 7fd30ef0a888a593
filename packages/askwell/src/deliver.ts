import { keepInInbox } from '@askwell/client/inbox.js';
import { VERSION, type Delivery } from '@askwell/core';
import type { AskwellResponseEvent } from '@askwell/surveys';

import { client, loadClient } from './load-client.js';
import { remember } from './memory.js';
import { NOWHERE } from './nowhere.js';

/** How often somebody has refused that anything is kept: what waits for the client then is known to nobody else. */
let refusals = 0;

/** Gives a revision to the client, or keeps it for the client where that is not here yet. */
async function deliver(event: AskwellResponseEvent): Promise<Delivery | undefined> {
  // The page's own listeners come first.
  await Promise.resolve();
  if (event.defaultPrevented) return undefined;
  const { record } = event;
  const endpoint = event.endpoint?.trim() || NOWHERE;
  const early = !client;
  const before = refusals;
  const kept = keepInInbox(endpoint, record);
  const handedOver = loadClient().then(({ handOver }) => (refusals === before ? handOver(endpoint, record, early && kept) : undefined));
  // An address that may yet be refused is not promised anything.
  if (!early || !kept || /^(about|http):|[#@]/.test(endpoint)) return handedOver;
  return { state: 'saved', sent: new Promise((resolve) => void handedOver.then((delivery) => delivery?.sent?.then(resolve))) };
}

const INSTALLED = Symbol.for('askwell.deliver');

/**
 * Has the document deliver what its surveys collect, and what an earlier page could not. The first kit on a page
 * does it for all; a second one finds its mark and leaves it to the first. On a server, nothing happens.
 */
export function installDelivery(): void {
  const page = globalThis.document as (Document & { [INSTALLED]?: string }) | undefined;
  if (!page || page[INSTALLED]) return;
  page[INSTALLED] = VERSION;
  document.addEventListener('askwell-draft', remember);
  addEventListener('askwell-refuse', () => refusals++);
  document.addEventListener('askwell-response', (event) => event.waitUntil(deliver(event)));
  (globalThis.requestIdleCallback ?? setTimeout)(() => void loadClient());
}
