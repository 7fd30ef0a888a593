import { describe, expect, it } from 'vitest';
import { clientOf, heard, response } from './receiver.js';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** A client whose clock can be set, and a receiver that is out of order until it is mended. */
function setting() {
  const clock = { offset: 0 };
  const receiver = { broken: true, asked: 0 };
  const client = clientOf(
    () => {
      receiver.asked++;
      return receiver.broken ? new Response(null, { status: 503 }) : Response.json({ ok: true });
    },
    { now: () => Date.now() + clock.offset, random: () => 0 },
  );
  return { clock, receiver, client };
}

describe('a clock', () => {
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
