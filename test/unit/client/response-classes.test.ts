import { uuidv7 } from '@askwell/core';
import { describe, expect, it } from 'vitest';
import { BODYLESS, fateAfter } from '../../replies.js';
import { clientOf, fateOf, heard, response } from './receiver.js';

const http = { endpoint: 'http://localhost/answers' };

describe('the class of a reply', () => {
  it.each(Array.from({ length: 40 }, (_, index) => 200 + index * 10))('is decided by the status, from %i on', async (first) => {
    for (let status = first; status < first + 10; status++) {
      const { type, reason, status: told } = await fateOf(() => new Response(BODYLESS.includes(status) ? null : '{}', { status }));
      expect(`${type} ${reason}`, `status ${status}`).toBe(fateAfter(status));
      expect(told).toBe(status);
    }
  });

  it('is a redirect for what the browser hides', async () => {
    const hidden = { status: 0, type: 'opaqueredirect', headers: new Headers(), body: null } as Response;
    expect(await fateOf(() => hidden)).toMatchObject({ type: 'retry', reason: 'redirect' });
  });

  const id = uuidv7();
  it.each<[string, string | null, number, string, string]>([
    ['an empty 200 over https', null, 200, 'https', 'delivered'],
    ['text over https', 'thank you', 200, 'https', 'delivered'],
    ['ok: false over https', '{"ok":false}', 200, 'https', 'retry'],
    ['another id over https', '{"ok":true,"id":"other"}', 200, 'https', 'retry'],
    ['its own id over https', `{"ok":true,"id":"${id}","revision":1}`, 200, 'https', 'delivered'],
    ['an inherited name over https', '{"__proto__":{"ok":false}}', 200, 'https', 'delivered'],
    ['an empty 200 over http', null, 200, 'http', 'retry'],
    ['an empty 201 over http', null, 201, 'http', 'delivered'],
    ['an empty 202 over http', null, 202, 'http', 'delivered'],
    ['an empty 204 over http', null, 204, 'http', 'delivered'],
    ['an empty 205 over http', null, 205, 'http', 'delivered'],
    ['JSON over http', '{"ok":true}', 200, 'http', 'delivered'],
    ['JSON with its own id over http', `{"id":"${id}"}`, 201, 'http', 'delivered'],
    ['JSON with another id over http', '{"id":"other"}', 200, 'http', 'retry'],
    ['ok: false over http', '{"ok":false}', 202, 'http', 'retry'],
    ['the page of a captive portal', '<html>Log in</html>', 200, 'http', 'retry'],
    ['text over http with 201', 'created', 201, 'http', 'retry'],
  ])('%s: %s %i %s means %s', async (_name, body, status, scheme, fate) => {
    const told = await fateOf(() => new Response(body, { status }), scheme === 'http' ? http : {}, response({ id }));
    expect(told.type).toBe(fate);
    if (fate === 'retry') expect(told.reason).toBe('suspect');
  });

  it.each([
    ['https', '<!doctype html>', 200, 'retry'],
    ['http', '<!doctype html>', 200, 'retry'],
    ['https', '{"ok":true}', 200, 'delivered'],
    ['https', null, 204, 'delivered'],
    ['http', null, 202, 'delivered'],
  ])('over %s, a page is no receipt, and what only calls itself one is: %s %i', async (scheme, body, status, fate) => {
    const page = () => new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
    const told = await fateOf(page, scheme === 'http' ? http : {});
    expect(told.type).toBe(fate);
    if (fate === 'retry') expect(told).toMatchObject({ reason: 'suspect', status });
  });

  it('is network when fetch rejects, and when it throws', async () => {
    expect(await fateOf(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ type: 'retry', reason: 'network' });
    const thrown = (() => {
      throw new Error('patched');
    }) as typeof fetch;
    expect(await fateOf(() => new Response(), { fetch: thrown })).toMatchObject({ type: 'retry', reason: 'network' });
  });

  it('is network when the body drips for ever', async () => {
    const drip = () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) }));
    expect(await fateOf(drip, { timeoutMs: 30 })).toMatchObject({ type: 'retry', reason: 'network' });
  });

  it('reads no more than 4 KiB of a body', async () => {
    let pulled = 0;
    const endless = () =>
      new Response(new ReadableStream({ pull: (stream) => (pulled++, stream.enqueue(new Uint8Array(1024).fill(32))) }));
    expect((await fateOf(endless)).type).toBe('delivered');
    expect(pulled).toBeLessThan(8);
  });

  it('tells suspects, redirects and faulty endpoints by events of their own', async () => {
    for (const [status, type] of [[302, 'redirect'], [404, 'endpointconfig']] as const) {
      const client = clientOf(() => new Response('{}', { status }));
      const told = heard(client, type);
      const { id: own } = response();
      await client.submit(response({ id: own }));
      expect(await told).toMatchObject({ type, id: own, revision: 1, status });
      client.close();
    }
  });
});

describe('the request', () => {
  it('carries the key, the frozen body and nothing that leads elsewhere', async () => {
    let sent: RequestInit = {};
    const record = response({ answers: { score: 3, comment: 'lone \ud800 and \0' } });
    await fateOf((request) => ((sent = request), new Response('{}')), { headers: () => ({ 'X-Token': 'abc' }) }, record);
    expect(sent).toMatchObject({
      method: 'POST', credentials: 'same-origin', redirect: 'manual', cache: 'no-store',
      referrerPolicy: 'strict-origin', keepalive: true,
    });
    const headers = new Headers(sent.headers);
    expect(headers.get('idempotency-key')).toBe(`"${record.id}.1"`);
    expect(headers.get('x-token')).toBe('abc');
    expect(headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(sent.body as string).answers.comment).toBe('lone \ufffd and ');
  });

  it('is tried once more without keepalive when the page has none left', async () => {
    const tries: boolean[] = [];
    const fate = await fateOf(({ keepalive }) => {
      tries.push(keepalive!);
      return keepalive ? Promise.reject(new TypeError('quota')) : new Response('{}');
    });
    expect([fate.type, ...tries]).toEqual(['delivered', true, false]);
  });

  it('goes without keepalive beyond 60 KiB', async () => {
    const tries: boolean[] = [];
    const long = response({ answers: { comment: 'x'.repeat(61 * 1024) } });
    await fateOf(({ keepalive }) => (tries.push(keepalive!), new Response('{}')), {}, long);
    expect(tries).toEqual([false]);
  });

  it.each<[string, string]>([
    ['Cookie', 'a=b'], ['Authorization', 'Bearer x'], ['Sec-Fetch-Mode', 'cors'], ['Proxy-X', '1'], ['Host', 'x'],
    ['Content-Type', 'text/html'], ['idempotency-key', 'x'], ['X-Ünit', '1'], ['X-A', 'é'], ['X-A', 'a\r\nb: c'], ['X-A', 'x'.repeat(1025)], ['x'.repeat(41), '1'],
  ])('never carries the header %j: %j', async (name, value) => {
    expect(() => clientOf(() => new Response(), { headers: { [name]: value } })).toThrow(expect.objectContaining({ code: 'invalid-options' }));
    let sent = 0;
    const fate = await fateOf(() => (sent++, new Response()), { headers: () => ({ [name]: value }) });
    expect(fate).toMatchObject({ type: 'retry', reason: 'config' });
    expect(sent).toBe(0);
  });
});
