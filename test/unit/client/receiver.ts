import 'fake-indexeddb/auto';
import { createClient, type Client, type ClientEventDetail, type ClientOptions } from '@askwell/client';
import { uuidv7, type ResponseRecord } from '@askwell/core';

import { record } from '../../record.js';

export const response = record;

/** A client that asks the given receiver, with no jitter and a queue of its own. */
export function clientOf(answer: (request: RequestInit) => Response | Promise<Response>, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    endpoint: 'https://receiver.example/answers',
    queue: uuidv7(),
    random: () => 0.5,
    fetch: async (_input, init) => answer(init!),
    ...options,
  });
}

/** The first event of one of these types, as its type and detail. */
export function heard({ events }: Client, ...types: string[]): Promise<{ type: string } & ClientEventDetail> {
  return new Promise((resolve) => {
    for (const type of types) {
      events.addEventListener(type, (event) => resolve({ type, ...(event as CustomEvent<ClientEventDetail>).detail }), { once: true });
    }
  });
}

/** What becomes of one submitted record when the receiver answers like this. */
export async function fateOf(
  answer: (request: RequestInit) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
  record: ResponseRecord = response(),
): Promise<{ type: string } & ClientEventDetail> {
  const client = clientOf(answer, options);
  try {
    const fate = heard(client, 'delivered', 'dead', 'retry');
    await client.submit(record);
    return await fate;
  } finally {
    client.close();
  }
}
