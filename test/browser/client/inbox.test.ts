import { expect } from '@open-wc/testing';
import { clientFor, drainWaiting, sendOnce, waitingEndpoints } from '@askwell/client';
import { keepInInbox } from '@askwell/client/inbox.js';
import { uuidv7 } from '@askwell/core';
import { inboxOf } from '../../inbox-of.js';
import { clientOf, closeClients, heard, Receiver, replace, response } from './receiver.js';

const absolute = (path: string): string => new URL(path, document.baseURI).href;

describe('the inbox', () => {
  afterEach(() => {
    closeClients();
    localStorage.clear();
  });

  it('keeps an answer before the client is there, which adopts it at its start', async () => {
    const endpoint = `/answers/${uuidv7()}`;
    const record = response();
    expect(keepInInbox(endpoint, record)).to.equal(true);
    const receiver = new Receiver();
    const client = clientOf(receiver, { endpoint, queue: '', random: () => 0 });
    await client.whenDelivered(record.id, 1);
    expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
    expect(localStorage.length).to.equal(0);
  });

  it('is only for the endpoint that it names', async () => {
    const record = response();
    keepInInbox(`/answers/${uuidv7()}`, record);
    const receiver = new Receiver();
    const client = clientOf(receiver, { queue: '' });
    await (await client.submit(response())).sent;
    await client.flush();
    expect(receiver.keys).to.have.length(1);
    expect(receiver.keys.join()).not.to.contain(record.id);
    expect(inboxOf(record.id)).to.have.length(1);
  });

  it('stays until the revision is acknowledged', async () => {
    const endpoint = `/answers/${uuidv7()}`;
    const record = response();
    keepInInbox(endpoint, record);
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver, { endpoint, queue: '', random: () => 0 });
    await heard(client, 'retry');
    expect(await client.pending()).to.have.length(1);
    expect(localStorage.length).to.equal(1);
  });

  it('gives up lower revisions of the same response', () => {
    const record = response();
    expect(keepInInbox('/a', record)).to.equal(true);
    expect(keepInInbox('/a', { ...record, revision: 10 })).to.equal(true);
    expect(keepInInbox('/a', { ...record, revision: 9 })).to.equal(true);
    expect(inboxOf(record.id).map(({ revision }) => revision)).to.deep.equal([9, 10]);
  });

  it('takes 20 entries an endpoint, of 8,192 characters, and leaves the rest of the storage to the page', () => {
    localStorage.setItem('of-the-page', 'x');
    expect(keepInInbox('/a', response({ answers: { comment: 'ö'.repeat(8192) } }))).to.equal(false);
    for (let number = 0; number < 20; number++) expect(keepInInbox('/a', response())).to.equal(true);
    expect(keepInInbox('/a', response())).to.equal(false);
    expect(localStorage.length).to.equal(21);
    expect(keepInInbox('/ab', response())).to.equal(true);
    expect(keepInInbox('about:blank', response())).to.equal(true);
  });

  it('forgets after 30 days what could go nowhere', async () => {
    const days = (number: number): number => Date.now() - number * 24 * 3600 * 1000;
    const [old, young] = [response({ id: uuidv7(days(30) - 1000) }), response({ id: uuidv7(days(30) + 120_000) })];
    const refused = response({ id: uuidv7(days(400)) });
    keepInInbox('about:blank', old);
    keepInInbox('about:blank', young);
    keepInInbox('http://evil.example/', refused);
    await drainWaiting();
    expect(Object.keys(localStorage)).to.deep.equal(inboxOf(young.id).map(({ key }) => key));
    expect(inboxOf(young.id)).to.have.length(1);
  });

  it('adopts even what is older, where it can go somewhere', async () => {
    const endpoint = `/answers/${uuidv7()}`;
    const record = response({ id: uuidv7(Date.now() - 40 * 24 * 3600 * 1000) });
    keepInInbox(endpoint, record);
    const receiver = new Receiver();
    const restore = replace(window, 'fetch', { value: receiver.fetch });
    try {
      await drainWaiting();
      await clientFor(endpoint).whenDelivered(record.id, 1);
      expect(receiver.keys).to.deep.equal([`"${record.id}.1"`]);
    } finally {
      restore();
      clientFor(endpoint).close();
    }
  });

  it('refuses revision 0, and never throws', () => {
    expect(keepInInbox('/a', response({ revision: 0 }))).to.equal(false);
    const restore = replace(window, 'localStorage', {
      get() {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
    expect(keepInInbox('/a', response())).to.equal(false);
    restore();
    expect(keepInInbox('https://', response())).to.equal(false);
  });

  it('leaves alone what it cannot read', async () => {
    localStorage.setItem('askwell:inbox:broken.1', '{');
    localStorage.setItem('askwell:inbox:', 'null');
    expect(await waitingEndpoints()).not.to.contain('undefined');
    await (await clientOf(new Receiver(), { queue: '' }).submit(response())).sent;
    expect(localStorage.getItem('askwell:inbox:broken.1')).to.equal('{');
  });
});

describe('on any later page', () => {
  afterEach(() => {
    closeClients();
    localStorage.clear();
  });

  it('there is one client an endpoint', () => {
    const endpoint = `/answers/${uuidv7()}`;
    expect(clientFor(endpoint)).to.equal(clientFor(absolute(endpoint)));
    expect(clientFor(endpoint)).not.to.equal(clientFor(`${endpoint}?a`));
  });

  it('all that waits is delivered, whatever endpoint it is for, but never to a forbidden one', async () => {
    const fromInbox = `/answers/${uuidv7()}`;
    const fromQueue = `/answers/${uuidv7()}`;
    const [first, second] = [response(), response()];
    keepInInbox(fromInbox, first);
    keepInInbox('http://evil.example/', response());
    const offline = new Receiver();
    offline.reachable = false;
    const before = clientOf(offline, { endpoint: fromQueue, queue: '' });
    const retry = heard(before, 'retry');
    await before.submit(second);
    await retry;
    before.close();
    localStorage.removeItem(inboxOf(second.id)[0]!.key);
    expect(await waitingEndpoints()).to.include.members([absolute(fromInbox), absolute(fromQueue)]);

    const receiver = new Receiver();
    const asked: string[] = [];
    const restore = replace(window, 'fetch', {
      value: (input: string, init: RequestInit) => {
        asked.push(input);
        return receiver.fetch(input, init);
      },
    });
    try {
      await drainWaiting();
      await clientFor(fromInbox).whenDelivered(first.id, 1);
      await clientFor(fromQueue).flush();
      await clientFor(fromQueue).whenDelivered(second.id, 1);
      expect(asked).to.include.members([absolute(fromInbox), absolute(fromQueue)]);
      expect(asked.join()).not.to.contain('evil');
    } finally {
      restore();
      clientFor(fromInbox).close();
      clientFor(fromQueue).close();
    }
  });
});

describe('sendOnce', () => {
  const restores: (() => void)[] = [];

  afterEach(() => {
    for (const restore of restores.splice(0)) restore();
  });

  it('posts with keepalive and keeps nothing', async () => {
    const sent: [string, RequestInit][] = [];
    const answer = (url: string, init: RequestInit): Promise<Response> => (sent.push([url, init]), Promise.resolve(new Response()));
    restores.push(replace(window, 'fetch', { value: answer }));
    const record = response({ revision: 0 });
    await sendOnce('/impressions', record);
    expect(sent).to.have.length(1);
    expect(sent[0]![0]).to.equal(absolute('/impressions'));
    expect(sent[0]![1]).to.include({ method: 'POST', keepalive: true, credentials: 'same-origin', redirect: 'manual' });
    expect(new Headers(sent[0]![1].headers).get('idempotency-key')).to.equal(`"${record.id}.0"`);
    expect(localStorage.length).to.equal(0);
  });

  it('never rejects, not even when fetch throws or the address is none', async () => {
    const thrower = (): never => {
      throw new Error('patched');
    };
    restores.push(replace(window, 'fetch', { value: thrower }));
    expect(await sendOnce('/impressions', response())).to.equal(undefined);
    expect(await sendOnce('https://', response())).to.equal(undefined);
  });
});
