import { uuidv7 } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { closedAfter, offline, turns } from './closed-after.js';
import { heard, response } from './receiver.js';
import { denyIndexedDB, stubLocks, stubPage, withoutLocalStorage } from './tab.js';

describe('nothing is left between', () => {
  const { made } = closedAfter();

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('the last look of a sender and its end: what is submitted just then goes out in memory too', async () => {
    withoutLocalStorage();
    const allow = denyIndexedDB();
    for (let ticks = 0; ticks < 60; ticks++) {
      let asked = 0;
      const client = made(() => (asked++, new Response()), { random: () => 0.9999 });
      const delivered = heard(client, 'delivered');
      void client.submit(response());
      await delivered;
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      void client.submit(response());
      await turns(20);
      expect(asked, `submitted ${ticks} ticks later`).toBe(2);
      client.close();
    }
    allow();
  });

  it('memory and a full queue: what has no room there goes out as the page leaves', async () => {
    withoutLocalStorage();
    const page = stubPage();
    const queue = uuidv7();
    const full = made(offline, { queue, maxBytes: 300_000 });
    for (let answer = 0; answer < 8; answer++) await full.submit(response({ answers: { comment: 'x'.repeat(261_000) } }));
    await turns();
    full.close();
    const allow = denyIndexedDB();
    const asked: string[] = [];
    let reachable = false;
    const client = made(({ headers }) => (reachable ? (asked.push(new Headers(headers).get('idempotency-key')!), new Response()) : offline()), { queue });
    const retry = heard(client, 'retry');
    const record = response({ answers: { comment: 'y'.repeat(30_000) } });
    expect((await client.submit(record)).state).toBe('volatile');
    await retry;
    allow();
    page.fire('focus');
    await turns(200);
    reachable = true;
    page.fire('pagehide');
    await turns();
    expect(asked).toContain(`"${record.id}.1"`);
  });

  it('memory and IndexedDB: a dead letter comes along', async () => {
    withoutLocalStorage();
    const page = stubPage();
    const allow = denyIndexedDB();
    const client = made(() => new Response(null, { status: 422 }));
    const dead = heard(client, 'dead');
    const record = response();
    await client.submit(record);
    await dead;
    allow();
    page.fire('focus');
    await turns();
    expect((await client.dead()).map(({ id }) => id)).toEqual([record.id]);
  });

  it('two revisions and a clock that was set back: both are erased once they are acknowledged', async () => {
    withoutLocalStorage();
    const page = stubPage();
    const locks = stubLocks(true);
    let clock = Date.now();
    const answers: (() => void)[] = [];
    const client = made(() => new Promise((resolve) => answers.push(() => resolve(new Response()))), { now: () => clock });
    const sending = heard(client, 'sending');
    const record = response();
    await client.submit(record);
    // The first is on its way, so that it cannot give way to the second.
    await sending;
    clock -= 60_000;
    await client.submit({ ...record, revision: 2 });
    locks.granted = false;
    page.fire('pagehide');
    expect(answers).toHaveLength(2);
    for (const answer of answers) answer();
    await turns();
    expect(await client.pending()).toEqual([]);
  });

  it('a page that left and came back: what is still on its way is not sent again', async () => {
    withoutLocalStorage();
    const page = stubPage();
    const locks = stubLocks(false);
    const keys: string[] = [];
    const answers: (() => void)[] = [];
    const client = made(({ headers }) => (keys.push(new Headers(headers).get('idempotency-key')!), new Promise((resolve) => answers.push(() => resolve(new Response())))));
    for (let answer = 0; answer < 5; answer++) await client.submit(response());
    page.fire('pagehide');
    await turns();
    expect(keys).toHaveLength(5);
    locks.granted = true;
    page.fire('pageshow', { persisted: true });
    await turns();
    answers.at(-1)!();
    await turns();
    for (const answer of answers) answer();
    await turns();
    expect(keys).toHaveLength(5);
    expect(await client.pending()).toEqual([]);
  });
});
