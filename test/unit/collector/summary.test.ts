import { createCollector, openPgliteStore, type Store, type Summary } from '@askwell/collector';
import { uuidv7, type ResponseRecord } from '@askwell/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { problemOf } from './problem-of.js';
import { record } from '../../record.js';

let store: Store;
let survey: string;

beforeAll(async () => {
  store = await openPgliteStore();
}, 60_000);
afterAll(() => store.close());

const app = () => createCollector({ store });
const put = (...changes: Partial<ResponseRecord>[]) => store.put('main', changes.map((each) => record({ survey, ...each })));
const get = (query: Record<string, string> = {}, init: RequestInit = {}) =>
  app().request(`/v1/main/summary?${new URLSearchParams({ survey, ...query })}`, init);
const summary = async (query: Record<string, string> = {}) => {
  const response = await get(query);
  expect(response.status).toBe(200);
  return (await response.json()) as Summary;
};

describe('a summary', () => {
  it('counts the scores and says what was asked', async () => {
    survey = uuidv7();
    const before = Date.now();
    await put({ answers: { score: 10 } }, { answers: { score: 10 } }, { answers: { score: 0, comment: 'x' } });
    const { updatedAt, ...rest } = await summary();
    expect(rest).toEqual({
      survey, kind: 'nps', scale: [0, 10], n: 3, counts: { 0: 1, 10: 2 }, partial: 0, shown: 3, excluded: 0, from: null, to: null,
    });
    expect(updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.parse(updatedAt!) - before)).toBeLessThan(60_000);
  });

  it('counts a score whatever the status, and reports the partial ones beside', async () => {
    survey = uuidv7();
    await put({ status: 'partial' }, { status: 'dismissed' }, { status: 'later' }, { status: 'complete' });
    expect(await summary()).toMatchObject({ n: 4, partial: 3, shown: 4 });
  });

  it('counts an impression without an answer as shown only', async () => {
    survey = uuidv7();
    await put({ revision: 0, status: 'shown', answers: {} }, { answers: { comment: 'no score' } }, {});
    expect(await summary()).toMatchObject({ n: 1, shown: 3, counts: { 9: 1 } });
  });

  it('knows the question from impressions alone', async () => {
    survey = uuidv7();
    await put({ revision: 0, status: 'shown', answers: {} });
    expect(await summary()).toMatchObject({ kind: 'nps', scale: [0, 10], n: 0, counts: {}, shown: 1 });
  });

  it('has no scale for a survey that asks for no score', async () => {
    survey = uuidv7();
    const { scale: _, ...unscaled } = record({ survey, kind: 'feedback', answers: { comment: 'x' } });
    await store.put('main', [unscaled]);
    expect(await summary()).toMatchObject({ kind: 'feedback', scale: null, n: 0, shown: 1 });
  });

  it.each([
    ['another scale', { scale: [1, 5], answers: { score: 5 } }],
    ['another kind', { kind: 'csat', answers: { score: 5 } }],
  ] as [string, Partial<ResponseRecord>][])('leaves out answers on %s than most, and says how many', async (_name, odd) => {
    survey = uuidv7();
    await put({}, {}, odd);
    expect(await summary()).toMatchObject({ kind: 'nps', scale: [0, 10], n: 2, counts: { 9: 2 }, excluded: 1, shown: 3 });
  });

  it('of a survey that nobody was asked has n 0 and no kind', async () => {
    survey = uuidv7();
    expect(await summary()).toEqual({
      survey, kind: null, scale: null, n: 0, counts: {}, partial: 0, shown: 0, excluded: 0, from: null, to: null, updatedAt: null,
    });
  });

  it('counts no other survey', async () => {
    survey = uuidv7();
    await put({}, { survey: `${survey} ` }, { survey: `${survey}%` });
    expect((await summary()).n).toBe(1);
  });
});

describe('from and to', () => {
  beforeAll(async () => {
    survey = uuidv7();
    await put(
      { shownAt: '2027-01-31T23:59:59.999Z', answers: { score: 1 } },
      { shownAt: '2027-02-01T00:00:00Z', answers: { score: 2 } },
      { shownAt: '2027-02-28T23:59:59.999999999Z', answers: { score: 3 } },
      { shownAt: '2027-03-02T00:00:00Z', answers: { score: 4 } },
    );
  });

  it.each([
    [{ from: '2027-02-01' }, [2, 3, 4]],
    [{ to: '2027-02-01' }, [1]],
    [{ from: '2027-02-01', to: '2027-03-02' }, [2, 3]],
    [{ from: '2027-02-01T00:00:00Z', to: '2027-02-01T00:00:00.001Z' }, [2]],
    [{ from: '2027-02-01', to: '2027-02-01' }, []],
    [{ from: '', to: '' }, [1, 2, 3, 4]],
  ])('%j take the first time in and leave the last out', async (query, scores) => {
    expect(Object.keys((await summary(query as Record<string, string>)).counts).map(Number)).toEqual(scores);
  });

  it('are given back as times', async () => {
    expect(await summary({ from: '2027-02-01', to: '2027-03-01T12:00:00Z' })).toMatchObject({
      from: '2027-02-01T00:00:00Z',
      to: '2027-03-01T12:00:00Z',
    });
  });

  it.each([['yesterday'], ['2027-02-30'], ['2027-02-01T00:00:00'], ['2027-02-01T00:00:00+01:00'], ["'; select"], ['0000-01-01']])(
    '%j is answered 400',
    async (time) => {
      for (const name of ['from', 'to']) {
        const response = await get({ [name]: time });
        expect(response.status).toBe(400);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        expect(((await response.json()) as { errors: { path: string }[] }).errors).toMatchObject([{ path: `/${name}` }]);
      }
    },
  );
});

describe('a from later than to', () => {
  it.each([
    ['2027-02-02', '2027-02-01'],
    ['2027-02-01T00:00:00.001Z', '2027-02-01'],
    ['2027-02-01T12:00:00.5Z', '2027-02-01T12:00:00Z'],
  ])('is answered 400: %s and %s', async (from, to) => {
    const response = await get({ from, to });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors).toMatchObject([{ path: '/from' }]);
  });

  it('is not later when it is the same time, written otherwise', async () => {
    expect((await get({ from: '2027-02-01T00:00:00.000Z', to: '2027-02-01' })).status).toBe(200);
  });
});

describe('the address of a summary', () => {
  it.each([['without a survey', '/v1/main/summary'], ['with an empty one', '/v1/main/summary?survey='], ['with a NUL', '/v1/main/summary?survey=%00']])(
    '%s is answered 400',
    async (_name, path) => {
      const response = await app().request(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ status: 400, errors: [{ path: '/survey' }] });
    },
  );

  it('of an unknown project is answered 404', async () => {
    expect((await app().request('/v1/other/summary?survey=x')).status).toBe(404);
  });

  it('gives a tag by which a reader learns that nothing changed', async () => {
    survey = uuidv7();
    await put({});
    const first = await get();
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(first.headers.get('vary')).toContain('Accept');

    const same = await get({}, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');

    await put({});
    const changed = await get({}, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(((await changed.json()) as Summary).n).toBe(2);
  });

  it('answers HEAD without a body, also to a reader of events', async () => {
    const response = await get({}, { method: 'HEAD', headers: { accept: 'text/event-stream' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.text()).toBe('');
  });
});
