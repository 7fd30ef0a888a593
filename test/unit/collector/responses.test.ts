import { createCollector, openPgliteStore, type Store } from '@askwell/collector';
import { uuidv7 } from '@askwell/core';
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
  collector().request('/v1/main/responses', { method: 'POST', body, headers });
const send = (value: unknown, headers: Record<string, string> = {}) =>
  post(JSON.stringify(value), { 'content-type': 'application/json', ...headers });

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
