import { createClient } from '@askwell/client';
import { recordBody, uuidv7, type ResponseRecord } from '@askwell/core';

import { compare } from './compare.js';

const record = (): ResponseRecord => ({
  v: 1,
  id: uuidv7(),
  revision: 1,
  survey: 'bench',
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'en',
  status: 'complete',
  answers: { score: 9, comment: 'A sentence of usual length about what was good.' },
  shownAt: new Date().toISOString(),
  channel: 'in-app',
  client: 'bench',
});

const client = createClient({ endpoint: '/feedback' });

const database = await new Promise<IDBDatabase>((resolve, reject) => {
  const opening = indexedDB.open('bare');
  opening.onupgradeneeded = () => opening.result.createObjectStore('kv');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});

const barePut = (value: ResponseRecord): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction('kv', 'readwrite', { durability: 'strict' });
    transaction.objectStore('kv').put(recordBody(value), value.id);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

await compare(
  [
    'submit() until durable',
    async () => {
      const value = record();
      const start = performance.now();
      const { sent } = await client.submit(value);
      const time = performance.now() - start;
      // The next round starts with an empty queue, and nobody who looks into it.
      await sent;
      await client.flush();
      return time;
    },
  ],
  [
    'a bare strict put',
    async () => {
      const value = record();
      const start = performance.now();
      await barePut(value);
      return performance.now() - start;
    },
  ],
  200,
);
