import { recordBody, type ResponseRecord } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Client } from '@askwell/client';

import { clientOf, heard, response } from './receiver.js';
import { stubLocks } from './tab.js';

const KEEPALIVE = 60 * 1024;

/** A record whose body has so many bytes. */
function sized(bytes: number): ResponseRecord {
  const record = response({ answers: { comment: '' } });
  return { ...record, answers: { comment: 'x'.repeat(bytes - recordBody(record).length) } };
}

/** A reply in these pieces; without an end, if that is said. */
function pieces(parts: Uint8Array[], ends = true): Response {
  return new Response(
    new ReadableStream({
      start(stream) {
        for (const part of parts) stream.enqueue(part);
        if (ends) stream.close();
      },
    }),
  );
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a request', () => {
  let client: Client;

  afterEach(() => {
    client.close();
    vi.unstubAllGlobals();
  });

  it.each([
    [KEEPALIVE, [true, false]],
    [KEEPALIVE + 1, [false]],
  ])('of %i bytes has keepalive if the page may have that, and is tried once without it: %j', async (bytes, tries) => {
    const keepalives: (boolean | undefined)[] = [];
    client = clientOf(
      ({ keepalive }) => {
        keepalives.push(keepalive);
        throw new TypeError('Failed to fetch');
      },
      { maxBytes: 2 * KEEPALIVE },
    );
    const retry = heard(client, 'retry');
    await client.submit(sized(bytes));
    await retry;
    expect(keepalives).toEqual(tries);
  });

  it('is made when the answer is stored, and no sooner', async () => {
    let asked = 0;
    client = clientOf(() => (asked++, new Response()));
    const submitted = client.submit(response());
    expect(asked).toBe(0);
    await (await submitted).sent;
    expect(asked).toBe(1);
  });

  it('leaves its share of keepalive to the next one when it is over', async () => {
    const keepalives: (boolean | undefined)[] = [];
    client = clientOf(({ keepalive }) => (keepalives.push(keepalive), new Response()));
    for (let times = 0; times < 3; times++) await (await client.submit(sized(KEEPALIVE))).sent;
    expect(keepalives).toEqual([true, true, true]);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['never began', () => new Promise(() => {})],
    ['never ended', () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(bytesOf('{')) }))],
    ['went on and on', () => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(bytesOf(' '.repeat(1024))) }))],
  ])('after a reply that %s goes without keepalive, until one has come to its end, since WebKit leaves such a connection open', async (_what, reply) => {
    const keepalives: (boolean | undefined)[] = [];
    let healthy = false;
    client = clientOf(({ keepalive }) => (keepalives.push(keepalive), healthy ? new Response('{}') : reply()), { endpoint: 'http://localhost/answers', timeoutMs: 20 });
    for (let times = 0; times < 2; times++) {
      const retry = heard(client, 'retry');
      if (times) void client.flush();
      else await client.submit(response());
      await retry;
    }
    healthy = true;
    const delivered = heard(client, 'delivered');
    void client.flush();
    await delivered;
    await (await client.submit(response())).sent;
    expect(keepalives).toEqual([true, false, false, true]);
  });

  it('without a network leaves keepalive to the next one', async () => {
    const keepalives: (boolean | undefined)[] = [];
    client = clientOf(({ keepalive }) => {
      keepalives.push(keepalive);
      throw new TypeError('Failed to fetch');
    });
    for (let times = 0; times < 2; times++) {
      const retry = heard(client, 'retry');
      if (times) void client.flush();
      else await client.submit(response());
      await retry;
    }
    expect(keepalives).toEqual([true, false, true, false]);
  });

  it('that is given up by a purge is not made again, and ends at once', async () => {
    const signals: AbortSignal[] = [];
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    client = clientOf(({ signal }) => {
      signals.push(signal!);
      ask();
      return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError'))));
    });
    const told: string[] = [];
    for (const type of ['delivered', 'retry', 'gate', 'dead']) client.events.addEventListener(type, () => told.push(type));
    await client.submit(response());
    await asked;
    const flushed = client.flush();
    await client.purge();
    await flushed;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(told).toEqual([]);
    expect(await client.pending()).toEqual([]);
  });

  it('is made as ever after a purge', async () => {
    client = clientOf(({ signal }) => (signal!.aborted ? Response.error() : new Response()));
    await client.purge();
    await (await client.submit(response())).sent;
  });

  it('that nobody answers in time is given up', async () => {
    const signals: AbortSignal[] = [];
    client = clientOf(({ signal }) => (signals.push(signal!), new Promise(() => {})), { timeoutMs: 20 });
    const retry = heard(client, 'retry');
    await client.submit(response());
    expect(await retry).toMatchObject({ reason: 'network', status: 0 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('is answered in pieces that end within a letter', async () => {
    const record = response({ id: 'Büro-1' });
    const [first, second] = ['{"ok":true,"id":"B', 'ü'].map(bytesOf) as [Uint8Array, Uint8Array];
    client = clientOf(() => pieces([first, second.slice(0, 1), second.slice(1), bytesOf('ro-1"}')]));
    const told = heard(client, 'delivered', 'suspect');
    await client.submit(record);
    expect((await told).type).toBe('delivered');
  });

  it('is answered as soon as 4 KiB have come', async () => {
    client = clientOf(() => pieces([bytesOf(' '.repeat(4096))], false), { timeoutMs: 1000 });
    const told = heard(client, 'delivered', 'retry');
    await client.submit(response());
    expect((await told).type).toBe('delivered');
  });

  it('is not told to wait by a reply that is no refusal', async () => {
    client = clientOf(() => new Response(null, { status: 302, headers: { 'retry-after': '3600' } }));
    const retry = heard(client, 'retry');
    await client.submit(response());
    expect(await retry).toMatchObject({ waitMs: 750 });
  });

  it.each<[string, () => Response, string[]]>([
    ['is acknowledged', () => new Response(), ['queued', 'sending', 'delivered']],
    ['is refused', () => new Response(null, { status: 422 }), ['queued', 'sending', 'dead']],
    ['fails', () => Response.error(), ['queued', 'sending', 'redirect', 'retry', 'gate']],
    ['finds no network', () => { throw new TypeError('No network'); }, ['queued', 'sending', 'retry', 'gate']],
    ['is for later', () => new Response(null, { status: 503 }), ['queued', 'sending', 'retry', 'gate']],
    ['is under way elsewhere', () => new Response(null, { status: 409 }), ['queued', 'sending', 'retry']],
    ['needs somebody to mend the endpoint', () => new Response(null, { status: 404 }), ['queued', 'sending', 'endpointconfig', 'retry', 'gate']],
  ])('that %s is told of by these events and no other', async (_name, answer, events) => {
    client = clientOf(answer);
    const told: string[] = [];
    const dispatch = client.events.dispatchEvent.bind(client.events);
    client.events.dispatchEvent = (event) => (told.push(event.type), dispatch(event));
    await client.submit(response());
    await client.flush();
    expect(told.slice(0, events.length)).toEqual(events);
    expect(new Set(told)).toEqual(new Set(events));
  });
});

describe('a request of a client that is closed', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('ends, and no other follows it', async () => {
    const { promise: reply, resolve: acknowledge } = Promise.withResolvers<Response>();
    let asked = 0;
    const client = clientOf(() => (asked++, reply));
    const sending = heard(client, 'sending');
    await client.submit(response());
    await sending;
    const second = response();
    await client.submit(second);
    const delivered = heard(client, 'delivered');
    client.close();
    acknowledge(new Response());
    await delivered;
    const other = clientOf(() => new Response());
    await (await other.submit(response())).sent;
    other.close();
    expect(asked).toBe(1);
    expect((await client.pending()).map(({ id }) => id)).toEqual([second.id]);
  });

  it('is none that was about to begin', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: granted, resolve: grant } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const request = async (_name: string, _options: object, work: (lock: object) => unknown): Promise<unknown> => {
      ask();
      await granted;
      const value = await work({});
      release();
      return value;
    };
    vi.stubGlobal('navigator', { locks: { request } });
    let posted = 0;
    const client = clientOf(() => (posted++, new Response()));
    await client.submit(response());
    await asked;
    client.close();
    grant();
    await released;
    expect(posted).toBe(0);
    expect(await client.pending()).toHaveLength(1);
  });

  it('is none, whatever is called', async () => {
    const locks = stubLocks();
    let asked = 0;
    const client = clientOf(() => {
      asked++;
      throw new TypeError('No network');
    });
    const retry = heard(client, 'retry');
    const record = response();
    await client.submit(record);
    await retry;
    client.close();
    const before = { asked, locks: locks.asked };
    await client.flush();
    await client.retryDead();
    void client.whenDelivered(record.id, 1);
    const other = clientOf(() => new Response());
    await (await other.submit(response())).sent;
    other.close();
    expect(asked).toBe(before.asked);
    // Those of the other one.
    expect(locks.asked).toBe(before.locks + 1);
    await expect(client.submit(response())).rejects.toMatchObject({ code: 'closed' });
  });
});
