import { readFileSync } from 'node:fs';

import { createCollector, openPgliteStore, serve, type RunningServer, type Store, type Summary } from '@askwell/collector';
import { npsBand, recordFault } from '@askwell/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importRecords } from '../../../demo/server/import-records.js';
import { sfoRecords } from '../../../demo/server/sfo-records.js';

const surveys = new Map(
  [2017, 2018].flatMap((year) => [
    ...sfoRecords(readFileSync(new URL(`../../../demo/data/sfo_${year}_survey.csv`, import.meta.url), 'utf8'), year),
  ]),
);
const all = [...surveys.values()].flat();

let store: Store;
let server: RunningServer;
let posts = 0;

beforeAll(async () => {
  store = await openPgliteStore();
  const collector = createCollector({ store });
  const app = {
    fetch: (request: Request) => {
      if (request.method === 'POST') posts += 1;
      return collector.fetch(request);
    },
  };
  server = await serve({ app, port: 0 });
}, 60_000);
afterAll(async () => {
  await server.close();
  await store.close();
});

const summaryOf = async (survey: string) =>
  (await (await fetch(`${server.url}/v1/main/summary?${new URLSearchParams({ survey })}`)).json()) as Summary;

describe('the import of the airport surveys', () => {
  it('completes one that was interrupted half way', async () => {
    await store.put('main', surveys.get('sfo-2017-nps')!.slice(0, 1000));
    const steps: [number, number][] = [];
    await importRecords({ url: server.url, surveys, onProgress: (...step) => steps.push(step) });
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.at(-1)).toEqual([all.length, all.length]);
    expect((await summaryOf('sfo-2017-nps')).n).toBe(2746);
  }, 60_000);

  it.each([
    ['sfo-2017-nps', 'nps', [0, 10], 2746],
    ['sfo-2018-nps', 'nps', [0, 10], 2650],
    ['sfo-2017-csat', 'csat', [1, 5], 2688],
    ['sfo-2018-csat', 'csat', [1, 5], 2625],
    ['sfo-2017-ease', 'form', [1, 5], 2407],
    ['sfo-2018-ease', 'form', [1, 5], 2364],
  ] as const)('gives %s as %s on the scale %j with %d answers', async (survey, kind, scale, n) => {
    expect(await summaryOf(survey)).toMatchObject({ kind, scale, n, shown: n, partial: 0, excluded: 0 });
  });

  it.each([
    ['sfo-2017-nps', { detractor: 342, passive: 968, promoter: 1436 }],
    ['sfo-2018-nps', { detractor: 447, passive: 935, promoter: 1268 }],
  ])('gives %s with the known bands', async (survey, known) => {
    const bands = { detractor: 0, passive: 0, promoter: 0 };
    for (const [score, count] of Object.entries((await summaryOf(survey)).counts)) bands[npsBand(Number(score))] += count;
    expect(bands).toEqual(known);
  });

  it('sends nothing when all is there', async () => {
    posts = 0;
    await importRecords({ url: server.url, surveys, onProgress: () => expect.unreachable() });
    expect(posts).toBe(0);
  });
});

describe('the records of the airport surveys', () => {
  it('are valid, and each has an id of its own', () => {
    expect(all.map(recordFault).filter((fault) => fault !== undefined)).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('invent nothing: no time beyond the month, no language, nobody', () => {
    expect(new Set(all.map(({ shownAt }) => shownAt))).toEqual(new Set(['2017-05-01T00:00:00Z', '2018-05-01T00:00:00Z']));
    expect(new Set(all.map(({ locale }) => locale))).toEqual(new Set(['und']));
    expect(new Set(all.map(({ channel }) => channel))).toEqual(new Set(['interview']));
    expect(all.every((record) => !('answeredAt' in record) && !('respondent' in record))).toBe(true);
  });

  it('have the same ids at every start', () => {
    expect(surveys.get('sfo-2017-nps')![0]!.id).toBe('b6a72b7e-a24a-89ac-ae72-b2f3c6ae8d7e');
  });
});
