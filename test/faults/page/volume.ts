/* The same tabs without a browser, on fake-indexeddb and Node's Web Locks, for numbers that no browser reaches in an hour. */
import 'fake-indexeddb/auto';
import { createClient } from '@askwell/client';

import { fastClock, hurry, submitShare } from './share.js';

export interface Volume {
  tabs: number;
  answers: number;
  speed: number;
  queue: string;
  random: () => number;
  /** The receiver: status and content type of the reply, or a lost connection. */
  receive: (key: string, body: string) => Promise<Response>;
  promised: (key: string) => void;
}

/** Lets some tabs of one process submit and deliver at once. */
export async function submitVolume({ tabs, answers, speed, queue, random, receive, promised }: Volume): Promise<void> {
  const now = fastClock(Date.now(), speed);
  const clients = Array.from({ length: tabs }, () =>
    createClient({
      endpoint: 'http://localhost/answers',
      queue,
      now,
      random,
      fetch: (_input, init) => receive(new Headers(init!.headers).get('idempotency-key')!.slice(1, -1), String(init!.body)),
    }),
  );
  const hints = setInterval(() => {
    for (const client of clients) void client.flush();
  }, 100);
  try {
    for (const client of clients) hurry(client, speed);
    await Promise.all(clients.map((client) => submitShare(client, { answers, window: Math.max(2, 8 / tabs), promised })));
  } finally {
    clearInterval(hints);
    // It searches its records one by one, so what earlier runs left would slow the later ones down.
    await clients[0]!.purge();
    for (const client of clients) client.close();
  }
}
