import { createServer, type AddressInfo } from 'node:net';

import { checkEndpoint, type EndpointReport, type Finding } from '@askwell/cli';
import { createClient } from '@askwell/client';
import { isHeaderAllowed, recordFault } from '@askwell/core';
import { describe, expect, it } from 'vitest';

import { faultyServer, type Fault } from './faulty-server.js';
import { run } from './run.js';

const end = (status: number, headers: Record<string, string> = {}, text = ''): Fault => (_request, response) => {
  response.writeHead(status, headers).end(text);
  return true;
};
const onPost = (fault: Fault): Fault => (request, response) => request.method === 'POST' && fault(request, response);
const receipt = ({ id, revision }: { id: string; revision: number }) => JSON.stringify({ ok: true, id, revision });

/** What did not pass, by its id. */
async function blemishes(fault: Fault, options = {}): Promise<Record<string, Finding>> {
  const { url } = await faultyServer(fault);
  const { checks } = await checkEndpoint(url, options);
  return Object.fromEntries(checks.filter(({ result }) => result === 'fail' || result === 'warn').map((check) => [check.id, check]));
}
const resultsOf = (found: Record<string, Finding>) => Object.fromEntries(Object.entries(found).map(([id, { result }]) => [id, result]));

describe('a receiver that keeps the contract', () => {
  it('passes', async () => {
    expect(await blemishes(() => false)).toEqual({});
  });

  it('gets valid records of the survey "askwell-check" only, each under its key in quotation marks', async () => {
    const { url, requests } = await faultyServer();
    await checkEndpoint(url, { headers: { 'x-token': 'abc' } });
    const posts = requests.filter(({ method, record }) => method === 'POST' && record);
    expect(posts.length).toBeGreaterThan(10);
    for (const { record, headers } of posts) {
      expect(recordFault(record)).toBeUndefined();
      expect(record).toMatchObject({ survey: 'askwell-check', channel: 'other' });
      expect(headers).toMatchObject({ 'idempotency-key': `"${record!.id}.${record!.revision}"`, 'content-type': 'application/json', 'x-token': 'abc' });
    }
  });

  it('gets text without a key, and no preflight, on the simple wire', async () => {
    const { url, requests } = await faultyServer();
    expect(await checkEndpoint(url, { wire: 'simple' })).toMatchObject({ ok: true });
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['POST']));
    expect(requests.every(({ headers }) => headers['content-type'] === 'text/plain;charset=UTF-8' && !headers['idempotency-key'])).toBe(true);
  });

  it('needs no CORS for pages of its own origin', async () => {
    const { url } = await faultyServer((_request, response) => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      return false;
    });
    expect(await checkEndpoint(url, { origin: new URL(url).origin })).toMatchObject({ ok: true });
  });
});

