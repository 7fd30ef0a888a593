import { createCollector, openPgliteStore, type Store } from '@askwell/collector';
import { uuidv7 } from '@askwell/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { record } from './record.js';

let store: Store;
const errors: unknown[] = [];
const collector = () => createCollector({ store, onError: (error) => errors.push(error) });

beforeAll(async () => {
  store = await openPgliteStore();
}, 60_000);
afterAll(async () => {
  await store.close();
  expect(errors).toEqual([]);
});

const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }, path = '/v1/main/responses') =>
  collector().request(path, { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) });
const send = (value: unknown, headers: Record<string, string> = {}) =>
  post(JSON.stringify(value), { 'content-type': 'application/json', ...headers });

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
}

async function problemOf(response: Response): Promise<ProblemBody> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const problem = (await response.json()) as ProblemBody;
  expect(problem.status).toBe(response.status);
  expect(problem.type).toMatch(/^urn:askwell:problem:[a-z-]+$/);
  expect(problem.title).not.toBe('');
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.[jt]s:\d/);
  return problem;
}

describe('posting a record', () => {
  it('answers with its id and revision', async () => {
    const sent = record();
    const response = await send(sent);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({ ok: true, id: sent.id, revision: 1 });
  });

  it('takes the impression as revision 0', async () => {
    const shown = record({ revision: 0, status: 'shown', answers: {} });
    expect((await send(shown)).status).toBe(200);
    expect((await send({ ...shown, revision: 1, status: 'partial', answers: { score: 3 } })).status).toBe(200);
  });

  it('takes JSON in a text/plain body, which browsers send without a preflight', async () => {
    expect((await post(JSON.stringify(record()), { 'content-type': 'text/plain;charset=UTF-8' })).status).toBe(200);
  });

  it('takes the same revision twice', async () => {
    const sent = record();
    await send(sent);
    const again = await send(sent);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ ok: true, id: sent.id, revision: 1 });
  });

  it('takes the same revision again with its fields and answers in another order', async () => {
    const sent = record({ answers: { score: 9, comment: 'x' } });
    await send(sent);
    const reordered = Object.fromEntries(Object.entries({ ...sent, answers: { comment: 'x', score: 9 } }).reverse());
    expect((await send(reordered)).status).toBe(200);
  });

  it('ignores a lower revision, and says 200', async () => {
    const survey = uuidv7();
    const sent = record({ survey, revision: 3, answers: { score: 10 } });
    await send(sent);
    const lower = await send({ ...sent, revision: 2, answers: { score: 0 } });
    expect(lower.status).toBe(200);
    expect(await lower.json()).toEqual({ ok: true, id: sent.id, revision: 2 });
    expect((await store.summary('main', { survey })).counts).toEqual({ 10: 1 });
  });

  it('replaces a lower revision by a higher one', async () => {
    const survey = uuidv7();
    const sent = record({ survey, status: 'partial', answers: { score: 2 } });
    await send(sent);
    await send({ ...sent, revision: 2, status: 'complete', answers: { score: 8 } });
    expect(await store.summary('main', { survey })).toMatchObject({ n: 1, counts: { 8: 1 }, partial: 0 });
  });

  it('refuses the same revision with another content, and keeps the first', async () => {
    const survey = uuidv7();
    const sent = record({ survey });
    await send(sent);
    const response = await send({ ...sent, answers: { score: 1 } });
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors).toEqual([{ path: '/revision', message: 'Already stored with another content' }]);
    expect((await store.summary('main', { survey })).counts).toEqual({ 9: 1 });
  });

  it('takes out NUL and lone surrogates, which a database cannot hold, and knows the record again', async () => {
    const sent = record({ answers: { score: 9, comment: 'a\0b\ud800c' } });
    expect((await send(sent)).status).toBe(200);
    expect((await send(sent)).status).toBe(200);
  });

  it.each([['any script', 'Grüße 👋🏽 \u202eمرحبا\u2029 <script>alert(1)</script>'], ['quotes and backslashes', `'; drop table responses; -- \\"`]])(
    'takes a comment with %s',
    async (_name, comment) => {
      expect((await send(record({ answers: { score: 9, comment } }))).status).toBe(200);
    },
  );

  it('takes the largest scale that the format allows', async () => {
    const top = Number.MAX_SAFE_INTEGER;
    expect((await send(record({ scale: [-top, top], answers: { score: -top, ratio: 5e-324, size: 1e308 }, revision: top }))).status).toBe(200);
  });
});

describe('the header Idempotency-Key', () => {
  it('is taken when it names the record', async () => {
    const sent = record();
    expect((await send(sent, { 'idempotency-key': `"${sent.id}.1"` })).status).toBe(200);
  });

  it.each([
    ['another revision', (id: string) => `"${id}.2"`],
    ['another id', () => `"${uuidv7()}.1"`],
    ['no quotation marks', (id: string) => `${id}.1`],
    ['nothing', () => ''],
  ])('is refused with %s', async (_name, key) => {
    const survey = uuidv7();
    const sent = record({ survey });
    const response = await send(sent, { 'idempotency-key': key(sent.id) });
    expect(response.status).toBe(422);
    expect((await problemOf(response)).detail).toContain(`"${sent.id}.1"`);
    expect((await store.summary('main', { survey })).shown).toBe(0);
  });
});

