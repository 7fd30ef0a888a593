import { expect } from '@open-wc/testing';
import { uuidv7 } from '@askwell/core';
import { clientOf, closeClients, heard, Receiver, replace, response } from './receiver.js';

for (const locks of [true, false]) {
  describe(`two tabs with ${locks ? 'Web Locks' : 'the lease'}`, () => {
    let restore = (): void => {};

    beforeEach(() => {
      if (!locks) restore = replace(navigator, 'locks', { value: undefined });
    });

    afterEach(() => {
      closeClients();
      restore();
      restore = () => {};
    });

    it('send one at a time, and every answer once', async () => {
      const receiver = new Receiver();
      const options = { endpoint: '/answers/tabs', queue: uuidv7(), random: () => 0 };
      const [left, right] = [clientOf(receiver, options), clientOf(receiver, options)];
      const records = Array.from({ length: 24 }, () => response());
      const deliveries = await Promise.all(records.map((record, index) => (index % 2 ? left : right).submit(record)));
      for (const { sent } of deliveries) await sent;
      expect(receiver.peak).to.equal(1);
      expect(receiver.keys.toSorted()).to.deep.equal(records.map(({ id }) => `"${id}.1"`).toSorted());
    });

    it('hear of what the other one delivered', async () => {
      const receiver = new Receiver();
      let release = (): void => {};
      receiver.hold = new Promise((resolve) => (release = resolve));
      const options = { endpoint: '/answers/hint', queue: uuidv7() };
      const [left, right] = [clientOf(receiver, options), clientOf(receiver, options)];
      const asked = receiver.asked();
      const record = response();
      await left.submit(record);
      await asked;
      const { state, sent } = await right.submit(record);
      expect(state).to.equal('saved');
      release();
      await sent;
      expect(receiver.keys).to.have.length(1);
    });

    it('hand over at once when the sender is hidden, and its late ack still counts', async () => {
      const receiver = new Receiver();
      let release = (): void => {};
      receiver.hold = new Promise((resolve) => (release = resolve));
      const options = { endpoint: '/answers/hidden', queue: uuidv7(), random: () => 0 };
      const left = clientOf(receiver, options);
      const asked = receiver.asked();
      const record = response();
      const { sent } = await left.submit(record);
      await asked;
      window.dispatchEvent(new Event('pagehide'));
      const right = clientOf(receiver, options);
      const again = receiver.asked();
      const sending = heard(right, 'sending');
      // The lease is given back in a transaction of its own.
      while ((await Promise.race([sending, right.flush().then(() => undefined)])) === undefined);
      await again;
      expect(receiver.keys).to.deep.equal([`"${record.id}.1"`, `"${record.id}.1"`]);
      release();
      await sent;
      await right.whenDelivered(record.id, 1);
      expect(await right.pending()).to.deep.equal([]);
    });
  });
}

describe('the Web Lock', () => {
  afterEach(closeClients);

  it('is not waited for: who finds it taken tries again', async () => {
    const receiver = new Receiver();
    const client = clientOf(receiver, { random: () => 0 });
    const requested: (string | undefined)[] = [];
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (...args: unknown[]) => Promise<unknown>;
    let busy = true;
    const restore = replace(navigator, 'locks', {
      value: {
        request: (name: string, options: LockOptions, work: (lock: Lock | null) => unknown) => {
          requested.push(String(options.ifAvailable));
          if (!busy) return request(name, options, work);
          busy = false;
          return Promise.resolve(work(null));
        },
      },
    });
    try {
      await (await client.submit(response())).sent;
      expect(new Set(requested)).to.deep.equal(new Set(['true']));
      expect(requested.length).to.be.greaterThan(1);
    } finally {
      restore();
    }
  });
});
