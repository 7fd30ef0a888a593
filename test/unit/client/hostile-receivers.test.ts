import { describe, expect, it } from 'vitest';
import { clientOf, fateOf, heard, response } from './receiver.js';

const DAY = 86_400_000;
const json = (body: string, headers: Record<string, string> = {}, status = 200) => new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
const deep = (text: string, times: number): string => text.repeat(times);

/** A body that goes on for ever, or until nobody reads it any more; counts what was asked for. */
function endless(chunk: string, seen: { bytes: number; cancelled: boolean }): Response {
  const bytes = new TextEncoder().encode(chunk);
  return new Response(
    new ReadableStream({
      pull(stream) {
        seen.bytes += bytes.length;
        stream.enqueue(bytes);
      },
      cancel() {
        seen.cancelled = true;
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );
}

describe('a hostile receiver', () => {
  it.each<[string, () => Response, string]>([
    ['an object that is not its own', () => json('{"__proto__":{"ok":false,"id":"x"}}'), 'delivered'],
    ['a constructor', () => json('{"constructor":{"prototype":{"ok":false}}}'), 'delivered'],
    ['an array', () => json('[{"ok":false}]'), 'delivered'],
    ['null', () => json('null'), 'delivered'],
    ['a number beyond all numbers', () => json('1e999'), 'delivered'],
    ['half of an object', () => json('{"ok":true'), 'delivered'],
    ['ok as a text', () => json('{"ok":"false"}'), 'delivered'],
    ['ok: false', () => json('{"ok":false}'), 'suspect'],
    ['the id of somebody else', () => json('{"ok":true,"id":"01a2134b-038b-7418-9911-4266572b3393"}'), 'suspect'],
    ['an id that is an object', () => json('{"ok":true,"id":{"toString":"x"}}'), 'suspect'],
    ['arrays a thousand deep', () => json(deep('[', 1000) + deep(']', 1000)), 'delivered'],
    ['a script', () => new Response('alert(1)', { headers: { 'content-type': 'text/javascript' } }), 'delivered'],
    ['a page with a script', () => new Response('<script>alert(1)</script>', { headers: { 'content-type': 'text/html' } }), 'suspect'],
    ['a page in capitals', () => new Response('<HTML>', { headers: { 'content-type': 'TEXT/HTML' } }), 'suspect'],
    ['no type at all', () => new Response(new Uint8Array([0, 255, 254])), 'delivered'],
    ['bytes that are no text', () => new Response(new Uint8Array([0xc3, 0x28, 0xa0, 0xa1]), { headers: { 'content-type': 'application/json' } }), 'delivered'],
    ['a million spaces', () => json(' '.repeat(1_000_000)), 'delivered'],
    ['a redirect to itself', () => new Response(null, { status: 301, headers: { location: 'https://receiver.example/answers' } }), 'redirect'],
    ['a redirect to another origin', () => new Response(null, { status: 307, headers: { location: 'https://thief.example/' } }), 'redirect'],
    ['a redirect to a script', () => new Response(null, { status: 308, headers: { location: 'javascript:alert(1)' } }), 'redirect'],
    ['a header that sets a cookie', () => json('{"ok":true}', { 'set-cookie': 'a=b' }), 'delivered'],
    ['a header that refreshes', () => json('{"ok":true}', { refresh: '0; url=https://thief.example/' }), 'delivered'],
  ])('that answers %s is read as it must be, and asked once (T12)', async (_name, answer, fate) => {
    let asked = 0;
    const before = Object.getOwnPropertyNames(Object.prototype);
    const told = await fateOf(() => (asked++, answer()));
    expect(told.type === 'delivered' ? 'delivered' : told.reason).toBe(fate);
    expect(asked).toBe(1);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as { ok?: unknown }).ok).toBeUndefined();
  });

  it.each(['1e99', '99999999999999999999', '-1', 'NaN', 'Infinity', '0x10', '1, 2', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', '<script>', ''])(
    'that wants to be left alone for %j is, for a day and 30 s at most (T4, T12)',
    async (header) => {
      const { reason, waitMs } = await fateOf(() => json('{}', { 'retry-after': header }, 503), { random: () => 0.999 });
      expect(reason).toBe('endpoint');
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(DAY + 30_000);
    },
  );

  it.each(['a', '[', '{"ok":', ' ', '😀', '\u202e'])('whose body of %j never ends is read for 4 KiB and left (T12)', async (chunk) => {
    const seen = { bytes: 0, cancelled: false };
    const { type } = await fateOf(() => endless(chunk.repeat(1024), seen));
    expect(type).toBe('delivered');
    expect(seen.bytes).toBeLessThan(64 * 1024);
    expect(seen.cancelled).toBe(true);
  });

  it('whose body never begins is given up in time, and what waits behind it is kept (T7, T12)', async () => {
    const client = clientOf(() => new Response(new ReadableStream({})), { timeoutMs: 20 });
    const retry = heard(client, 'retry');
    await client.submit(response());
    await client.submit(response());
    expect(await retry).toMatchObject({ reason: 'network', status: 0 });
    expect(await client.pending()).toHaveLength(2);
    client.close();
  });
});
