import { keepInInbox } from '@askwell/client/inbox.js';
import { uuidv7 } from '@askwell/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { inboxOf } from '../../inbox-of.js';
import { closedAfter } from './closed-after.js';
import { heard, response } from './receiver.js';
import { stubLocalStorage } from './tab.js';

const ENDPOINT = 'https://receiver.example/answers';

describe('the inbox', () => {
  let storage: Storage;
  const { made } = closedAfter();

  beforeEach(() => {
    storage = stubLocalStorage();
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('works where there is no page, such as in a worker that was given a storage', () => {
    vi.stubGlobal('document', undefined);
    expect(keepInInbox(ENDPOINT, response())).toBe(true);
    expect(keepInInbox('/relative', response())).toBe(false);
  });

  it('does not say that it keeps what it cannot read back', () => {
    storage.setItem = () => {};
    expect(keepInInbox(ENDPOINT, response())).toBe(false);
  });

  it('counts neither the entries of the page, nor those of other endpoints, nor the one that it writes anew', () => {
    for (let number = 0; number < 20; number++) {
      storage.setItem(`page:${number}`, `"${ENDPOINT}"`);
      keepInInbox(`${ENDPOINT}/more`, response());
    }
    const record = response();
    expect(keepInInbox(ENDPOINT, record)).toBe(true);
    for (let number = 1; number < 20; number++) expect(keepInInbox(ENDPOINT, response())).toBe(true);
    expect(keepInInbox(ENDPOINT, response())).toBe(false);
    expect(keepInInbox(ENDPOINT, record)).toBe(true);
  });

  it('gives up what is acknowledged, and not the higher revision of the same response', async () => {
    const queue = uuidv7();
    const record = response();
    const { promise: reply, resolve: acknowledge } = Promise.withResolvers<Response>();
    const client = made(() => reply, { queue });
    const sending = heard(client, 'sending');
    const { sent } = await client.submit(record);
    await sending;
    // By a page that has no client yet.
    keepInInbox(ENDPOINT, { ...record, revision: 12 }, queue);
    // The lower one made room for it, and is put back as another tab may have done.
    storage.setItem(inboxOf(record.id)[0]!.key.replace(/12$/, '1'), '{}');
    acknowledge(new Response());
    await sent;
    expect(inboxOf(record.id)).toMatchObject([{ revision: 12 }]);
  });

  it('is cleared of what was acknowledged before, and nothing of it is sent again', async () => {
    const queue = uuidv7();
    let asked = 0;
    const client = made(() => (asked++, new Response()), { queue });
    const record = response();
    await (await client.submit(record)).sent;
    keepInInbox(ENDPOINT, record, queue);
    await made(() => (asked++, new Response()), { queue }).flush();
    expect(Object.keys(storage)).toEqual([]);
    expect(await client.submit(record)).toEqual({ state: 'sent' });
    expect(Object.keys(storage)).toEqual([]);
    expect(asked).toBe(1);
  });

  it('is adopted again after a purge, if the same is kept in it anew', async () => {
    const queue = uuidv7();
    let broken = true;
    const asked: string[] = [];
    const client = made(
      ({ headers }) => {
        if (broken) throw new TypeError('No network');
        asked.push(new Headers(headers).get('idempotency-key')!);
        return new Response();
      },
      { queue },
    );
    const record = response();
    const retry = heard(client, 'retry');
    await client.submit(record);
    await retry;
    await client.purge();
    expect(Object.keys(storage)).toEqual([]);
    await client.flush();
    broken = false;
    keepInInbox(ENDPOINT, record, queue);
    await client.flush();
    expect(asked).toEqual([`"${record.id}.1"`]);
  });

  it('is what a client starts with, be it in a tab where no answer is given', async () => {
    const queue = uuidv7();
    const record = response({ revision: 12 });
    keepInInbox(ENDPOINT, record, queue);
    const asked: string[] = [];
    const client = made(({ headers }) => (asked.push(new Headers(headers).get('idempotency-key')!), new Response()), { queue, random: () => 0 });
    await client.whenDelivered(record.id, 12);
    expect(asked).toEqual([`"${record.id}.12"`]);
  });
});
