import { afterEach, describe, expect, it } from 'vitest';

import type { Client, ClientOptions } from '@askwell/client';

import { clientOf, heard, response } from './receiver.js';

describe('the revisions of a response', () => {
  const open: Client[] = [];

  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });

  /** A client that notes what it posts, and a receiver that replies with these statuses, then with 204. */
  function noting(replies: (number | Promise<number>)[], options: Partial<ClientOptions> = {}) {
    const asked: string[] = [];
    const client = clientOf(async ({ headers }) => {
      asked.push(new Headers(headers).get('idempotency-key')!);
      return new Response(null, { status: await (replies.shift() ?? 204) });
    }, options);
    open.push(client);
    return { client, asked };
  }

  it('are each sent, if the one before was acknowledged', async () => {
    const { client, asked } = noting([]);
    const record = response();
    await (await client.submit(record)).sent;
    await (await client.submit({ ...record, revision: 2 })).sent;
    expect(asked).toEqual([`"${record.id}.1"`, `"${record.id}.2"`]);
  });

  it('wait for the one before, for as long as somebody else delivers that', async () => {
    let clock = Date.now();
    const { promise: first, resolve: reply } = Promise.withResolvers<number>();
    const { client, asked } = noting([first], { now: () => clock });
    const record = response();
    const sending = heard(client, 'sending');
    await client.submit(record);
    await sending;
    await client.submit({ ...record, revision: 2 });
    const retry = heard(client, 'retry');
    reply(409);
    expect(await retry).toMatchObject({ reason: 'busy', waitMs: 3500 });
    await client.flush();
    clock += 3499;
    await client.flush();
    expect(asked).toHaveLength(1);
    clock += 1;
    await client.flush();
    expect(asked).toEqual([`"${record.id}.1"`, `"${record.id}.1"`, `"${record.id}.2"`]);
  });

  it('stay in their order when the clock is set back between them', async () => {
    let clock = Date.now();
    const { promise: first, resolve: reply } = Promise.withResolvers<number>();
    const { client, asked } = noting([first], { now: () => clock });
    const record = response();
    const sending = heard(client, 'sending');
    await client.submit(record);
    await sending;
    clock -= 3_600_000;
    await client.submit({ ...record, revision: 2 });
    expect((await client.pending()).map(({ revision }) => revision)).toEqual([1, 2]);
    const retry = heard(client, 'retry');
    reply(404);
    await retry;
    await client.flush();
    expect(asked).toEqual([`"${record.id}.1"`, `"${record.id}.1"`, `"${record.id}.2"`]);
  });

  it('are told to be delivered by a promise each, and without a number by that of the highest that waits', async () => {
    const { promise: first, resolve: reply } = Promise.withResolvers<number>();
    const { promise: second, resolve: replyAgain } = Promise.withResolvers<number>();
    const { client } = noting([first, second]);
    const record = response();
    const told: string[] = [];
    const sending = heard(client, 'sending');
    await client.submit(record);
    await sending;
    await client.submit({ ...record, revision: 2 });
    const [one, any] = [client.whenDelivered(record.id, 1), client.whenDelivered(record.id)];
    void one.then(() => told.push('one'));
    void any.then(() => told.push('any'));
    await client.pending();
    const again = heard(client, 'sending');
    reply(204);
    await one;
    await again;
    await client.pending();
    expect(told).toEqual(['one']);
    replyAgain(204);
    await any;
    expect(await client.pending()).toEqual([]);
  });

  it('of another response have no say in that', async () => {
    const { promise: reply, resolve: acknowledge } = Promise.withResolvers<number>();
    let clock = Date.now();
    const { client } = noting([503, reply], { now: () => clock });
    const retry = heard(client, 'retry');
    await client.submit(response({ revision: 7 }));
    await retry;
    clock += 5000;
    const record = response();
    const sending = heard(client, 'sending');
    await client.submit(record);
    expect((await sending).id).toBe(record.id);
    const told = client.whenDelivered(record.id);
    await client.pending();
    acknowledge(204);
    await told;
  });

  it('are not told to be delivered when they are refused, but when they are taken at last', async () => {
    const { client } = noting([422]);
    const dead = heard(client, 'dead');
    const { sent } = await client.submit(response());
    let told = false;
    void sent!.then(() => (told = true));
    await dead;
    await client.flush();
    await client.pending();
    expect(told).toBe(false);
    expect(await client.retryDead()).toBe(1);
    await sent;
    expect(await client.dead()).toEqual([]);
  });

  it('are tried those with the fewest failures first, so that none starves the others', async () => {
    let clock = Date.now();
    const { client, asked } = noting([500], { now: () => clock });
    const [poison, other] = [response(), response()];
    const retry = heard(client, 'retry');
    await client.submit(poison);
    await retry;
    await client.submit(other);
    clock += 5000;
    await client.flush();
    expect(asked).toEqual([`"${poison.id}.1"`, `"${other.id}.1"`, `"${poison.id}.1"`]);
  });
});

describe('an endpoint', () => {
  it('never gets what waits for another one, be it the same but for its query', async () => {
    const asked: string[] = [];
    const options = (query: string, broken: boolean): Partial<ClientOptions> => ({
      endpoint: `https://receiver.example/queries?team=${query}`,
      queue: '',
      fetch: async (url) => {
        if (broken) throw new TypeError('No network');
        asked.push(String(url));
        return new Response();
      },
    });
    const [left, right] = [clientOf(() => new Response(), options('left', true)), clientOf(() => new Response(), options('right', false))];
    const retry = heard(left, 'retry');
    const record = response();
    await left.submit(record);
    await retry;
    const { sent } = await right.submit(response());
    await right.flush();
    await sent;
    expect(asked).toEqual(['https://receiver.example/queries?team=right']);
    expect(await right.pending()).toEqual([]);
    expect((await left.pending()).map(({ id }) => id)).toEqual([record.id]);
    left.close();
    right.close();
  });
});