describe('a fault', () => {
  const cases: [string, Fault, Record<string, string>, string, RegExp][] = [
    ['a redirect', onPost(end(307, { location: 'https://elsewhere.example/' })), { 'first-revision': 'fail', 'no-redirect': 'fail' }, 'no-redirect', /final address/],
    ['a page with status 200', onPost(end(200, { 'content-type': 'text/html' }, '<h1>Hello</h1>')), { 'first-revision': 'fail', 'no-page': 'fail' }, 'no-page', /fallback of an app/],
    ['status 500', onPost(end(500)), { 'first-revision': 'fail' }, 'first-revision', /log of the server/],
    ['status 403', onPost(end(403)), { 'first-revision': 'fail' }, 'first-revision', /waits 15 minutes/],
    ['a receipt for another id', onPost(end(200, {}, '{"ok":true,"id":"another"}')), { 'first-revision': 'fail' }, 'first-revision', /takes this for a portal/],
    ['ok: false', onPost(end(200, {}, '{"ok":false}')), { 'first-revision': 'fail' }, 'first-revision', /takes this for a portal/],
    ['plain text over http', onPost(end(200, {}, 'thanks')), { 'first-revision': 'fail' }, 'first-revision', /over http nothing else counts/],
    ['a preflight that asks for a login', (request, response) => request.method === 'OPTIONS' && end(401)(request, response), { preflight: 'fail' }, 'preflight', /before any login/],
    [
      'a header that the preflight does not allow',
      (request, response) => request.method === 'OPTIONS' && end(204, { 'access-control-allow-headers': 'Content-Type' })(request, response),
      { preflight: 'fail' },
      'preflight',
      /Name idempotency-key too/,
    ],
    [
      'no CORS',
      (_request, response) => {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        return false;
      },
      { preflight: 'fail', readable: 'fail', 'retry-after': 'warn' },
      'readable',
      /every reply, errors too/,
    ],
    [
      'duplicates that are refused',
      (() => {
        const seen = new Set<string>();
        return onPost(({ record, headers }, response) => {
          const key = String(headers['idempotency-key']);
          if (!record || !seen.has(key)) return (seen.add(key), false);
          return end(400)(undefined as never, response);
        });
      })(),
      { 'same-again': 'fail', 'lower-revision': 'fail', 'used-key': 'warn', 'at-once': 'fail' },
      'same-again',
      /same receipt as before/,
    ],
    [
      'a second copy that breaks a unique index',
      (() => {
        const seen = new Set<string>();
        return onPost(({ record }, response) => {
          if (!record || !seen.has(record.id)) return (seen.add(record?.id ?? ''), false);
          return end(500)(undefined as never, response);
        });
      })(),
      { 'same-again': 'fail', 'higher-revision': 'fail', 'lower-revision': 'fail', 'used-key': 'fail', 'at-once': 'fail' },
      'at-once',
      /unique in the database/,
    ],
    [
      'no memory for what was sent under a key',
      onPost(({ record, text }, response) => record !== undefined && text.length < 65_536 && end(200, {}, receipt(record))(undefined as never, response)),
      { 'used-key': 'warn' },
      'used-key',
      /cannot be seen from outside/,
    ],
    ['an exception for what is no JSON', onPost(({ record }, response) => !record && end(500)(undefined as never, response)), { malformed: 'fail' }, 'malformed', /parser’s error/],
    ['no limit', onPost(({ record, text }, response) => text.length > 65_536 && end(200, {}, receipt(record!))(undefined as never, response)), { oversized: 'warn' }, 'oversized', /set a limit/],
    ['a firewall that reads along', onPost(({ text }, response) => text.includes('<script>') && end(403)(undefined as never, response)), { 'any-text': 'fail' }, 'any-text', /firewall/],
    [
      'quotation marks that it cannot read',
      onPost(({ headers }, response) => String(headers['idempotency-key'] ?? '').startsWith('"') && end(400)(undefined as never, response)),
      { 'first-revision': 'fail', 'idempotency-key': 'fail' },
      'idempotency-key',
      /RFC 9651/,
    ],
    ['a short memory for preflights', (request, response) => request.method === 'OPTIONS' && end(204, { 'access-control-max-age': '5' })(request, response), { 'preflight-max-age': 'warn' }, 'preflight-max-age', /two requests/],
  ];

  it.each(cases)('%s fails the right checks, with advice', async (_name, fault, results, id, advice) => {
    const found = await blemishes(fault);
    expect(resultsOf(found)).toEqual(results);
    expect(found[id]!.advice).toMatch(advice);
  });

  it('of a server that never answers is told after the timeout', async () => {
    const { url } = await faultyServer(() => true);
    const { code, out } = await run('check-endpoint', url, '--timeout', '0.2');
    expect(code).toBe(1);
    expect(out).toMatch(/fail {2}Reachable .*no whole answer within 0\.2 s/);
  });

  it('of a server that hangs at a repeat fails that check and the speed', async () => {
    const seen = new Set<string>();
    const found = await blemishes(onPost(({ text }) => seen.has(text) || !seen.add(text)), { timeout: 500 });
    expect(resultsOf(found)).toMatchObject({ 'same-again': 'fail', speed: 'fail' });
  });

  it('of an address where nothing listens is told in a sentence', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { code, out } = await run('check-endpoint', `http://127.0.0.1:${port}/`);
    expect(code).toBe(1);
    expect(out).toContain(`127.0.0.1:${port} refuses the connection: nothing listens there.`);
  });

  it('of a name that does not exist is told in a sentence', async () => {
    const { checks } = await checkEndpoint('https://nowhere.invalid/');
    expect(checks).toMatchObject([{ id: 'reachable', result: 'fail', came: expect.stringMatching(/nowhere\.invalid cannot be resolved/) }]);
  });

  it('of a plain server behind https is told as one of TLS', async () => {
    const { url } = await faultyServer();
    const { checks } = await checkEndpoint(url.replace('http:', 'https:'));
    expect(checks[0]!.came).toMatch(/encrypted connection .* failed \(TLS/);
  });
});

describe('what the client would not send', () => {
  it.each(['http://feedback.example/in', 'http://127.0.0.2/in', 'http://example.com/in'])('to %s is sent to nobody, and makes the address unfit', async (address) => {
    const { code, out } = await run('check-endpoint', address, '--json');
    const { ok, checks } = JSON.parse(out) as EndpointReport;
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(checks).toMatchObject([{ id: 'address', result: 'fail', came: new URL(address).origin, advice: expect.stringContaining('https') }]);
  });

  it('over http may go to this machine, and to the origin of the pages', async () => {
    const { url } = await faultyServer();
    expect(await checkEndpoint(url)).toMatchObject({ ok: true });
    const { checks } = await checkEndpoint('http://nowhere.invalid/in', { origin: 'http://nowhere.invalid' });
    expect(checks).toMatchObject([{ id: 'reachable' }]);
  });

  it.each(['x-token', 'Cookie', 'host', 'authorization', 'content-type', 'idempotency-key', 'sec-x', 'proxy-x', 'secret', 'a_b', 'x'.repeat(41)])('is the same with a header %s as the client says', (name) => {
    let allowed = true;
    try {
      createClient({ endpoint: 'https://a.example/', headers: { [name]: 'x' } });
    } catch {
      allowed = false;
    }
    expect(isHeaderAllowed(name)).toBe(allowed);
  });
});

describe('the report', () => {
  it('lets no control character of the server reach the terminal', async () => {
    const { url } = await faultyServer(onPost(end(500, {}, '\u001B[31mred\u0007')));
    expect((await run('check-endpoint', url)).out).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('counts what passed, and says what it comes to', async () => {
    const { url } = await faultyServer();
    expect((await run('check-endpoint', url)).out).toMatch(/\nfit to receive answers: \d+ passed, 0 to look at, 0 failed, 0 skipped\n$/);
  });
});
