import { type Client, type ClientOptions } from '@askwell/client';
import { keepInInbox } from '@askwell/client/inbox.js';
import { simple } from '@askwell/client/wires.js';
import { uuidv7, type ResponseRecord } from '@askwell/core';
import { expect } from '@open-wc/testing';

import { clientOf, closeClients, heard, Receiver, replace, response, storedText } from './receiver.js';

/** Everything that a page can keep on a device. */
async function device(): Promise<string> {
  const caches = (await globalThis.caches?.keys()) ?? [];
  return JSON.stringify([await storedText(), { ...sessionStorage }, document.cookie, caches, location.href, history.state]);
}

interface Situation {
  options?: Partial<ClientOptions>;
  /** Brings a record home, or erases it. */
  run: (client: Client, record: ResponseRecord, receiver: Receiver) => Promise<unknown>;
}

/** Submits while the receiver fails with a status; resolves when the client has made something of it. */
async function failed(client: Client, record: ResponseRecord, receiver: Receiver, event: string): Promise<void> {
  const told = heard(client, event);
  await client.submit(record);
  await told;
  expect(await device()).to.contain(record.answers.comment);
  receiver.reachable = true;
}

const SITUATIONS: Record<string, Situation> = {
  'sent at once': { run: async (client, record) => (await client.submit(record)).sent },
  'sent by a simple request': { options: { wire: simple }, run: async (client, record) => (await client.submit(record)).sent },
  'sent after a time without a network': {
    run: async (client, record, receiver) => {
      receiver.reachable = false;
      await failed(client, record, receiver, 'retry');
      await client.flush();
      await client.whenDelivered(record.id, 1);
    },
  },
  'refused, and sent again': {
    run: async (client, record, receiver) => {
      receiver.status = 422;
      await failed(client, record, receiver, 'dead');
      receiver.status = 200;
      const delivered = heard(client, 'delivered');
      expect(await client.retryDead(record.id)).to.equal(1);
      await delivered;
    },
  },
  'changed while it was under way': {
    run: async (client, record, receiver) => {
      let release = (): void => {};
      receiver.hold = new Promise((resolve) => (release = resolve));
      const asked = receiver.asked();
      await client.submit(record);
      await asked;
      const { sent } = await client.submit({ ...record, revision: 2, answers: { ...record.answers, score: 3 } });
      release();
      await sent;
    },
  },
  'changed before it could be sent': {
    run: async (client, record, receiver) => {
      receiver.reachable = false;
      await failed(client, record, receiver, 'retry');
      await (await client.submit({ ...record, revision: 2, answers: { score: 3 } })).sent;
    },
  },
  'kept in the inbox before there was a client': {
    run: async (client, record) => {
      expect(keepInInbox(client.endpoint, record)).to.equal(true);
      await client.flush();
      await client.whenDelivered(record.id, 1);
    },
    options: { queue: '' },
  },
  'answered while IndexedDB was denied': {
    run: async (client, record) => {
      const restore = replace(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('', 'SecurityError');
        },
      });
      try {
        const { state, sent } = await client.submit(record);
        expect(state).to.equal('volatile');
        await sent;
      } finally {
        restore();
      }
    },
  },
  'erased while it waited': {
    run: async (client, record, receiver) => {
      receiver.reachable = false;
      await failed(client, record, receiver, 'retry');
      await client.purge();
    },
  },
  'erased as a dead letter': {
    run: async (client, record, receiver) => {
      receiver.status = 400;
      await failed(client, record, receiver, 'dead');
      await client.purge();
    },
  },
  'too large to be taken': {
    options: { maxBytes: 100 },
    run: async (client, record) => {
      const error = await client.submit(record).then(() => undefined, (thrown: unknown) => thrown);
      expect(error).to.have.property('code', 'too-large');
    },
  },
};

describe('nothing of an answer, or of who gave it, is left on the device', () => {
  afterEach(closeClients);

  for (const [what, { options, run }] of Object.entries(SITUATIONS)) {
    it(`that was ${what} (T14)`, async () => {
      const receiver = new Receiver();
      const client = clientOf(receiver, options);
      const [comment, person, path] = [uuidv7(), uuidv7(), uuidv7()];
      const record = response({ answers: { score: 9, comment }, respondent: { id: person }, page: `https://shop.example/${path}` });
      await run(client, record, receiver);
      // What acknowledged it may be erasing it still.
      await client.pending();
      const left = await device();
      for (const secret of [comment, person, path]) expect(left).not.to.contain(secret);
    });
  }
});
