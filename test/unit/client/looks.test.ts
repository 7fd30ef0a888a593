import { uuidv7 } from '@askwell/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Client } from '@askwell/client';

import { clientOf, heard, response } from './receiver.js';
import { after, stopTimers, stubLocks, withoutLocks } from './tab.js';

const STARTED = 500;

describe('the next look at what waits', () => {
  let clock = 0;
  let client: Client;
  /** A client that has started, and a receiver that answers like this. */
  async function started(answer: () => Response, random: () => number = () => 0.5): Promise<Client> {
    client = clientOf(answer, { now: () => clock, random });
    await after(STARTED);
    return client;
  }

  beforeEach(() => {
    clock = Date.now();
    stopTimers();
  });

  afterEach(() => {
    client.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is taken 200 to 400 ms after another tab was found to be the sender', async () => {
    const locks = stubLocks(false);
    await (await started(() => new Response())).submit(response());
    await after(0);
    const before = locks.asked;
    await after(299);
    expect(locks.asked).toBe(before);
    await after(1);
    expect(locks.asked).toBe(before + 1);
  });

  it('is taken as soon after a lease was found to be held, where there are no Web Locks', async () => {
    withoutLocks();
    const queue = uuidv7();
    const other = clientOf(() => new Promise(() => {}), { queue, now: () => clock });
    const sending = heard(other, 'sending');
    await other.submit(response());
    await sending;
    let asked = 0;
    client = clientOf(() => (asked++, new Response()), { queue, now: () => clock });
    await client.submit(response());
    await after(0);
    other.close();
    await after(299);
    expect(asked).toBe(0);
    await after(1);
    expect(asked).toBe(2);
  });

  it('is taken as the pause of a receiver that failed is over, and not before', async () => {
    const locks = stubLocks();
    let asked = 0;
    await started(() => new Response(null, { status: asked++ ? 204 : 503 }));
    const retry = heard(client, 'retry');
    await client.submit(response());
    expect(await retry).toMatchObject({ waitMs: 750 });
    await after(0);
    const before = locks.asked;
    await after(749);
    expect(locks.asked).toBe(before);
    clock += 750;
    await after(1);
    expect(asked).toBe(2);
    expect(await client.pending()).toEqual([]);
  });

  it('is taken as soon as the first of several answers may be tried again', async () => {
    const locks = stubLocks();
    const asked: string[] = [];
    // Of the start, and of each pause.
    const randoms = [0.5, 0.9, 0.5, 0.7];
    client = clientOf(({ body }) => (asked.push((JSON.parse(String(body)) as { id: string }).id), new Response(null, { status: 409 })), {
      now: () => clock,
      random: () => randoms.shift() ?? 0,
    });
    await after(STARTED);
    const records = [response(), response(), response()];
    for (const record of records) {
      const retry = heard(client, 'retry');
      await client.submit(record);
      await retry;
    }
    await after(0);
    const before = locks.asked;
    await after(3499);
    expect(locks.asked).toBe(before);
    clock += 3500;
    await after(1);
    expect(asked.slice(3)).toEqual([records[1]!.id]);
  });

  it('is none when nothing waits', async () => {
    await started(() => new Response());
    await (await client.submit(response())).sent;
    await client.flush();
    await after(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is none when the receiver is left alone, but what waited for it has expired', async () => {
    client = clientOf(() => new Response(null, { status: 503 }), { now: () => clock, ttlMs: 100 });
    await after(STARTED);
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    await after(0);
    expect(vi.getTimerCount()).toBe(1);
    clock += 101;
    await client.flush();
    expect(await client.dead()).toHaveLength(1);
    await after(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is one, however often it was put off', async () => {
    await started(() => Response.error());
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    for (let times = 0; times < 3; times++) await client.flush();
    await after(0);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is none for a client that is closed, whether it has begun or waits', async () => {
    client = clientOf(() => new Response(null, { status: 503 }));
    expect(vi.getTimerCount()).toBe(1);
    client.close();
    expect(vi.getTimerCount()).toBe(0);
    await started(() => new Response(null, { status: 503 }));
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    await after(0);
    expect(vi.getTimerCount()).toBe(1);
    client.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
