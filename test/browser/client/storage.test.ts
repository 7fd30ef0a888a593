import { expect } from '@open-wc/testing';
import { inboxOf } from '../../inbox-of.js';
import { clientOf, closeClients, heard, Receiver, replace, response, storedText } from './receiver.js';

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** Makes IndexedDB fail as it does in a sandboxed frame. */
function denyIndexedDB(): () => void {
  return replace(window, 'indexedDB', {
    get() {
      throw new DOMException('Denied', 'SecurityError');
    },
  });
}

function denyLocalStorage(): () => void {
  return replace(window, 'localStorage', {
    get() {
      throw new DOMException('Denied', 'SecurityError');
    },
  });
}

describe('the storage', () => {
  const restores: (() => void)[] = [];

  afterEach(() => {
    closeClients();
    for (const restore of restores.splice(0)) restore();
    localStorage.clear();
  });

  it('does not stand in the way when another connection deletes the database, and queues anew what the inbox holds', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const retry = heard(client, 'retry');
    const { sent } = await client.submit(response());
    await retry;
    const lost = heard(client, 'storelost');
    await deleted('askwell');
    await lost;
    receiver.reachable = true;
    await client.flush();
    await sent;
    await (await client.submit(response())).sent;
    expect(receiver.keys).to.have.length(2);
  });

  it('has nothing more to send of a pass when all that waits was erased', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    for (let answer = 0; answer < 5; answer++) await client.submit(response());
    await client.flush();
    receiver.reachable = true;
    let release = (): void => {};
    receiver.inspect = () => (receiver.keys.length === 3 ? new Promise((resolve) => (release = resolve)) : Promise.resolve());
    const third = new Promise<void>((resolve) => {
      const asked = (): void => void receiver.asked().then(() => (receiver.keys.length >= 3 ? resolve() : asked()));
      asked();
    });
    const flushed = client.flush();
    await third;
    localStorage.clear();
    const lost = heard(client, 'storelost');
    await deleted('askwell');
    await lost;
    release();
    await flushed;
    await client.flush();
    expect(receiver.keys).to.have.length(3);
    expect(await client.pending()).to.deep.equal([]);
  });

  it('repairs a database that has no store', async () => {
    await deleted('askwell');
    await new Promise((resolve) => {
      const request = indexedDB.open('askwell');
      request.onsuccess = () => {
        request.result.close();
        resolve(undefined);
      };
    });
    const { state, sent } = await clientOf(new Receiver()).submit(response());
    expect(state).to.equal('saved');
    await sent;
    expect(await storedText()).to.contain('deliveredAt');
  });

  it('is nothing to rely on when IndexedDB throws: the answer goes out at once, with a copy in the inbox', async () => {
    restores.push(denyIndexedDB());
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const trouble = heard(client, 'storage');
    const retry = heard(client, 'retry');
    const record = response();
    const { state, sent } = await client.submit(record);
    expect(state).to.equal('volatile');
    expect((await trouble).reason).to.equal('SecurityError');
    expect(inboxOf(record.id)).to.have.length(1);
    await retry;
    receiver.reachable = true;
    await client.flush();
    await sent;
    expect(inboxOf(record.id)).to.deep.equal([]);
  });

  it('is no place when localStorage is denied too: the answer goes out at once, and nothing is claimed', async () => {
    restores.push(denyIndexedDB(), denyLocalStorage());
    const receiver = new Receiver();
    const client = clientOf(receiver);
    const delivered = heard(client, 'delivered');
    const delivery = await client.submit(response());
    expect(delivery.state).to.equal('volatile');
    await delivered;
    await delivery.sent;
    expect(receiver.keys).to.have.length(1);
  });

  it('is not needed for an answer to leave with keepalive, whichever tab holds the lock', async () => {
    restores.push(denyIndexedDB());
    restores.push(replace(navigator, 'locks', { value: { request: (_name: string, _options: object, work: (lock: null) => unknown) => Promise.resolve(work(null)) } }));
    const receiver = new Receiver();
    const keepalive: (boolean | undefined)[] = [];
    const client = clientOf(receiver, { fetch: (input, init) => (keepalive.push(init!.keepalive), receiver.fetch(input, init)) });
    const { state, sent } = await client.submit(response());
    expect(state).to.equal('volatile');
    await sent;
    expect(keepalive).to.deep.equal([true]);
    expect(localStorage.length).to.equal(0);
  });

  it('keeps in IndexedDB once that works again what was only in memory', async () => {
    const restore = denyIndexedDB();
    restores.push(restore, denyLocalStorage());
    const receiver = new Receiver();
    receiver.reachable = false;
    const client = clientOf(receiver);
    const retry = heard(client, 'retry');
    const record = response();
    await client.submit(record);
    await retry;
    restore();
    const again = heard(client, 'retry');
    window.dispatchEvent(new Event('online'));
    await again;
    expect(await storedText()).to.contain(record.id);
  });

  it('answers within 3.5 s when opening hangs', async () => {
    const real = indexedDB;
    restores.push(replace(window, 'indexedDB', { value: { open: () => ({}), deleteDatabase: real.deleteDatabase.bind(real) } }));
    const began = performance.now();
    const { state } = await clientOf(new Receiver()).submit(response());
    expect(state).to.equal('volatile');
    expect(performance.now() - began).to.be.lessThan(3500);
  });

  it('reports the quota and makes room, dead letters last', async () => {
    const receiver = new Receiver();
    const client = clientOf(receiver, { fetch: () => Promise.resolve(new Response(null, { status: 400 })) });
    const dead = heard(client, 'dead');
    const lost = response();
    await client.submit(lost);
    await dead;
    const quota = heard(client, 'quota');
    const put = IDBObjectStore.prototype.put;
    let full = true;
    restores.push(() => (IDBObjectStore.prototype.put = put));
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (!full) return put.apply(this, args);
      full = false;
      throw new DOMException('Full', 'QuotaExceededError');
    };
    const evicted = new Promise((resolve) =>
      client.events.addEventListener('dead', (event) => {
        const { detail } = event as CustomEvent<{ reason: string }>;
        if (detail.reason === 'evicted') resolve(detail);
      }),
    );
    expect((await client.submit(response())).state).to.equal('saved');
    await quota;
    expect(await evicted).to.deep.equal({ id: lost.id, revision: 1, status: 400, reason: 'evicted' });
  });

  it('opens another handle where the one that it has is dead, and tries there', async () => {
    const client = clientOf(new Receiver());
    await (await client.submit(response())).sent;
    const { transaction } = IDBDatabase.prototype;
    const dead = new Set<IDBDatabase>();
    restores.push(() => (IDBDatabase.prototype.transaction = transaction));
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      if (!dead.size) dead.add(this);
      if (dead.has(this)) throw new DOMException('The database connection is closing', 'InvalidStateError');
      return transaction.apply(this, args);
    };
    const { state, sent } = await client.submit(response());
    expect(state).to.equal('saved');
    await sent;
  });

  it('does not take the success of a request for a complete transaction', async () => {
    const receiver = new Receiver();
    receiver.reachable = false;
    const put = IDBObjectStore.prototype.put;
    let aborting = true;
    restores.push(() => (IDBObjectStore.prototype.put = put));
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      const request = put.apply(this, args);
      const { transaction } = this;
      if (aborting) request.addEventListener('success', () => transaction.abort());
      aborting = false;
      return request;
    };
    const record = response();
    const { state } = await clientOf(receiver).submit(record);
    expect(state).to.equal('saved');
    // It was tried once more before that was said.
    expect(JSON.stringify((JSON.parse(await storedText()) as unknown[])[0])).to.contain(record.id);
  });

  it('never lets an error out into the page', async () => {
    const errors: unknown[] = [];
    const note = (event: Event): void => void errors.push((event as PromiseRejectionEvent).reason ?? event);
    window.addEventListener('unhandledrejection', note);
    restores.push(() => window.removeEventListener('unhandledrejection', note), denyIndexedDB(), denyLocalStorage());
    restores.push(replace(navigator, 'locks', { value: { request: () => Promise.reject(new DOMException('Denied', 'SecurityError')) } }));
    restores.push(replace(window, 'BroadcastChannel', { value: undefined }));
    const thrower = (() => {
      throw new Error('patched');
    }) as typeof fetch;
    const client = clientOf(new Receiver(), { fetch: thrower });
    const retry = heard(client, 'retry');
    expect((await client.submit(response())).state).to.equal('volatile');
    await retry;
    await client.flush();
    client.close();
    await new Promise((resolve) => setTimeout(resolve));
    expect(errors).to.deep.equal([]);
  });
});
