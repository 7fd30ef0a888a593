import { uuidv7 } from '@askwell/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Client } from '@askwell/client';

import { clientOf, heard, response } from './receiver.js';
import { after, denyIndexedDB, stopTimers, stubLocks, stubPage, withoutLocalStorage } from './tab.js';

/** A receiver that can be out of reach, or answer with a status. */
class Receiver {
  reachable = true;
  status = 204;
  asked = 0;

  readonly answer = (): Response => {
    if (!this.reachable) throw new TypeError('No network');
    this.asked++;
    return new Response(null, { status: this.status });
  };
}

describe('a page', () => {
  const open: Client[] = [];
  let page: ReturnType<typeof stubPage>;
  let receiver: Receiver;
  /** With a clock that stands still, no pause is ever over by itself. */
  const time = Date.now();
  const made = (options: Parameters<typeof clientOf>[1] = {}): Client => {
    const client = clientOf(receiver.answer, { now: () => time, ...options });
    open.push(client);
    return client;
  };

  beforeEach(() => {
    page = stubPage();
    withoutLocalStorage();
    receiver = new Receiver();
    stopTimers();
  });

  afterEach(() => {
    for (const client of open.splice(0)) client.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it.each(['online', 'focus', 'visibilitychange'])('lets what waits for a network go out at %s', async (type) => {
    receiver.reachable = false;
    const client = made();
    const retry = heard(client, 'retry');
    const { sent } = await client.submit(response());
    await retry;
    receiver.reachable = true;
    page.fire(type);
    await sent;
    expect(await client.pending()).toEqual([]);
  });

  it.each([503, 404])('opens the gate of a receiver that said %i neither as it comes online nor as it is shown', async (status) => {
    receiver.status = status;
    const client = made();
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    page.fire('online');
    page.fire('visibilitychange');
    await after(0);
    expect(receiver.asked).toBe(1);
  });

  it('tries once more as it is hidden, which may be the last moment', async () => {
    const locks = stubLocks(false);
    const client = made();
    const { sent } = await client.submit(response());
    await after(0);
    locks.granted = true;
    page.hidden = true;
    page.fireAtDocument('visibilitychange');
    await sent;
    expect(receiver.asked).toBe(1);
  });

  it('posts at once what is submitted after it was frozen, which is told at the document', async () => {
    const client = made();
    page.fireAtDocument('freeze');
    void client.submit(response());
    expect(receiver.asked).toBe(1);
    await after(0);
  });

  it('hears no focus but its own', async () => {
    receiver.reachable = false;
    const client = made();
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    receiver.reachable = true;
    page.fireAtDocument('focus');
    await after(0);
    expect(receiver.asked).toBe(0);
  });

  it('is listened to by no client where there is none, as in a worker', () => {
    const listen = vi.fn();
    vi.stubGlobal('document', undefined);
    vi.stubGlobal('addEventListener', listen);
    made();
    expect(listen).not.toHaveBeenCalled();
  });

  it('keeps for a dead letter what it posted as it left, and what was refused then', async () => {
    receiver.status = 422;
    const client = made();
    page.fire('pagehide');
    const dead = heard(client, 'dead');
    const record = response();
    await client.submit(record);
    expect(await dead).toMatchObject({ id: record.id, status: 422 });
    expect((await client.dead()).map(({ id }) => id)).toEqual([record.id]);
    expect(await client.pending()).toEqual([]);
  });

  it('posts nothing as it leaves that another tab has delivered', async () => {
    const locks = stubLocks(false);
    const queue = uuidv7();
    const client = made({ queue });
    const { sent } = await client.submit(response());
    await after(0);
    locks.granted = true;
    const other = new Receiver();
    await clientOf(other.answer, { queue, now: () => time }).flush();
    await sent;
    page.fire('pagehide');
    await after(0);
    expect([other.asked, receiver.asked]).toEqual([1, 0]);
  });

  it('posts nothing as it leaves that was given once more after it was delivered', async () => {
    const client = made();
    const record = response();
    await (await client.submit(record)).sent;
    expect(await client.submit(record)).toEqual({ state: 'sent' });
    page.fire('pagehide');
    await after(0);
    expect(receiver.asked).toBe(1);
  });

  it('posts nothing as it leaves that was blocked', async () => {
    receiver.reachable = false;
    const client = made({ maxBytes: 1024 * 1024 });
    for (let times = 0; times < 8; times++) await client.submit(response({ answers: { comment: 'x'.repeat(261_000) } }));
    expect(await client.submit(response({ answers: { comment: 'x'.repeat(30_000) } }))).toEqual({ state: 'blocked' });
    await client.flush();
    const sending: string[] = [];
    client.events.addEventListener('sending', (event) => sending.push((event as CustomEvent<{ id: string }>).detail.id));
    page.fire('pagehide');
    const waiting = (await client.pending()).map(({ id }) => id);
    expect(sending.filter((id) => !waiting.includes(id))).toEqual([]);
  });

  it('takes another handle when it is shown again, since the one that it has may be dead and not say so', async () => {
    const client = made();
    await client.pending();
    page.fire('pagehide');
    const dead = new Set<IDBDatabase>();
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (!dead.size) dead.add(this);
      if (!dead.has(this)) return transaction.apply(this, args);
      const never = { get: () => ({}), getAll: () => ({}), put: () => ({}), delete: () => ({}) };
      return { objectStore: () => never, abort: () => {} } as unknown as IDBTransaction;
    });
    void client.pending();
    await after(0);
    expect(dead.size).toBe(1);
    page.fire('pageshow', { persisted: true });
    expect((await client.submit(response())).state).toBe('saved');
  });

  it('hears again of other tabs when it is shown again', async () => {
    const queue = uuidv7();
    const client = made({ queue });
    page.fire('pagehide');
    page.fire('pageshow', { persisted: true });
    await after(0);
    const record = response();
    const delivered = client.whenDelivered(record.id, 1);
    await after(0);
    const other = made({ queue });
    await (await other.submit(record)).sent;
    await delivered;
  });

  it('keeps its handle as it is shown for the first time, which is no return', async () => {
    const client = made();
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    await client.pending();
    page.fire('pageshow', { persisted: false });
    await after(0);
    expect(close).not.toHaveBeenCalled();
  });

  it('writes nothing as it is shown, once the consent to that is in question', async () => {
    const allow = denyIndexedDB();
    let consent: boolean | undefined = true;
    receiver.reachable = false;
    const queue = uuidv7();
    const client = made({ queue, consent: () => consent });
    const retry = heard(client, 'retry');
    expect((await client.submit(response())).state).toBe('volatile');
    await retry;
    allow();
    consent = undefined;
    page.fire('online');
    await after(0);
    expect(await made({ queue }).pending()).toEqual([]);
    consent = true;
    page.fire('online');
    await after(0);
    expect(await made({ queue }).pending()).toHaveLength(1);
  });
});
