import { uuidv7 } from '@askwell/core';
import { describe, expect, it } from 'vitest';
import { clientOf, response } from './receiver.js';

const MOST = 500;

/** Puts what was delivered before into the one store, beside the tombstone that is there. */
async function deliveredBefore(ids: string[], deliveredAt: number, queue: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('askwell');
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = database.transaction('kv', 'readwrite');
  const store = writing.objectStore('kv');
  for (const id of ids) store.put({ id, revision: 1, deliveredAt }, ['t', 1, queue, id]);
  await new Promise((resolve) => (writing.oncomplete = resolve));
  database.close();
}

async function queueOf(id: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('askwell');
    opening.onsuccess = () => resolve(opening.result);
  });
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const reading = database.transaction('kv').objectStore('kv').getAllKeys();
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return (keys as string[][]).find((key) => key[0] === 't' && key[3] === id)![2]!;
}

describe('tombstones', () => {
  it('are kept of the five hundred latest deliveries, however old the id of an answer is', async () => {
    let clock = Date.now();
    const client = clientOf(() => Response.json({ ok: true }), { now: () => clock });
    const first = response();
    // Begun before all others, and delivered after them.
    const late = response({ id: '00000000-0000-7000-8000-000000000000' });
    const { sent } = await client.submit(first);
    await sent;
    const ids = Array.from({ length: MOST - 1 }, () => uuidv7());
    await deliveredBefore(ids, clock + 1000, await queueOf(first.id));
    clock += 60_000;
    const delivery = await client.submit(late);
    await delivery.sent;
    // Looked through before the next pass.
    await client.flush();
    await (await client.submit(response())).sent;
    // The first to be delivered makes room, not the one with the oldest id.
    expect(await client.submit(late)).toEqual({ state: 'sent' });
    expect((await client.submit(first)).state).toBe('saved');
    expect(await client.submit(response({ id: ids[0]! }))).toEqual({ state: 'sent' });
    client.close();
  });
});
