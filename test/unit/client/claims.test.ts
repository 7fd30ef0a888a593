import { uuidv7, type ResponseRecord } from '@askwell/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { clientOf, response } from './receiver.js';
import { stopTimers, stubLocks } from './tab.js';

/** Answers that an earlier page left, in their order; then one reply after the other, until a request is to be held. */
async function waiting(count: number, replies: number[], consume: () => void = () => {}) {
  let clock = Date.now();
  const options = { queue: uuidv7(), now: () => clock };
  const offline = clientOf(() => Response.error(), options);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: holding, resolve: hold } = Promise.withResolvers<void>();
  const records: ResponseRecord[] = [];
  for (let number = 0; number < count; number++) {
    const record = response();
    records.push(record);
    clock++;
    await offline.submit(record);
  }
  await offline.flush();
  offline.close();
  const client = clientOf(
    async () => {
      consume();
      const status = replies.shift();
      if (status === undefined) {
        hold();
        await held;
      }
      return new Response(null, { status: status ?? 204 });
    },
    options,
  );
  return {
    client,
    holding,
    release,
    /** The answers that cannot be replaced any more by what their respondents say next. */
    async claimed(): Promise<string[]> {
      for (const record of records) await client.submit({ ...record, revision: 2 });
      const kept = (await client.pending()).filter(({ revision }) => revision === 1);
      return kept.map(({ id }) => id);
    },
    pass: (ms: number) => void (clock += ms),
  };
}

describe('a sender', () => {
  // A client that starts looks by itself, half a second later.
  beforeEach(() => void stopTimers());

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('claims one answer until it knows that they arrive', async () => {
    const { client, holding, release, claimed } = await waiting(3, []);
    const flushed = client.flush();
    await holding;
    expect(await claimed()).toHaveLength(1);
    release();
    await flushed;
    client.close();
  });

  it('claims what is left of ten once one has arrived', async () => {
    const { client, holding, release, claimed } = await waiting(14, [204]);
    const flushed = client.flush();
    await holding;
    expect(await claimed()).toHaveLength(9);
    release();
    await flushed;
    client.close();
  });

  it('has the next one on its way while it erases the one before', async () => {
    const { client } = await waiting(4, [204, 204, 204, 204]);
    const told: string[] = [];
    for (const type of ['sending', 'delivered']) client.events.addEventListener(type, () => told.push(type));
    await client.flush();
    // The first is awaited, since nobody knows yet whether they arrive.
    expect(told.slice(0, 4)).toEqual(['sending', 'delivered', 'sending', 'sending']);
    client.close();
  });

  it.each([
    ['ten answers', 0, 23, 3],
    ['more than 20 s', 10_000, 4, 2],
  ])('gives way to the other tabs after %s', async (_name, ms, count, passes) => {
    const pass = { by: (_ms: number): void => {} };
    const all = await waiting(count, Array.from({ length: count }, () => 204), () => pass.by(ms));
    pass.by = all.pass;
    const locks = stubLocks();
    await all.client.flush();
    expect(await all.client.pending()).toEqual([]);
    expect(locks.asked).toBe(passes);
    all.client.close();
  });
});
