import { sendOnce } from '@askwell/client';
import { anonymous } from '@askwell/client/anonymous.js';
import { keepInInbox } from '@askwell/client/inbox.js';
import type { ResponseRecord } from '@askwell/core';
import { uuidv7 } from '@askwell/core';
import { expect, waitUntil } from '@open-wc/testing';

import { inboxOf } from '../../inbox-of.js';
import { clientOf, closeClients, COMMENT, heard, Receiver, replace, response, storedText } from './receiver.js';

const followed = (): ResponseRecord =>
  response({ respondent: { id: 'u1', traits: { role: 'admin' } }, page: 'https://shop.example/cart', campaign: 'quarterly' });

const bodiesOf = (receiver: Receiver): ResponseRecord[] => {
  const bodies: ResponseRecord[] = [];
  receiver.inspect = async (record) => void bodies.push(record);
  return bodies;
};

describe('consent', () => {
  afterEach(closeClients);

  it('is awaited before anything is written or sent, and a submit is blocked until then', async () => {
    const receiver = new Receiver();
    const record = response({ answers: { comment: 'said before consent' } });
    const consent = { given: undefined as boolean | undefined };
    const client = clientOf(receiver, { consent: () => consent.given, random: () => 0 });
    expect(await client.submit(record)).to.deep.equal({ state: 'blocked' });
    await client.flush();
    expect(await storedText()).not.to.contain(record.id);
    expect(receiver.keys).to.deep.equal([]);
    consent.given = true;
    await (await client.submit(record)).sent;
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
  });

  it('not given yet leaves alone what an earlier visit with consent had saved', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const options = { endpoint: '/answers/consent', queue: uuidv7() };
    const first = clientOf(receiver, options);
    const record = response();
    const tried = heard(first, 'retry');
    await first.submit(record);
    await tried;
    first.close();
    receiver.reachable = true;
    const consent = { given: undefined as boolean | undefined };
    const second = clientOf(receiver, { ...options, consent: () => consent.given, random: () => 0 });
    await second.flush();
    expect(receiver.keys).to.deep.equal([]);
    consent.given = true;
    await second.flush();
    await second.whenDelivered(record.id, 1);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
  });

  it('withdrawn erases what waits, and gives up the request under way', async () => {
    const receiver = new Receiver();
    let release = (): void => {};
    receiver.hold = new Promise((resolve) => (release = resolve));
    let given: boolean | undefined = true;
    const client = clientOf(receiver, { consent: () => given });
    const asked = receiver.asked();
    const first = response();
    await client.submit(first);
    await asked;
    const second = response();
    await client.submit(second);
    given = false;
    void client.flush();
    await waitUntil(async () => (await client.pending()).length === 0);
    await waitUntil(async () => !(await storedText()).includes(COMMENT));
    release();
    await client.flush();
    expect(receiver.keys).to.deep.equal([`"${first.id}.1"`]);
    expect(await client.submit(response())).to.deep.equal({ state: 'blocked' });
  });
});

describe('what may be stored of a record', () => {
  const restores: (() => void)[] = [];
  afterEach(() => {
    closeClients();
    for (const restore of restores.splice(0)) restore();
  });

  for (const [signal, value] of [
    ['globalPrivacyControl', true],
    ['doNotTrack', '1'],
  ] as const) {
    it(`is the answer alone where ${signal} asks not to follow`, async () => {
      restores.push(replace(navigator, signal, { get: () => value }));
      const receiver = new Receiver();
      const bodies = bodiesOf(receiver);
      receiver.reachable = false;
      const client = clientOf(receiver);
      const record = followed();
      const { sent } = await client.submit(record);
      for (const secret of ['u1', 'admin', '/cart', 'quarterly']) expect(await storedText()).not.to.contain(`${secret}\\\\"`);
      receiver.reachable = true;
      await client.flush();
      await sent;
      const { respondent: _respondent, page: _page, campaign: _campaign, ...answer } = record;
      expect(bodies).to.deep.equal([answer]);
    });
  }

  it('is the answer alone in the inbox and in an impression too', async () => {
    restores.push(replace(navigator, 'globalPrivacyControl', { get: () => true }));
    const record = followed();
    keepInInbox('/answers/gpc', record);
    const kept = inboxOf(record.id)[0]!;
    localStorage.removeItem(kept.key);
    expect(JSON.parse(kept.body)).not.to.have.any.keys('respondent', 'page', 'campaign');
    const posted: string[] = [];
    restores.push(replace(globalThis, 'fetch', { value: async (_url: string, { body }: RequestInit) => (posted.push(String(body)), new Response()) }));
    await sendOnce('/answers/gpc', { ...record, revision: 0, status: 'shown', answers: {} });
    expect(JSON.parse(posted[0]!)).not.to.have.any.keys('respondent', 'page', 'campaign');
  });

  it('is all of it where nobody asks', async () => {
    restores.push(replace(navigator, 'globalPrivacyControl', { get: () => false }), replace(navigator, 'doNotTrack', { get: () => null }));
    const receiver = new Receiver();
    const bodies = bodiesOf(receiver);
    const record = followed();
    await (await clientOf(receiver).submit(record)).sent;
    expect(bodies).to.deep.equal([record]);
  });

  it('has nobody in it where the page wants it anonymous, before it is stored', async () => {
    const receiver = new Receiver();
    const bodies = bodiesOf(receiver);
    receiver.reachable = false;
    const client = clientOf(receiver, { redact: anonymous });
    const record = response({ respondent: { id: 'somebody-known' } });
    const { sent } = await client.submit(record);
    expect(await storedText()).not.to.contain('somebody-known');
    receiver.reachable = true;
    await client.flush();
    await sent;
    expect(bodies[0]).not.to.have.property('respondent');
  });

  it('is what the page leaves of it', async () => {
    const receiver = new Receiver();
    const bodies = bodiesOf(receiver);
    const redact = (record: ResponseRecord): ResponseRecord => ({ ...record, answers: { score: record.answers.score! } });
    await (await clientOf(receiver, { redact }).submit(response())).sent;
    expect(bodies[0]!.answers).to.deep.equal({ score: 9 });
  });
});
