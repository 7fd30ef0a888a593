import { uuidv7, type ResponseRecord } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Client, ClientEventDetail, ClientOptions } from '@askwell/client';

import { inboxOf } from '../../inbox-of.js';
import { clientOf, heard, response } from './receiver.js';
import { stubLocalStorage, withoutLocks } from './tab.js';

const DAY = 86_400_000;

/** A tab whose receiver answers only when it is told to. */
class Tab {
  readonly client: Client;
  readonly asked: string[] = [];
  #answers: ((status: number) => void)[] = [];
  #waiting: (() => void)[] = [];

  constructor(options: Partial<ClientOptions>) {
    this.client = clientOf(async ({ headers }) => {
      this.asked.push(new Headers(headers).get('idempotency-key')!);
      const { promise, resolve } = Promise.withResolvers<number>();
      this.#answers.push(resolve);
      for (const told of this.#waiting.splice(0)) told();
      return new Response(null, { status: await promise });
    }, options);
  }

  /** Resolves as the next request arrives. */
  sending(): Promise<void> {
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  answer(status: number): void {
    this.#answers.shift()!(status);
  }

  async submit(record: ResponseRecord): Promise<void> {
    const sending = this.sending();
    await this.client.submit(record);
    await sending;
  }

  /** Answers what is under way, and resolves as the consequence is drawn. */
  async settle(status: number, ...events: string[]): Promise<unknown> {
    const told = heard(this.client, ...events);
    this.answer(status);
    return told;
  }
}

/** Two tabs of one queue, of which the first was closed while it sent an answer, and the second sends it too. */
async function takenOver(options: Partial<ClientOptions> = {}) {
  const clock = { time: Date.now() };
  const shared = { endpoint: 'https://receiver.example/handover', queue: uuidv7(), now: () => clock.time, ...options };
  const [left, right] = [new Tab(shared), new Tab(shared)];
  const record = response();
  await left.submit(record);
  left.client.close();
  return { clock, left, right, record, shared };
}

describe('an answer that a closed tab still sends', () => {
  const tabs: Tab[] = [];

  afterEach(() => {
    for (const { client } of tabs.splice(0)) client.close();
    vi.unstubAllGlobals();
  });

  const set = async (options: Partial<ClientOptions> = {}) => {
    const both = await takenOver(options);
    tabs.push(both.right);
    return both;
  };

  it('stays with the tab that took it over when the first one fails', async () => {
    stubLocalStorage();
    const { left, right, record } = await set();
    const taken = right.sending();
    void right.client.flush();
    await taken;
    const told: string[] = [];
    for (const type of ['dead', 'retry', 'gate']) left.client.events.addEventListener(type, () => told.push(type));
    left.answer(422);
    // Transactions come one after the other, so the first one's is over.
    while ((await right.client.dead()).length) await right.client.pending();
    await right.client.submit(response());
    expect(await right.client.dead()).toEqual([]);
    expect((await right.client.pending()).map(({ id }) => id)).toContain(record.id);
    expect(inboxOf(record.id)).toHaveLength(1);
    expect(told).toEqual([]);
    await right.settle(200, 'delivered');
  });

  it('is delivered even if it has expired meanwhile: it is no dead letter any more', async () => {
    const { clock, left, right } = await set({ ttlMs: DAY });
    clock.time += DAY + 1;
    await right.client.flush();
    expect(await right.client.dead()).toHaveLength(1);
    await left.settle(200, 'delivered');
    expect(await right.client.dead()).toEqual([]);
    expect(await right.client.pending()).toEqual([]);
  });

  it('opens the gate to the others as it arrives', async () => {
    const { left, right } = await set();
    const taken = right.sending();
    void right.client.flush();
    await taken;
    await right.settle(503, 'gate');
    await left.settle(200, 'delivered');
    // With a clock that stands still, the pause would never be over.
    await right.submit(response());
    expect(right.asked).toHaveLength(2);
  });

  it('does not lower what was acknowledged since', async () => {
    const { left, right, record } = await set();
    const taken = right.sending();
    void right.client.flush();
    await taken;
    await right.settle(200, 'delivered');
    await right.submit({ ...record, revision: 3 });
    await right.settle(200, 'delivered');
    await left.settle(200, 'delivered');
    expect(await right.client.submit({ ...record, revision: 2 })).toEqual({ state: 'sent' });
  });

  it('leaves no trace when it was purged, and refused afterwards', async () => {
    const { left, right } = await set();
    const told: (string | undefined)[] = [];
    for (const type of ['storage', 'dead', 'retry']) {
      left.client.events.addEventListener(type, (event) => told.push(type, (event as CustomEvent<ClientEventDetail>).detail.reason));
    }
    await right.client.purge();
    left.answer(422);
    await right.submit(response());
    await right.settle(200, 'delivered');
    expect(await right.client.dead()).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('the lease of a page without Web Locks', () => {
  const tabs: Tab[] = [];
  const clock = { time: 0 };

  afterEach(() => {
    for (const { client } of tabs.splice(0)) client.close();
    vi.unstubAllGlobals();
  });

  /** Tabs of one queue, with clocks that may differ. */
  const tabsOf = (count: number, behind: number[] = []): Tab[] => {
    withoutLocks();
    clock.time = Date.now();
    const queue = uuidv7();
    const own = Array.from({ length: count }, (_, index) => new Tab({ queue, now: () => clock.time - (behind[index] ?? 0) }));
    tabs.push(...own);
    return own;
  };

  it('keeps the other tabs from sending, and is given back', async () => {
    const [left, right] = tabsOf(2) as [Tab, Tab];
    await left.submit(response());
    const { sent } = await right.client.submit(response());
    await right.client.flush();
    expect(right.asked).toEqual([]);
    left.client.close();
    await left.settle(200, 'delivered');
    const sending = right.sending();
    while ((await Promise.race([sending, right.client.flush().then(() => 'busy')])) === 'busy');
    await right.settle(200, 'delivered');
    await sent;
  });

  it('is no obstacle to the tab that has it', async () => {
    const [tab] = tabsOf(1) as [Tab];
    const records = [response(), response(), response()];
    await tab.submit(records[0]!);
    for (const record of records.slice(1)) await tab.client.submit(record);
    const flushed = tab.client.flush();
    for (const _ of records) {
      const sending = tab.sending();
      tab.answer(200);
      if (tab.asked.length < 3) await sending;
    }
    await flushed;
    expect(await tab.client.pending()).toEqual([]);
  });

  it('holds for 30 s, seen by a clock that is a second behind too', async () => {
    const [left, right] = tabsOf(2, [0, 1000]) as [Tab, Tab];
    await left.submit(response());
    await right.client.flush();
    clock.time += 30_999;
    await right.client.flush();
    expect(right.asked).toEqual([]);
    clock.time += 1;
    const sending = right.sending();
    void right.client.flush();
    await sending;
    expect(right.asked).toEqual(left.asked);
  });

  it('is not given back by a tab that has lost it', async () => {
    const [left, right, third] = tabsOf(3) as [Tab, Tab, Tab];
    await left.submit(response());
    clock.time += 30_001;
    const sending = right.sending();
    void right.client.flush();
    await sending;
    await left.settle(200, 'delivered');
    await left.client.submit(response());
    await left.client.flush();
    await third.client.flush();
    expect(third.asked).toEqual([]);
  });

  it('may be purged before it is given back, which is no trouble for the storage', async () => {
    const [left, right] = tabsOf(2) as [Tab, Tab];
    const told: string[] = [];
    left.client.events.addEventListener('storage', () => told.push('storage'));
    await left.submit(response());
    await right.client.purge();
    left.client.close();
    await right.submit(response());
    await right.settle(200, 'delivered');
    expect(told).toEqual([]);
  });

  it('is overridden by a Web Lock, which no crashed tab can hold', async () => {
    const [left, right] = tabsOf(2) as [Tab, Tab];
    await left.submit(response());
    vi.unstubAllGlobals();
    const sending = right.sending();
    void right.client.flush();
    await sending;
    expect(right.asked).toEqual(left.asked);
  });
});
