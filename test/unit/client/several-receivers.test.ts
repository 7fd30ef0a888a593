import { createClient, type Client } from '@askwell/client';
import { uuidv7 } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { inboxOf } from '../../inbox-of.js';
import { closedAfter, offline } from './closed-after.js';
import { heard, response } from './receiver.js';
import { stubLocalStorage, withoutLocalStorage } from './tab.js';

describe('one answer for several receivers', () => {
  const { made, taken } = closedAfter();

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('reaches both where their addresses differ in the query only', async () => {
    withoutLocalStorage();
    const asked: string[] = [];
    const queue = uuidv7();
    const to = (endpoint: string): Client =>
      taken(createClient({ endpoint, queue, random: () => 0.5, fetch: async (input) => (asked.push(String(input)), new Response()) }));
    const record = response();
    const [a, b] = ['https://receiver.example/collect?project=a', 'https://receiver.example/collect?project=b'] as const;
    const deliveries = await Promise.all([to(a).submit(record), to(b).submit(record)]);
    for (const { sent } of deliveries) await sent;
    expect(asked.toSorted()).toEqual([a, b]);
  });

  it('stays in the inbox for the one when the other has it, or is purged', async () => {
    const storage = stubLocalStorage();
    const [first, second] = [uuidv7(), uuidv7()];
    const waits = made(offline, { queue: first });
    const retry = heard(waits, 'retry');
    const record = response();
    await waits.submit(record);
    await retry;
    const arrives = made(() => new Response(), { queue: second, endpoint: 'https://other.example/' });
    await (await arrives.submit(record)).sent;
    expect(inboxOf(record.id, storage)).toMatchObject([{ queue: first, revision: 1 }]);
    await arrives.purge();
    expect(inboxOf(record.id, storage)).toMatchObject([{ queue: first, revision: 1 }]);
    await waits.purge();
    expect(inboxOf(record.id, storage)).toEqual([]);
  });

  it('is not replaced in the inbox by another body under the same key', async () => {
    const storage = stubLocalStorage();
    const queue = uuidv7();
    const record = response({ answers: { score: 3 } });
    for (const score of [3, 9]) await made(() => new Promise(() => {}), { queue }).submit({ ...record, answers: { score } });
    expect(inboxOf(record.id, storage).map(({ body }) => (JSON.parse(body) as typeof record).answers)).toEqual([{ score: 3 }]);
  });
});
