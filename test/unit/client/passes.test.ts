import { describe, expect, it } from 'vitest';

import type { ClientEventDetail } from '@askwell/client';

import { clientOf, response } from './receiver.js';

const TOLD = ['sending', 'delivered', 'retry', 'gate', 'dead', 'endpointconfig', 'redirect', 'suspect'];

/** A client whose `count` answers wait for a network, and then get these replies or statuses, and 204. */
async function waiting(count: number, replies: readonly (number | Response)[] = []) {
  const left = [...replies];
  let network = false;
  const client = clientOf(() => {
    if (!network) throw new TypeError('No network');
    const reply = left.shift() ?? 204;
    return typeof reply === 'number' ? new Response(null, { status: reply }) : reply;
  });
  const told: ({ type: string } & ClientEventDetail)[] = [];
  const records = Array.from({ length: count }, () => response());
  const name = (id?: string): number => records.findIndex((record) => record.id === id);
  for (const record of records) await client.submit(record);
  await client.flush();
  for (const type of TOLD) client.events.addEventListener(type, (event) => told.push({ type, ...(event as CustomEvent<ClientEventDetail>).detail }));
  network = true;
  await client.flush();
  return {
    client,
    /** Which answers an event was about, by their number. */
    about: (type: string) => told.filter((each) => each.type === type).map(({ id }) => name(id)),
    waits: (type: string) => told.filter((each) => each.type === type).map(({ waitMs }) => waitMs),
    pending: async () => (await client.pending()).map(({ id }) => name(id)),
  };
}

describe('a pass over what waits', () => {
  it('brings home more than it takes at once, in their order', async () => {
    const { about, pending } = await waiting(23);
    expect(about('delivered').sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, index) => index));
    expect(about('sending')).toHaveLength(23);
    expect(await pending()).toEqual([]);
  });

  it('goes on with the others after an answer that somebody else delivers, and comes back for it in 3.5 s', async () => {
    const { about, waits, pending } = await waiting(3, [204, 409]);
    const [busy] = about('retry');
    expect(about('delivered')).toHaveLength(2);
    expect(waits('retry')).toEqual([3500]);
    expect(waits('gate')).toEqual([]);
    expect(await pending()).toEqual([busy]);
  });

  it('goes on with the others after an answer that was refused', async () => {
    const { client, about, waits, pending } = await waiting(3, [204, 422]);
    expect(about('delivered')).toHaveLength(2);
    expect(waits('retry')).toEqual([]);
    expect((await client.dead()).map(({ status }) => status)).toEqual([422]);
    expect(await pending()).toEqual([]);
  });

  it('sends nothing more to a receiver that fails, tells of one wait for all, and does not flush it away', async () => {
    const { client, about, waits, pending } = await waiting(3, [204, 503]);
    expect(about('sending')).toHaveLength(2);
    expect(waits('retry')).toEqual([750]);
    expect(waits('gate')).toEqual([750]);
    await client.flush();
    expect(about('sending')).toHaveLength(2);
    expect(await pending()).toHaveLength(2);
  });

  it.each([
    ['endpointconfig', 15 * 60_000, 404],
    ['redirect', 750, 302],
    ['suspect', 750, new Response('<p>Log in', { headers: { 'content-type': 'text/html' } })],
  ] as const)('tells of %s by an event of its own, and waits %i ms', async (event, waitMs, reply) => {
    const { about, waits } = await waiting(1, [reply]);
    expect(about(event)).toEqual([0]);
    expect(waits('gate')).toEqual([waitMs]);
  });
});
