import { createClient } from '@askwell/client';
import { recordBody, type ResponseRecord } from '@askwell/core';

import { answer } from './answer.js';
import { compare } from './compare.js';

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
  async () => {
    const value = answer();
    const start = performance.now();
    const { sent } = await client.submit(value);
    const time = performance.now() - start;
    // The next round starts with an empty queue, and nobody who looks into it.
    await sent;
    await client.flush();
    return time;
  },
  async () => {
    const value = answer();
    const start = performance.now();
    await barePut(value);
    return performance.now() - start;
  },
  200,
);
