import { adapted, simple } from '@askwell/client/wires.js';
import type { ClientOptions } from '@askwell/client';
import type { ResponseRecord } from '@askwell/core';
import { expect } from '@open-wc/testing';

import { clientOf, closeClients, Receiver, response } from './receiver.js';

interface Request {
  url: string;
  init: RequestInit;
}

/** Options of a client whose requests are noted, and answered as told. */
function noting(requests: Request[], answer: () => Response = () => Response.json({ ok: true })): Partial<ClientOptions> {
  return {
    fetch: async (url, init) => {
      requests.push({ url: String(url), init: init! });
      return answer();
    },
  };
}

const headersOf = ({ init }: Request): Record<string, string> => Object.fromEntries(new Headers(init.headers));

describe('the wires', () => {
  afterEach(closeClients);

  it('post JSON under its key by default, to the own origin with its cookies only', async () => {
    const requests: Request[] = [];
    const record = response();
    await (await clientOf(new Receiver(), noting(requests)).submit(record)).sent;
    expect(headersOf(requests[0]!)).to.deep.equal({ 'content-type': 'application/json', 'idempotency-key': `"${record.id}.1"` });
    expect(requests[0]!.init.credentials).to.equal('same-origin');
    expect(JSON.parse(String(requests[0]!.init.body))).to.deep.equal(record);
  });

  it('post text without a header of their own, so that no preflight is asked, where they are simple', async () => {
    const requests: Request[] = [];
    const record = response();
    await (await clientOf(new Receiver(), { ...noting(requests), wire: simple }).submit(record)).sent;
    expect(headersOf(requests[0]!)).to.deep.equal({ 'content-type': 'text/plain;charset=UTF-8' });
    expect(JSON.parse(String(requests[0]!.init.body))).to.deep.equal(record);
  });

  it('say an answer in the words of another receiver, at each attempt the same', async () => {
    const requests: Request[] = [];
    let tries = 0;
    const answer = (): Response => (++tries === 1 ? new Response(null, { status: 503 }) : Response.json({ ok: true }));
    const client = clientOf(new Receiver(), {
      ...noting(requests, answer),
      random: () => 0,
      wire: adapted(({ answers }: ResponseRecord) => ({
        url: 'https://hooks.example/1',
        body: `score=${answers.score}`,
        contentType: 'application/x-www-form-urlencoded',
        headers: { 'x-kind': 'nps' },
      })),
    });
    await (await client.submit(response())).sent;
    expect(requests).to.have.length(2);
    for (const request of requests) {
      expect(request.url).to.equal('https://hooks.example/1');
      expect(request.init.body).to.equal('score=9');
      expect(headersOf(request)).to.deep.equal({ 'content-type': 'application/x-www-form-urlencoded', 'x-kind': 'nps' });
    }
  });

  it('post nothing, and keep nothing, of a revision that the receiver has no use for', async () => {
    const requests: Request[] = [];
    const client = clientOf(new Receiver(), { ...noting(requests), wire: adapted(() => undefined) });
    expect(await client.submit(response())).to.deep.equal({ state: 'sent' });
    expect(await client.pending()).to.deep.equal([]);
    expect(requests).to.deep.equal([]);
  });

  it('send cookies to another origin where they are asked to', async () => {
    const requests: Request[] = [];
    await (await clientOf(new Receiver(), { ...noting(requests), endpoint: 'https://other.example/x', credentials: 'include' }).submit(response())).sent;
    expect(requests[0]!.init.credentials).to.equal('include');
  });

  it('deliver to several endpoints from one page, each from a queue of its own', async () => {
    const [first, second] = [new Receiver(), new Receiver()];
    first.reachable = false;
    const [away, here] = [clientOf(first), clientOf(second)];
    const record = response();
    await away.submit(record);
    await (await here.submit(record)).sent;
    expect(second.keys).to.deep.equal([`"${record.id}.1"`]);
    expect((await away.pending()).map(({ id }) => id)).to.deep.equal([record.id]);
    expect(await here.pending()).to.deep.equal([]);
  });
});

describe('what counts as a receipt', () => {
  afterEach(closeClients);
  const page = (): Response => new Response('<p>Thanks</p>', { headers: { 'content-type': 'text/html' } });
  const text = (): Response => new Response('thanks');

  for (const [ack, answer, endpoint, acknowledged] of [
    [undefined, page, 'https://other.example/', false],
    ['status', page, 'https://other.example/', true],
    ['status', page, '/here', false],
    [undefined, text, 'https://other.example/', true],
    ['strict', text, 'https://other.example/', false],
  ] as const) {
    it(`is ${acknowledged ? '' : 'no '}${answer === page ? 'page' : 'text'} from ${endpoint} with ack ${ack}`, async () => {
      const client = clientOf(new Receiver(), { ...noting([], answer), endpoint, ack });
      const heard = new Promise((resolve) => {
        for (const type of ['delivered', 'suspect']) client.events.addEventListener(type, () => resolve(type), { once: true });
      });
      await client.submit(response());
      expect(await heard).to.equal(acknowledged ? 'delivered' : 'suspect');
    });
  }
});

describe('the origins that an endpoint may have', () => {
  it('are checked before anything is written', () => {
    const options = { endpoint: 'https://other.example/x', allowOrigins: ['https://mine.example'] };
    expect(() => clientOf(new Receiver(), options)).to.throw().with.property('code', 'invalid-endpoint');
    expect(clientOf(new Receiver(), { ...options, allowOrigins: ['https://other.example'] }).endpoint).to.equal('https://other.example/x');
    closeClients();
  });
});
