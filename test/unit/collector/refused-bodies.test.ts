import { createCollector, openPgliteStore, type Store } from '@askwell/collector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { problemOf } from './problem-of.js';
import { record } from '../../record.js';

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

const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  collector().request('/v1/main/responses', { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) });

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
    const response = await post(JSON.stringify(spoil({ ...record() })));
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
