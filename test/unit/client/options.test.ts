import { createClient, type Client, type ClientOptions } from '@askwell/client';
import { simple } from '@askwell/client/wires.js';
import { uuidv7 } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { closedAfter, offline } from './closed-after.js';
import { clientOf, heard, response } from './receiver.js';
import { after, stopTimers, stubLocalStorage } from './tab.js';

describe('the options of a client', () => {
  const { made, taken } = closedAfter();

  /** A client with nothing but these options. */
  const plain = (options: ClientOptions): Client => taken(createClient(options));

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each<[string, Partial<ClientOptions>]>([
    ['headers', { headers: { 'x-team': 'a' } }],
    ['a wire', { wire: simple }],
    ['credentials', { credentials: 'include' }],
  ])('with %s make it keep its answers apart from those that any page may send, in the queue named own', async (_name, options) => {
    const endpoint = `https://receiver.example/${uuidv7()}`;
    const client = plain({ endpoint, fetch: offline, ...options });
    const retry = heard(client, 'retry');
    const record = response();
    await client.submit(record);
    await retry;
    expect((await client.pending()).map(({ id }) => id)).toEqual([record.id]);
    expect(await made(offline, { endpoint, queue: '' }).pending()).toEqual([]);
    expect((await made(offline, { endpoint, queue: 'own' }).pending()).map(({ id }) => id)).toEqual([record.id]);
  });

  it('without any of these make it use the queue that every page empties', async () => {
    const endpoint = `https://receiver.example/${uuidv7()}`;
    const client = plain({ endpoint, fetch: offline });
    await client.submit(response());
    expect(await made(offline, { endpoint, queue: '' }).pending()).toHaveLength(1);
  });

  it('may have a function for the headers that has properties of its own, as a spy has', async () => {
    const headers = Object.assign(() => ({ 'x-token': 'abc' }), { cookie: 'not a header' });
    let sent: Headers | undefined;
    const client = made((request) => ((sent = new Headers(request.headers)), new Response()), { headers });
    await (await client.submit(response())).sent;
    expect(sent!.get('x-token')).toBe('abc');
    expect(sent!.get('cookie')).toBeNull();
  });

  it('forbid a header by its whole name, not by how it begins', () => {
    expect(() => made(offline, { headers: { 'hostname-of-page': 'a', cookies: 'none' } })).not.toThrow();
    for (const name of ['Host', 'cookie', 'Sec-Fetch-Mode', 'proxy-x', 'content-type']) {
      expect(() => made(offline, { headers: { [name]: 'a' } })).toThrow(expect.objectContaining({ code: 'invalid-options' }));
    }
  });

  it('wait for somebody to mend it where a function makes a header that is forbidden, or throws', async () => {
    let asked = 0;
    for (const headers of [() => ({ cookie: 'a' }), offline]) {
      const client = made(() => (asked++, new Response()), { headers });
      const told = heard(client, 'endpointconfig');
      await client.submit(response());
      expect(await told).toMatchObject({ reason: 'config', status: 0 });
    }
    expect(asked).toBe(0);
  });

  it('may have a wire that throws for a record: that is no record for it then', async () => {
    const client = made(offline, {
      wire: () => {
        throw new Error('Cannot say that');
      },
    });
    await expect(client.submit(response())).rejects.toMatchObject({ code: 'invalid-record' });
    expect(await client.pending()).toEqual([]);
  });

  it('may have a wire that has no use any more for what was kept: it is settled, and nothing is posted', async () => {
    let useful = true;
    let asked = 0;
    const client = made(() => (asked++, new Response()), {
      endpoint: 'http://localhost/answers',
      wire: (letter) => (useful ? simple(letter) : undefined),
    });
    const delivered = heard(client, 'delivered', 'suspect', 'retry');
    const submitted = client.submit(response());
    useful = false;
    await submitted;
    expect((await delivered).type).toBe('delivered');
    expect(asked).toBe(0);
  });

  it('name the receiver for the last time when it is made: what a page does to fetch later is heeded', async () => {
    const endpoint = `https://receiver.example/${uuidv7()}`;
    const client = plain({ endpoint });
    const asked: unknown[] = [];
    vi.stubGlobal('fetch', async (url: unknown) => (asked.push(url), new Response()));
    await (await client.submit(response())).sent;
    expect(asked).toEqual([endpoint]);
  });
});

describe('consent', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([
    ['not given yet, what an earlier visit left stays as it is', undefined, 1],
    ['refused, it is erased', false, 0],
  ])('is asked for at the start too: where it is %s', async (_name, given, left) => {
    stubLocalStorage();
    const queue = uuidv7();
    const before = clientOf(offline, { queue });
    const retry = heard(before, 'retry');
    await before.submit(response());
    await retry;
    before.close();
    stopTimers();
    let asked = 0;
    let consent: boolean | undefined = given;
    const client = clientOf(() => (asked++, new Response()), { queue, consent: () => consent, now: () => Date.now() + 60_000 });
    // Nothing but the consent is in the way.
    await after(500);
    expect(asked).toBe(0);
    expect(await client.pending()).toHaveLength(left);
    consent = true;
    await client.flush();
    expect(asked).toBe(left);
    client.close();
  });
});

describe('flush', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('does nothing for a signal that was aborted before', async () => {
    let asked = 0;
    const client = clientOf(() => {
      asked++;
      throw new TypeError('No network');
    });
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    const before = asked;
    await client.flush({ signal: AbortSignal.abort() });
    await client.pending();
    expect(asked).toBe(before);
    await client.flush({ signal: new AbortController().signal });
    expect(asked).toBeGreaterThan(before);
    client.close();
  });

  it('does nothing without consent', async () => {
    let consent: boolean | undefined = true;
    let asked = 0;
    const client = clientOf(
      () => {
        asked++;
        throw new TypeError('No network');
      },
      { consent: () => consent },
    );
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    const before = asked;
    consent = undefined;
    await client.flush();
    expect(asked).toBe(before);
    expect(await client.pending()).toHaveLength(1);
    client.close();
  });
});

describe('whenDelivered', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('hears at once of what another tab has delivered', async () => {
    stubLocalStorage();
    // Neither looks by itself.
    stopTimers();
    const queue = uuidv7();
    const [left, right] = [clientOf(() => new Response(), { queue }), clientOf(() => new Response(), { queue })];
    const record = response();
    const delivered = right.whenDelivered(record.id, 1);
    await right.flush();
    await after(0);
    await (await left.submit(record)).sent;
    await delivered;
    left.close();
    right.close();
  });

  it('tells everybody who waits, and of what was delivered before too', async () => {
    const client = clientOf(() => new Response());
    const record = response();
    const waiting = [client.whenDelivered(record.id, 1), client.whenDelivered(record.id, 1)];
    await (await client.submit(record)).sent;
    await Promise.all(waiting);
    await client.whenDelivered(record.id, 1);
    await client.whenDelivered(record.id);
    client.close();
  });
});