describe('bad input', () => {
  it.each([
    ['a missing field', ({ kind: _, ...rest }: Record<string, unknown>) => rest, '/kind'],
    ['a score outside the scale', (valid: object) => ({ ...valid, answers: { score: 11 } }), '/answers/score'],
    ['an unknown field', (valid: object) => ({ ...valid, 'e/mail~': 'x' }), '/e~1mail~0'],
    ['an unknown field of the respondent', (valid: object) => ({ ...valid, respondent: { mail: 'x' } }), '/respondent/mail'],
    ['a nested answer', (valid: object) => ({ ...valid, answers: { a: { b: 1 } } }), '/answers/a'],
    ['a step without a name', (valid: object) => ({ ...valid, answers: { '': 1 } }), '/answers/'],
    ['a date that does not exist', (valid: object) => ({ ...valid, shownAt: '2027-02-29T00:00:00Z' }), '/shownAt'],
    ['a year that PostgreSQL does not know', (valid: object) => ({ ...valid, shownAt: '0000-01-01T00:00:00Z' }), '/shownAt'],
    ['a NUL in a name', (valid: object) => ({ ...valid, survey: 'a\0' }), '/survey'],
    ['an array', (valid: object) => [valid], ''],
    ['null', () => null, ''],
  ])('with %s is answered 400 with the path of the fault', async (_name, spoil, path) => {
    const response = await send(spoil({ ...record() }));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.map((error) => error.path)).toContain(path);
  });

  it.each([['half of a record', JSON.stringify(record()).slice(0, 100)], ['nothing', ''], ['a word', 'undefined']])(
    'with %s is answered 400',
    async (_name, body) => {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect((await problemOf(response)).errors?.[0]?.message).toMatch(/^Not JSON/);
    },
  );

  it('that is not UTF-8 is answered 400', async () => {
    const response = await post(new Uint8Array([0x22, 0xff, 0xfe, 0x22]));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).detail).toContain('UTF-8');
  });

  it('with a key __proto__ is refused, and changes no prototype', async () => {
    const response = await post(JSON.stringify(record()).replace('"answers":{', '"answers":{"__proto__":{"polluted":true},'));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.[0]?.path).toBe('/answers/__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each(['application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', ''])(
    'of the type %j is answered 415',
    async (type) => {
      const response = await post(new TextEncoder().encode(JSON.stringify(record())), type === '' ? {} : { 'content-type': type });
      expect(response.status).toBe(415);
      await problemOf(response);
    },
  );
});

describe('the limit of 64 KiB', () => {
  const ofBytes = (bytes: number) => {
    const empty = JSON.stringify(record({ answers: { score: 9, comment: '' } }));
    return empty.replace('"comment":""', `"comment":"${'x'.repeat(bytes - empty.length)}"`);
  };

  it('lets a record of exactly that size in', async () => {
    expect((await post(ofBytes(64 * 1024))).status).toBe(200);
  });

  it('answers 413 for one byte more', async () => {
    const response = await post(ofBytes(64 * 1024 + 1));
    expect(response.status).toBe(413);
    await problemOf(response);
  });

  it('answers 413 for a stream without a length as soon as it passes the limit, and reads no further', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    expect((await post(endless)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it('answers 413 by the announced length alone', async () => {
    const response = await post('{}', { 'content-type': 'application/json', 'content-length': '65537' });
    expect(response.status).toBe(413);
  });
});

describe('addresses', () => {
  it.each(['/v1/other/responses', '/v1/a%00b/responses', '/v1/%27/responses'])('%s is no project: 404', async (path) => {
    const response = await post(JSON.stringify(record()), { 'content-type': 'application/json' }, path);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).type).toContain('unknown-project');
  });

  it.each(['/v1/main/nothing', '/v1/main', '/v1/main/responses/1'])('%s is no address: 404', async (path) => {
    const response = await collector().request(path);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).type).toContain('not-found');
  });

  it.each([
    ['GET', '/v1/main/responses', 'POST, OPTIONS'],
    ['DELETE', '/v1/main/responses', 'POST, OPTIONS'],
    ['POST', '/v1/main/summary', 'GET, HEAD, OPTIONS'],
  ])('%s %s is answered 405 with what is allowed', async (method, path, allow) => {
    const response = await collector().request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    await problemOf(response);
  });
});

describe('other origins', () => {
  it('get their preflight answered as the receiver contract says', async () => {
    const response = await collector().request('/v1/main/responses', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toBe('content-type,idempotency-key');
    expect(response.headers.get('access-control-max-age')).toBe('7200');
  });

  it('may read the answer and Retry-After', async () => {
    const response = await send(record(), { origin: 'https://shop.example' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After');
  });
});

describe('a failure inside', () => {
  const request = (broken: Store, heard: unknown[] = []) =>
    createCollector({ store: broken, onError: (error) => heard.push(error) }).request('/v1/main/responses', {
      method: 'POST',
      body: JSON.stringify(record()),
      headers: { 'content-type': 'application/json' },
    });

  it('is answered 500 without its message, which goes to onError', async () => {
    const heard: unknown[] = [];
    const failure = new Error('password=secret');
    const response = await request({ ...store, put: () => Promise.reject(failure) }, heard);
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
    expect(heard).toEqual([failure]);
  });

  it('of a closed store is answered 503 with Retry-After', async () => {
    const closed = await openPgliteStore();
    await closed.close();
    const response = await request(closed);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    await problemOf(response);
  });
});
