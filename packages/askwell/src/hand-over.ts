import { issueWarning } from '@askwell/base';
import { clientFor, drainWaiting, sendOnce } from '@askwell/client';
import { keepInInbox } from '@askwell/client/inbox.js';
import type { AskwellError, Delivery, ResponseRecord } from '@askwell/core';

import { NOWHERE } from './nowhere.js';

export { drainWaiting };

/** Gives a revision to the queue of its endpoint; `adopted` where the queue has it from the inbox already. */
export async function handOver(endpoint: string, record: ResponseRecord, adopted: boolean): Promise<Delivery | undefined> {
  const { id, revision, survey } = record;
  try {
    const queue = clientFor(endpoint);
    if (!revision) await sendOnce(endpoint, record);
    else if (adopted) return { state: 'saved', sent: queue.whenDelivered(id, revision) };
    else return await queue.submit(record);
  } catch (error) {
    // It is still in the form, where it can be shortened.
    if ((error as AskwellError).code === 'too-large') return { state: 'blocked' };
    // An address that cannot even be read was no name to keep it under.
    if (!keepInInbox(endpoint, record)) keepInInbox(NOWHERE, record);
    issueWarning('endpoint', `Survey "${survey}" sends nothing. ${(error as Error).message}`);
  }
  return undefined;
}
