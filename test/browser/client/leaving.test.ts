import { expect } from '@open-wc/testing';
import type { ClientOptions } from '@askwell/client';
import { uuidv7 } from '@askwell/core';
import { clientOf, closeClients, heard, Receiver, response } from './receiver.js';

const hide = (): boolean => window.dispatchEvent(new Event('pagehide'));

/** Options of a client whose requests are noted. */
function noting(receiver: Receiver, sent: RequestInit[]): Partial<ClientOptions> {
  return { headers: { 'x-token': 'abc' }, fetch: (input, init) => (sent.push(init!), receiver.fetch(input, init)) };
}

describe('a page that leaves', () => {
  afterEach(closeClients);

  it('posts at once, with keepalive, what is submitted after its pagehide', async () => {
    const receiver = new Receiver();
    const sent: RequestInit[] = [];
    const client = clientOf(receiver, noting(receiver, sent));
    hide();
    const record = response();
    const submitted = client.submit(record);
    expect(sent).to.have.length(1);
    expect(sent[0]!.keepalive).to.equal(true);
    expect(new Headers(sent[0]!.headers).get('x-token')).to.equal('abc');
    expect(JSON.parse(String(sent[0]!.body))).to.deep.equal(record);
    await submitted;
    await client.whenDelivered(record.id, 1);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
  });

  it('posts what was submitted just before its pagehide, once', async () => {
    const receiver = new Receiver();
    const sent: RequestInit[] = [];
    const client = clientOf(receiver, noting(receiver, sent));
    const record = response();
    const submitted = client.submit(record);
    expect(sent).to.have.length(0);
    hide();
    hide();
    expect(sent.map(({ keepalive }) => keepalive)).to.deep.equal([true]);
    expect((await submitted).state).to.match(/saved|sent/);
    await client.whenDelivered(record.id, 1);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
  });

  it('keeps it for the next visit, under the same key and with the same bytes, where nobody answers', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const sent: RequestInit[] = [];
    const options = { endpoint: '/answers/leaving', queue: uuidv7(), random: () => 0 };
    const client = clientOf(receiver, { ...options, ...noting(receiver, sent) });
    hide();
    const record = response();
    expect((await client.submit(record)).state).to.equal('saved');
    const later = clientOf(receiver, { ...options, ...noting(receiver, sent) });
    receiver.reachable = true;
    await later.flush();
    await later.whenDelivered(record.id, 1);
    expect(new Set(sent.map(({ body }) => body)).size).to.equal(1);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
  });

  it('posts nothing anew that is under way, acknowledged, blocked or purged', async () => {
    const receiver = new Receiver();
    const sent: RequestInit[] = [];
    const client = clientOf(receiver, noting(receiver, sent));
    await (await client.submit(response())).sent;
    let release = (): void => {};
    receiver.hold = new Promise((resolve) => (release = resolve));
    const asked = receiver.asked();
    await client.submit(response());
    await asked;
    await client.submit(response());
    await client.purge();
    hide();
    expect(sent).to.have.length(2);
    release();
  });

  it('posts nothing for a client that is closed', async () => {
    const receiver = new Receiver();
    const client = clientOf(receiver);
    const submitted = client.submit(response());
    client.close();
    hide();
    await submitted;
    expect(receiver.keys).to.deep.equal([]);
  });

  it('is not asked to stay out of the back/forward cache: nothing listens to its unload', async () => {
    const heardTypes = new Set<string>();
    const listen = globalThis.addEventListener;
    globalThis.addEventListener = ((type: string, ...rest: [EventListener, AddEventListenerOptions]) => {
      heardTypes.add(type);
      listen(type, ...rest);
    }) as typeof listen;
    try {
      clientOf(new Receiver());
    } finally {
      globalThis.addEventListener = listen;
    }
    expect([...heardTypes]).to.include.members(['pagehide', 'pageshow', 'freeze', 'resume', 'visibilitychange']);
    expect([...heardTypes].filter((type) => /unload/.test(type))).to.deep.equal([]);
  });

  it('wakes the client when it comes back from the back/forward cache', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const retry = heard(client, 'retry');
    const { sent } = await client.submit(response());
    await retry;
    hide();
    receiver.reachable = true;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await sent;
    expect(receiver.highest.size).to.equal(1);
  });

  it('hears a late acknowledgement, and does not send again when it comes back', async () => {
    const receiver = new Receiver();
    const client = clientOf(receiver);
    hide();
    const delivered = heard(client, 'delivered');
    const { sent } = await client.submit(response());
    await delivered;
    await sent;
    window.dispatchEvent(new Event('focus'));
    await client.flush();
    expect(receiver.keys).to.have.length(1);
  });
});
