import { expect } from '@open-wc/testing';
import { uuidv7 } from '@askwell/core';
import { inboxOf } from '../../inbox-of.js';
import { clientOf, closeClients, COMMENT, heard, Receiver, response, storedText } from './receiver.js';

describe('the queue', () => {
  afterEach(closeClients);

  it('says saved, stores before it sends, and tells when it is sent', async () => {
    const receiver = new Receiver();
    let atFetch = '';
    receiver.inspect = async () => void (atFetch = await storedText());
    const { state, sent } = await clientOf(receiver).submit(response());
    expect(state).to.equal('saved');
    await sent;
    expect(JSON.parse(atFetch)[0].some((entry: { body?: string }) => entry.body?.includes(COMMENT))).to.equal(true);
  });

  it('keeps an answer given offline, and sends it when the network returns', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const retry = heard(client, 'retry');
    const { state, sent } = await client.submit(response());
    expect(state).to.equal('saved');
    expect(await retry).to.include({ reason: 'network', waitMs: 750 });
    receiver.reachable = true;
    window.dispatchEvent(new Event('online'));
    await sent;
    expect(await client.pending()).to.deep.equal([]);
  });

  it('goes on after a reload, with another client of the same endpoint', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const options = { endpoint: '/answers/reload', queue: uuidv7(), random: () => 0 };
    const first = clientOf(receiver, options);
    const retry = heard(first, 'retry');
    const record = response();
    await first.submit(record);
    await retry;
    first.close();
    receiver.reachable = true;
    const second = clientOf(receiver, options);
    await second.flush();
    await second.whenDelivered(record.id, 1);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
  });

  it('leaves no word of an acknowledged answer on the device', async () => {
    const receiver = new Receiver();
    const record = response({ answers: { score: 2, comment: 'a very private remark' } });
    let release = (): void => {};
    receiver.hold = new Promise((resolve) => (release = resolve));
    const client = clientOf(receiver);
    const { sent } = await client.submit(record);
    expect(await storedText()).to.contain('a very private remark');
    release();
    await sent;
    const left = await storedText();
    expect(left).not.to.contain('a very private remark');
    expect(left).to.contain('"deliveredAt"');
  });

  it('sends an acknowledged revision, or a lower one, not again', async () => {
    const receiver = new Receiver();
    const client = clientOf(receiver);
    const record = response({ revision: 2 });
    await (await client.submit(record)).sent;
    expect(await client.submit(record)).to.deep.equal({ state: 'sent' });
    expect(await client.submit({ ...record, revision: 1 })).to.deep.equal({ state: 'sent' });
    await client.flush();
    expect(receiver.keys).to.have.length(1);
    expect(await storedText()).not.to.contain(record.id + '.1');
  });

  it('replaces a lower revision that waits', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const retry = heard(client, 'retry');
    const record = response({ answers: { score: 1 } });
    const lower = await client.submit(record);
    await retry;
    const higher = await client.submit({ ...record, revision: 2, answers: { score: 8 } });
    expect((await client.pending()).map(({ revision }) => revision)).to.deep.equal([2]);
    expect(inboxOf(record.id).map(({ revision }) => revision)).to.deep.equal([2]);
    receiver.reachable = true;
    await client.flush();
    await Promise.all([lower.sent, higher.sent]);
    expect(receiver.keys).to.deep.equal([`"${record.id}.2"`]);
  });

  it('lets a lower revision that is being sent finish, and then sends the higher one', async () => {
    const receiver = new Receiver();
    let release = (): void => {};
    receiver.hold = new Promise((resolve) => (release = resolve));
    const client = clientOf(receiver);
    const asked = receiver.asked();
    const record = response();
    const first = await client.submit(record);
    await asked;
    const second = await client.submit({ ...record, revision: 2 });
    expect((await client.pending()).map(({ revision }) => revision)).to.deep.equal([1, 2]);
    release();
    await Promise.all([first.sent, second.sent]);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`, `"${record.id}.2"`]);
    expect(receiver.highest.get(record.id)).to.equal(2);
  });

  it('keeps what is refused as a dead letter, and sends it again when asked', async () => {
    const receiver = new Receiver();
    let status = 422;
    const client = clientOf(receiver, {
      fetch: (input, init) => (status === 200 ? receiver.fetch(input, init) : Promise.resolve(new Response('{}', { status }))),
    });
    const dead = heard(client, 'dead');
    const record = response();
    const { sent } = await client.submit(record);
    expect(await dead).to.deep.equal({ id: record.id, revision: 1, status: 422, reason: 'reject' });
    const [letter] = await client.dead();
    expect(letter).to.include({ id: record.id, status: 422, reason: 'reject' });
    expect(JSON.parse(letter!.body).answers).to.deep.equal(record.answers);
    await client.flush();
    expect(await client.pending()).to.deep.equal([]);
    status = 200;
    expect(await client.retryDead('somebody-else')).to.equal(0);
    expect(await client.retryDead(record.id)).to.equal(1);
    await sent;
    expect(await client.dead()).to.deep.equal([]);
  });

  it('makes a dead letter of what is too old, and drops nothing', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    let clock = Date.now();
    const client = clientOf(receiver, { now: () => clock, ttlMs: 1000 });
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    const dead = heard(client, 'dead');
    clock += 1001;
    await client.flush();
    expect((await dead).reason).to.equal('expired');
    await client.flush();
    expect(await client.pending()).to.deep.equal([]);
    expect(await client.dead()).to.have.length(1);
  });

  it('goes on with the next answer when the receiver cannot take one', async () => {
    const receiver = new Receiver();
    const poison = response();
    let clock = Date.now();
    const client = clientOf(receiver, {
      now: () => clock,
      fetch: (input, init) =>
        String(init!.body).includes(poison.id) ? Promise.resolve(new Response(null, { status: 500 })) : receiver.fetch(input, init),
    });
    const retry = heard(client, 'retry');
    await client.submit(poison);
    await retry;
    clock += 5000;
    await (await client.submit(response())).sent;
    expect((await client.pending()).map(({ id }) => id)).to.deep.equal([poison.id]);
  });

  it('refuses what is too large or no record before it is kept', async () => {
    const client = clientOf(new Receiver(), { maxBytes: 2000 });
    const codeOf = (record: unknown): Promise<string> => client.submit(record as never).then(() => 'taken', (error) => error.code);
    expect(await codeOf(response({ answers: { comment: 'ö'.repeat(1000) } }))).to.equal('too-large');
    expect(await codeOf(response({ revision: 0 }))).to.equal('invalid-record');
    expect(await codeOf({ ...response(), answers: { score: 1n } })).to.equal('invalid-record');
    expect(await codeOf({ ...response(), id: '' })).to.equal('invalid-record');
    client.close();
    expect(await codeOf(response())).to.equal('closed');
  });

  it('holds 200 answers, and blocks the next instead of evicting one', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const states = new Set<string>();
    for (let number = 0; number < 200; number++) states.add((await client.submit(response())).state);
    expect([...states]).to.deep.equal(['saved']);
    expect(await client.submit(response())).to.deep.equal({ state: 'blocked' });
    expect(await client.pending()).to.have.length(200);
    await client.purge();
  });

  it('erases everything when it is purged, also what is being sent', async () => {
    const receiver = new Receiver();
    receiver.hold = new Promise(() => {});
    const client = clientOf(receiver);
    const asked = receiver.asked();
    const record = response();
    await client.submit(record);
    await asked;
    await client.purge();
    expect(await client.pending()).to.deep.equal([]);
    expect(await storedText()).not.to.contain(record.id);
  });

  it('stops at the caller\'s signal', async () => {
    const receiver = new Receiver();
    receiver.hold = new Promise(() => {});
    const client = clientOf(receiver);
    const asked = receiver.asked();
    await client.submit(response());
    await asked;
    const controller = new AbortController();
    const flushed = client.flush({ signal: controller.signal });
    controller.abort();
    await flushed;
    expect(await client.pending()).to.have.length(1);
  });

  it('hears no lifecycle event any more once it is closed', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const retry = heard(client, 'retry');
    await client.submit(response());
    await retry;
    client.close();
    receiver.reachable = true;
    const other = clientOf(receiver);
    for (const type of ['online', 'focus', 'pageshow']) window.dispatchEvent(new Event(type));
    await (await other.submit(response())).sent;
    expect(receiver.keys).to.have.length(1);
  });
});
