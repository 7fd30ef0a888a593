import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { RETRY_AFTER } from '../../replies.js';
import { clientOf, fateOf, heard, response } from './receiver.js';

const MINUTE = 60_000;

async function pauseAfter(status: number, headers: Record<string, string>, random: number, now = Date.now()): Promise<number> {
  const fate = await fateOf(() => new Response(null, { status, headers }), { random: () => random, now: () => now });
  return fate.waitMs!;
}

describe('the pause before the next try', () => {
  it('grows from 1 s to 300 s, and half of it is random', async () => {
    let clock = Date.now();
    for (const random of [0, 0.5, 0.999]) {
      const client = clientOf(() => new Response(null, { status: 503 }), { random: () => random, now: () => clock });
      for (let fails = 0; fails < 12; fails++) {
        const retry = heard(client, 'retry');
        if (fails) void client.flush();
        else await client.submit(response());
        const { waitMs } = await retry;
        const longest = Math.min(300_000, 1000 * 2 ** fails);
        expect(waitMs).toBeCloseTo(longest / 2 + (random * longest) / 2, 5);
        clock += waitMs!;
      }
      client.close();
    }
  });

  it('is 15 minutes doubled up to 6 hours when only a person can mend the endpoint', async () => {
    const client = clientOf(() => new Response(null, { status: 404 }));
    const pauses: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      const retry = heard(client, 'retry');
      if (tries) void client.flush();
      else await client.submit(response());
      pauses.push((await retry).waitMs! / MINUTE);
    }
    client.close();
    expect(pauses).toEqual([15, 30, 60, 120, 240, 360, 360]);
  });

  it('is 2 to 5 s after 409', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 0.999, noNaN: true }), async (random) => {
        const pause = await pauseAfter(409, {}, random);
        expect(pause).toBeGreaterThanOrEqual(2000);
        expect(pause).toBeLessThan(5000);
      }),
      { numRuns: 20 },
    );
  });

  const now = Date.parse('2026-11-23T12:00:00Z');
  it.each(RETRY_AFTER.map(([header, asked]) => [header(now), asked] as const))('heeds a Retry-After of %j: %i', async (header, asked = 0) => {
    for (const random of [0, 0.5, 0.999]) {
      const pause = await pauseAfter(503, { 'retry-after': header }, random, now);
      const own = 500 + random * 500;
      expect(pause).toBeCloseTo(Math.max(own, asked) + random * Math.min(30_000, asked / 10), 5);
    }
  });

  it('is as long as the longest that can be asked for, with what is added to it, before it is taken for a clock set back', async () => {
    let asked = 0;
    const clock = Date.now();
    const client = clientOf(() => (asked++, new Response(null, { status: 503, headers: { 'retry-after': '86400' } })), { now: () => clock, random: () => 1 });
    const retry = heard(client, 'retry');
    await client.submit(response());
    expect(await retry).toMatchObject({ waitMs: 86_400_000 + 30_000 });
    await client.flush();
    expect(asked).toBe(1);
    client.close();
  });

  it('is over when the clock was set back by years', async () => {
    let clock = Date.now();
    let answers = 0;
    const client = clientOf(() => new Response('{}', { status: answers++ ? 200 : 503 }), { now: () => clock });
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    clock -= 10 * 365 * 24 * 60 * MINUTE;
    const delivered = heard(client, 'delivered');
    await client.submit(response());
    expect((await delivered).type).toBe('delivered');
    client.close();
  });

  it('is at most 400 ms while another tab is the sender, since that may crash', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;
    let asked = 0;
    const { promise: once, resolve } = Promise.withResolvers<void>();
    const request = (_name: string, _options: object, work: (lock: null) => unknown): unknown => (asked++, resolve(), work(null));
    Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const client = clientOf(() => new Response('{}'), { random: () => 0.999 });
    try {
      await client.submit(response());
      await once;
      for (let tries = 2; tries < 6; tries++) {
        await vi.advanceTimersByTimeAsync(400);
        await vi.waitUntil(() => asked >= tries);
      }
    } finally {
      client.close();
      vi.useRealTimers();
      Object.defineProperty(globalThis, 'navigator', own);
    }
  });
});
