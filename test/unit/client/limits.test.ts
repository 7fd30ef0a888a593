import { recordBody, uuidv7, type ResponseRecord } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { ClientEventDetail, ClientOptions } from '@askwell/client';

import { inboxOf } from '../../inbox-of.js';
import { closedAfter, offline } from './closed-after.js';
import { heard, response } from './receiver.js';
import { stubLocalStorage, withoutLocalStorage } from './tab.js';

const KEPT = 30 * 86_400_000;

/** A record whose body has so many bytes. */
function sized(bytes: number): ResponseRecord {
  const record = response({ answers: { comment: '' } });
  return { ...record, answers: { comment: 'x'.repeat(bytes - recordBody(record).length) } };
}

describe('what a client keeps', () => {
  const { made } = closedAfter();

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is a body of exactly the longest length, and none that is a byte longer', async () => {
    const client = made(offline, { maxBytes: 2000 });
    expect((await client.submit(sized(2000))).state).toBe('saved');
    await expect(client.submit(sized(2001))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('is 2 MiB that wait, and not a byte more but of what a respondent says anew', async () => {
    withoutLocalStorage();
    const client = made(offline, { maxBytes: 1024 * 1024 });
    await expect(client.submit(sized(256 * 1024 + 1))).rejects.toMatchObject({ code: 'too-large' });
    const records = Array.from({ length: 8 }, () => sized(256 * 1024));
    for (const record of records) expect((await client.submit(record)).state).toBe('saved');
    await client.flush();
    expect(await client.submit(response())).toEqual({ state: 'blocked' });
    expect((await client.submit({ ...records[7]!, revision: 2 })).state).toBe('saved');
    expect((await client.pending()).map(({ revision }) => revision).sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  });

  it('is what the inbox took while the queue was full, which is sent once there is room', async () => {
    const storage = stubLocalStorage();
    const options = { queue: uuidv7() };
    const client = made(offline, { ...options, maxBytes: 1024 * 1024 });
    for (let times = 0; times < 8; times++) await client.submit(sized(256 * 1024));
    const record = response();
    expect((await client.submit(record)).state).toBe('saved');
    expect(Object.keys(storage)).toEqual(inboxOf(record.id, storage).map(({ key }) => key));
    expect(inboxOf(record.id, storage)).toMatchObject([{ revision: 1, queue: options.queue }]);
    expect(await client.pending()).toHaveLength(8);
    const asked: string[] = [];
    const online = made(({ headers }) => (asked.push(new Headers(headers).get('idempotency-key')!), new Response()), options);
    await online.flush();
    await online.flush();
    await online.whenDelivered(record.id, 1);
    expect(asked).toHaveLength(9);
    expect(Object.keys(storage)).toEqual([]);
  });

  it('is told of by an event as soon as it is queued', async () => {
    const client = made(offline);
    const record = response();
    const queued = heard(client, 'queued');
    await client.submit(record);
    expect(await queued).toEqual({ type: 'queued', id: record.id, revision: 1 });
  });

  it('is fifty dead letters: the oldest makes room, and that is told', async () => {
    let clock = Date.now();
    const client = made(() => new Response(null, { status: 422 }), { now: () => clock });
    const told: ClientEventDetail[] = [];
    client.events.addEventListener('dead', (event) => told.push((event as CustomEvent<ClientEventDetail>).detail));
    const records = Array.from({ length: 52 }, () => response());
    for (const record of records) {
      clock++;
      const dead = heard(client, 'dead');
      await client.submit(record);
      await dead;
      await client.flush();
    }
    expect((await client.dead()).map(({ id }) => id)).toEqual(records.slice(2).map(({ id }) => id));
    const evicted = told.filter(({ reason }) => reason === 'evicted');
    expect(evicted).toEqual(records.slice(0, 2).map(({ id }) => ({ id, revision: 1, status: 422, reason: 'evicted' })));
  });

  it('says of a dead letter all that is known of it', async () => {
    const clock = Date.now();
    const client = made(() => new Response(null, { status: 422 }), { now: () => clock });
    const record = response();
    const dead = heard(client, 'dead');
    await client.submit(record);
    await dead;
    const body = recordBody(record);
    const known = { id: record.id, revision: 1, body, bytes: body.length, ep: client.endpoint };
    expect(await client.dead()).toEqual([{ ...known, at: clock, n: 0, next: 0, att: '', status: 422, reason: 'reject', deadAt: clock }]);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('is a dead letter for thirty days: %i ms later, %i are left', async (late, left) => {
    let clock = Date.now();
    const options: Partial<ClientOptions> = { queue: uuidv7(), now: () => clock };
    const client = made(() => new Response(null, { status: 422 }), options);
    const dead = heard(client, 'dead');
    const record = response();
    await client.submit(record);
    await dead;
    client.close();
    clock += KEPT + late;
    const later = made(offline, { ...options, random: () => 0 });
    const evicted = heard(later, 'dead');
    // It looks through them as it starts.
    await new Promise((resolve) => setTimeout(resolve));
    expect(await later.dead()).toHaveLength(left);
    if (late) expect(await evicted).toEqual({ type: 'dead', id: record.id, revision: 1, status: 422, reason: 'evicted' });
  });

  it.each([
    ['not given yet', 1, undefined],
    ['given', 0, true],
  ])('is looked through at the start with the consent to it: where that is %s, %i too old are left', async (_name, left, consent) => {
    let clock = Date.now();
    const options: Partial<ClientOptions> = { queue: uuidv7(), now: () => clock };
    const client = made(() => new Response(null, { status: 422 }), options);
    const dead = heard(client, 'dead');
    await client.submit(response());
    await dead;
    client.close();
    clock += KEPT + 1;
    const later = made(offline, { ...options, random: () => 0, consent: () => consent });
    await new Promise((resolve) => setTimeout(resolve));
    expect(await later.dead()).toHaveLength(left);
  });

  it.each([
    [0, 'sent'],
    [1, 'saved'],
  ])('is the number of what was delivered for thirty days: %i ms later, the same again is %s', async (late, state) => {
    let clock = Date.now();
    const client = made(() => new Response(), { now: () => clock });
    const record = response();
    await (await client.submit(record)).sent;
    await client.flush();
    clock += KEPT + late;
    // Looked through while one waits.
    await (await client.submit(response())).sent;
    expect((await client.submit(record)).state).toBe(state);
  });

  it.each([
    [0, 'retry'],
    [1, 'dead'],
  ])('is an answer for as long as it was told to: %i ms later, it is for %s', async (late, fate) => {
    let clock = Date.now();
    const storage = stubLocalStorage();
    const client = made(offline, { now: () => clock, ttlMs: 1000 });
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    clock += 1000 + late;
    const told = heard(client, 'retry', 'dead');
    await client.flush();
    expect((await told).type).toBe(fate);
    // Of what has expired, no later page may take the copy for an answer that waits.
    expect(Object.keys(storage)).toHaveLength(late ? 0 : 1);
  });
});
