import { keepInInbox } from '@askwell/client/inbox.js';
import { uuidv7 } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { closedAfter, offline, turns } from './closed-after.js';
import { heard, response } from './receiver.js';
import { denyIndexedDB, stubLocalStorage, stubLocks, stubPage, withoutLocalStorage } from './tab.js';

const ENDPOINT = 'https://receiver.example/answers';

describe('a refusal', () => {
  const { made } = closedAfter();

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('stops a pass, whatever that is at', async () => {
    withoutLocalStorage();
    for (let turn = 0; turn < 40; turn++) {
      const queue = uuidv7();
      const before = made(offline, { queue });
      await before.submit(response());
      await turns(60);
      before.close();
      let purged = false;
      let late = 0;
      const client = made(() => ((late += Number(purged)), new Response()), { queue });
      void client.flush();
      await turns(turn);
      purged = true;
      void client.purge();
      await turns();
      expect(late, `refused after ${turn} turns`).toBe(0);
    }
  });

  it('lets nothing of the inbox be adopted any more', async () => {
    stubLocalStorage();
    for (let turn = 0; turn < 20; turn++) {
      const page = stubPage();
      const queue = uuidv7();
      for (let entry = 0; entry < 4; entry++) keepInInbox(ENDPOINT, response(), queue);
      let refused = false;
      let late = 0;
      const client = made(() => ((late += Number(refused)), new Response()), { queue });
      void client.flush();
      await turns(turn);
      refused = true;
      page.fire('askwell-refuse');
      await turns(150);
      expect([late, await client.pending()], `refused after ${turn} turns`).toEqual([0, []]);
      client.close();
    }
  });

  it('lets nothing of what only the memory held go on from there', async () => {
    withoutLocalStorage();
    for (let turn = 0; turn < 20; turn++) {
      const page = stubPage();
      const allow = denyIndexedDB();
      let reachable = false;
      let refused = false;
      let late = 0;
      const client = made(() => (reachable ? ((late += Number(refused)), new Response()) : offline()), { queue: uuidv7() });
      for (let answer = 0; answer < 3; answer++) await client.submit(response());
      await turns(20);
      allow();
      reachable = true;
      page.fire('focus');
      await turns(turn);
      refused = true;
      page.fire('askwell-refuse');
      await turns(120);
      expect([late, await client.pending()], `refused after ${turn} turns`).toEqual([0, []]);
      client.close();
    }
  });

  it('is asked for before each request of a pass', async () => {
    withoutLocalStorage();
    const queue = uuidv7();
    const before = made(offline, { queue });
    for (let answer = 0; answer < 8; answer++) await before.submit(response());
    await turns();
    before.close();
    let consent = true;
    let asked = 0;
    const client = made(() => ((consent = ++asked < 2), new Response()), { queue, consent: () => consent });
    await client.flush();
    await turns();
    expect(asked).toBe(2);
    expect(await client.pending()).toEqual([]);
  });

  it('is asked for as the page leaves', async () => {
    withoutLocalStorage();
    const page = stubPage();
    stubLocks(false);
    let consent = true;
    let asked = 0;
    const client = made(() => (asked++, new Response()), { consent: () => consent });
    await client.submit(response());
    consent = false;
    page.fire('pagehide');
    await turns();
    expect(asked).toBe(0);
  });

  it('reaches what IndexedDB holds, where memory has served meanwhile', async () => {
    withoutLocalStorage();
    const queue = uuidv7();
    let consent = true;
    const client = made(offline, { queue, consent: () => consent });
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    const closed = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('', 'InvalidAccessError');
    });
    const storage = heard(client, 'storage');
    await client.submit(response());
    await storage;
    closed.mockRestore();
    consent = false;
    await client.flush();
    await turns();
    expect(await made(offline, { queue }).pending()).toEqual([]);
  });

  it('that cannot be told, since the page throws, is no consent yet, and nothing goes uncaught', async () => {
    withoutLocalStorage();
    const page = stubPage();
    const uncaught: unknown[] = [];
    const hear = (error: unknown): void => void uncaught.push(error);
    process.on('uncaughtException', hear).on('unhandledRejection', hear);
    const client = made(() => new Response(), {
      random: () => 0,
      consent: () => {
        throw new TypeError('The consent manager is not there yet');
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    page.fire('online');
    await turns();
    expect((await client.submit(response())).state).toBe('blocked');
    process.off('uncaughtException', hear).off('unhandledRejection', hear);
    expect(uncaught).toEqual([]);
  });
});
