import type { ClientOptions } from '@askwell/client';
import { uuidv7 } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clientOf, heard, response } from './receiver.js';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** A client whose clock can be set, and a receiver that is out of order until it is mended, and then replies when it is told to. */
function setting(options: Partial<ClientOptions> = {}) {
  const clock = { offset: 0 };
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let heardOf = (): void => {};
  const receiver = { broken: true, asked: 0, release, nextAsked: () => new Promise<void>((resolve) => (heardOf = resolve)) };
  const client = clientOf(
    async () => {
      receiver.asked++;
      heardOf();
      if (receiver.broken) return new Response(null, { status: 503 });
      await held;
      return Response.json({ ok: true });
    },
    { now: () => Date.now() + clock.offset, random: () => 0, ...options },
  );
  return { clock, receiver, client };
}

describe('a clock', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each<[string, number]>([
    ['a day ahead', DAY],
    ['a day behind', -DAY],
    ['ten years ahead', 10 * YEAR],
    ['ten years behind', -10 * YEAR],
    ['an hour ahead, as summer begins', 3_600_000],
    ['an hour behind, as it ends', -3_600_000],
  ])('that is set %s while an answer waits loses nothing: it is sent, or kept to be sent again (T8)', async (_name, jump) => {
    const { clock, receiver, client } = setting();
    const retry = heard(client, 'retry');
    const record = response();
    await client.submit(record);
    await retry;
    clock.offset = jump;
    receiver.broken = false;
    receiver.release();
    const fate = heard(client, 'delivered', 'dead');
    await client.flush();
    // What is ahead of its pause is sent; what is behind waits for the clock, at most as long as the pause was.
    if (Math.abs(jump) > 2 * DAY || jump > 0) {
      const { type, id } = await fate;
      expect(id).toBe(record.id);
      if (type === 'dead') {
        // Ten years are more than thirty days.
        expect(jump).toBeGreaterThan(30 * DAY);
        expect(await client.dead()).toHaveLength(1);
        const delivered = heard(client, 'delivered');
        expect(await client.retryDead()).toBe(1);
        await delivered;
      }
    } else {
      clock.offset = 1000;
      await client.flush();
      await fate;
    }
    expect(await client.pending()).toEqual([]);
    client.close();
  });

  it.each<[string, number]>([
    ['a day', DAY],
    ['ten years', 10 * YEAR],
  ])('that was %s ahead when the answer was given does not age it afterwards (T8)', async (_name, ahead) => {
    const { clock, receiver, client } = setting();
    clock.offset = ahead;
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    clock.offset = 0;
    receiver.broken = false;
    receiver.release();
    const delivered = heard(client, 'delivered', 'dead');
    await client.flush();
    // The pause that was to end in the future is none longer than any that can be asked for.
    if (ahead === DAY) {
      clock.offset = ahead + 1000;
      await client.flush();
    }
    expect((await delivered).type).toBe('delivered');
    client.close();
  });

  it.each<[string, number]>([
    ['ten years ahead', 10 * YEAR],
    ['ten years behind', -10 * YEAR],
  ])('that is set %s while a request is under way changes nothing about its receipt (T8)', async (_name, jump) => {
    const { clock, receiver, client } = setting();
    receiver.broken = false;
    const asked = receiver.nextAsked();
    const { sent } = await client.submit(response());
    await asked;
    clock.offset = jump;
    receiver.release();
    await sent;
    expect(await client.pending()).toEqual([]);
    expect(await client.dead()).toEqual([]);
    expect(receiver.asked).toBe(1);
    client.close();
  });

  it.each<[string, number]>([
    ['ahead of the end of a lease', 31_000],
    ['a year behind it', -YEAR],
  ])('that is set %s, which a tab that stands still has, lets another tab send (T8)', async (_name, jump) => {
    // Without Web Locks, the lease alone keeps the others out.
    vi.stubGlobal('navigator', {});
    const queue = uuidv7();
    const still = setting({ queue });
    still.receiver.broken = false;
    const asked = still.receiver.nextAsked();
    const record = response();
    await still.client.submit(record);
    await asked;
    const other = setting({ queue });
    other.receiver.broken = false;
    other.receiver.release();
    await other.client.flush();
    expect(other.receiver.asked).toBe(0);
    other.clock.offset = jump;
    const delivered = heard(other.client, 'delivered');
    await other.client.flush();
    expect(await delivered).toMatchObject({ id: record.id });
    still.receiver.release();
    await still.client.whenDelivered(record.id, 1);
    expect(await other.client.pending()).toEqual([]);
    still.client.close();
    other.client.close();
  });

  it('that stands still holds nothing back but what waits for it to go on (T8)', async () => {
    const frozen = Date.now();
    let broken = true;
    const client = clientOf(() => new Response('{}', { status: broken ? 503 : 200 }), { now: () => frozen, random: () => 0 });
    const retry = heard(client, 'retry');
    const { sent } = await client.submit(response());
    await retry;
    broken = false;
    await client.flush();
    expect(await client.pending()).toHaveLength(1);
    // The gate of the network opens by itself; that of the endpoint needs the clock.
    const other = clientOf(() => new Response('{}'), { now: () => frozen });
    await (await other.submit(response())).sent;
    other.close();
    client.close();
    void sent;
  });
});
