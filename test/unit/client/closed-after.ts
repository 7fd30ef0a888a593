import type { Client } from '@askwell/client';
import { afterEach } from 'vitest';

import { clientOf } from './receiver.js';

/** A receiver that is out of reach. */
export const offline = (): never => {
  throw new TypeError('No network');
};

/** Lets what is under way come to its end. */
export async function turns(count = 100): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

/** What makes the clients of a test, or takes them: each is closed after it. */
export function closedAfter(): { made: typeof clientOf; taken: (client: Client) => Client } {
  const open: Client[] = [];
  const taken = (client: Client): Client => {
    open.push(client);
    return client;
  };
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });
  return { made: (...options) => taken(clientOf(...options)), taken };
}
