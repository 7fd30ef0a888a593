import { describe, expect, it } from 'vitest';
import { ENDLESS, HOSTILE_REPLIES, HOSTILE_RETRY_AFTER } from '../../replies.js';
import { clientOf, fateOf, heard, response } from './receiver.js';

const DAY = 86_400_000;
const json = (body: string, headers: Record<string, string> = {}, status = 200) => new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });

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
  it.each(HOSTILE_REPLIES.map((reply) => [reply.name, reply] as const))('that answers %s is read as it must be, and asked once (T12)', async (_name, { status, headers, body, fate, overHttp }) => {
    let asked = 0;
    const before = Object.getOwnPropertyNames(Object.prototype);
    const answer = () => (asked++, new Response(body ?? null, { status: status ?? 200, headers: headers ?? {} }));
    for (const [endpoint, expected] of [['https://receiver.example/answers', fate], ['http://localhost/answers', overHttp ?? fate]] as const) {
      const told = await fateOf(answer, { endpoint });
      expect(told.type === 'delivered' ? 'delivered' : told.reason, endpoint).toBe(expected);
    }
    expect(asked).toBe(2);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as { ok?: unknown }).ok).toBeUndefined();
  });

  it.each(HOSTILE_RETRY_AFTER)(
    'that wants to be left alone for %j is, for a day and 30 s at most (T4, T12)',
    async (header) => {
      const { reason, waitMs } = await fateOf(() => json('{}', { 'retry-after': header }, 503), { random: () => 0.999 });
      expect(reason).toBe('endpoint');
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(DAY + 30_000);
    },
  );

  it.each(ENDLESS)('whose body of %j never ends is read for 4 KiB and left (T12)', async (chunk) => {
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
