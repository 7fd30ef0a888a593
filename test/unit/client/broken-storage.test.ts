import { uuidv7 } from '@askwell/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Client, ClientEventDetail } from '@askwell/client';

import { clientOf, heard, response } from './receiver.js';
import { after, denyIndexedDB, stopTimers, stubLocalStorage, withoutLocalStorage } from './tab.js';

const offline = (): never => {
  throw new TypeError('No network');
};

/** Makes every transaction fail so many times, or for ever. */
function breakTransactions(times = Infinity): { failed: number } {
  const count = { failed: 0 };
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (count.failed === times) return transaction.apply(this, args);
    count.failed++;
    throw new DOMException('The connection is closing', 'InvalidStateError');
  });
  return count;
}

describe('a storage', () => {
  let client: Client;
  let troubles: ({ type: string } & ClientEventDetail)[];

  function made(...options: Parameters<typeof clientOf>): Client {
    client = clientOf(...options);
    const told: typeof troubles = [];
    troubles = told;
    for (const type of ['storage', 'storelost', 'quota']) {
      client.events.addEventListener(type, (event) => told.push({ type, ...(event as CustomEvent<ClientEventDetail>).detail }));
    }
    return client;
  }

  afterEach(() => {
    client.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is opened anew four times, within 2.1 s, where a connection is dead', async () => {
    made(offline);
    await client.pending();
    stopTimers();
    const count = breakTransactions(4);
    const submitted = client.submit(response());
    for (const pause of [0, 100, 400, 1600]) await after(pause);
    expect((await submitted).state).toBe('saved');
    expect(count.failed).toBe(4);
    expect(troubles).toEqual([]);
  });

  it('is given up after that, by the name of what is the matter', async () => {
    made(offline);
    await client.pending();
    stopTimers();
    const count = breakTransactions();
    const submitted = client.submit(response());
    for (const pause of [0, 100, 400, 1600]) await after(pause);
    expect((await submitted).state).toBe('volatile');
    expect(count.failed).toBe(5);
    expect(troubles).toMatchObject([{ type: 'storage', reason: 'InvalidStateError' }]);
  });

  it('that never opens is given up after 3 s', async () => {
    stopTimers();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    made(offline);
    const submitted = client.submit(response());
    await after(2999);
    expect(troubles).toEqual([]);
    await after(1);
    expect((await submitted).state).toBe('volatile');
    expect(troubles).toMatchObject([{ type: 'storage', reason: 'TimeoutError' }]);
  });

  it('takes back what it could not do to the end', async () => {
    stubLocalStorage();
    const queue = uuidv7();
    made(() => new Response(null, { status: 422 }), { queue });
    await client.pending();
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      // A dead letter, for which the answer that waits was deleted already.
      if ((key as string[])[0] === 'd') throw new DOMException('No letters', 'DataCloneError');
      return put.call(this, value, key);
    });
    const trouble = heard(client, 'storage');
    const record = response();
    await client.submit(record);
    expect(await trouble).toMatchObject({ reason: 'DataCloneError' });
    const later = clientOf(offline, { queue });
    expect((await later.pending()).map(({ id }) => id)).toEqual([record.id]);
    later.close();
  });

  it('that another version of the page wants to change is left to it, and is not lost', async () => {
    made(offline);
    await client.pending();
    const other = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('askwell', 2);
      opening.onsuccess = () => resolve(opening.result);
      opening.onblocked = () => reject(new Error('blocked'));
    });
    other.close();
    expect((await client.submit(response())).state).toBe('saved');
    expect(troubles).toEqual([]);
  });

  it('that is lost is filled again from the inbox, by itself', async () => {
    stubLocalStorage();
    stopTimers();
    let broken = true;
    made(() => (broken ? offline() : new Response()));
    const retry = heard(client, 'retry');
    const { sent } = await client.submit(response());
    await retry;
    await client.flush();
    broken = false;
    const lost = heard(client, 'storelost');
    indexedDB.deleteDatabase('askwell');
    await lost;
    await sent;
    expect(troubles).toMatchObject([{ type: 'storelost' }]);
  });

  it('waits for the disk with what must not be lost, and not with the rest', async () => {
    made(() => new Response());
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const durabilities = (): unknown[] => begun.mock.calls.splice(0).map(([, , options]) => options!.durability);
    await client.pending();
    expect(durabilities()).toEqual(['relaxed']);
    await client.retryDead();
    await client.flush();
    begun.mockClear();
    const { sent } = await client.submit(response());
    expect(durabilities()[0]).toBe('strict');
    await sent;
    const others = durabilities();
    expect(others).toContain('relaxed');
    expect(others).toContain('strict');
    await client.flush();
    begun.mockClear();
    await client.dead();
    expect(durabilities()).toEqual(['relaxed']);
    await client.purge();
    expect(durabilities()).toEqual(['strict']);
  });

  it('lets go of its handle when the client is closed', async () => {
    made(offline);
    await client.pending();
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    client.close();
    await Promise.resolve();
    expect(close).toHaveBeenCalledTimes(1);
  });
});

describe('what is kept in memory, where there is no storage', () => {
  let allow: () => void;
  let client: Client;

  beforeEach(() => {
    withoutLocalStorage();
    allow = denyIndexedDB();
  });

  afterEach(() => {
    client.close();
    allow();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is all of several answers that were given at once, and the trouble is told once', async () => {
    client = clientOf(offline);
    const told: unknown[] = [];
    client.events.addEventListener('storage', () => told.push('storage'));
    const records = [response(), response(), response()];
    const deliveries = await Promise.all(records.map((record) => client.submit(record)));
    expect(deliveries.map(({ state }) => state)).toEqual(['volatile', 'volatile', 'volatile']);
    expect((await client.pending()).map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
    expect(told).toHaveLength(1);
  });

  it('goes out at once, even if the tab has just asked for the lock that another one has', async () => {
    const { promise: decided, resolve: decide } = Promise.withResolvers<void>();
    const request = async (_name: string, _options: object, work: (lock: null) => unknown): Promise<unknown> => (await decided, work(null));
    vi.stubGlobal('navigator', { locks: { request } });
    stopTimers();
    client = clientOf(() => new Response());
    await client.pending();
    const flushed = client.flush();
    const { state, sent } = await client.submit(response());
    expect(state).toBe('volatile');
    decide();
    await sent;
    await flushed;
  });

  it('is in the order of the clock, even if that was set back', async () => {
    let clock = Date.now();
    client = clientOf(offline, { now: () => clock });
    const [late, early] = [response(), response()];
    await client.submit(late);
    clock -= 60_000;
    await client.submit(early);
    expect((await client.pending()).map(({ id }) => id)).toEqual([early.id, late.id]);
  });

  it('is gone once it is delivered', async () => {
    let asked = 0;
    client = clientOf(() => (asked++, new Response()));
    await (await client.submit(response())).sent;
    await client.flush();
    expect(await client.pending()).toEqual([]);
    expect(asked).toBe(1);
  });

  it('is gone once it is purged', async () => {
    client = clientOf(offline);
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    await client.purge();
    expect(await client.pending()).toEqual([]);
  });
});
