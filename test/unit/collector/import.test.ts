import { createCollector, openPgliteStore, type ImportReport, type Store } from '@askwell/collector';
import { uuidv7, type ResponseRecord } from '@askwell/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { record } from '../../record.js';

let store: Store;

beforeAll(async () => {
  store = await openPgliteStore();
}, 60_000);
afterAll(() => store.close());

async function send(body: BodyInit): Promise<ImportReport> {
  const response = await createCollector({ store }).request('/v1/main/responses', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-ndjson' },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ImportReport;
}

const lines = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const many = (count: number, survey: string) => Array.from({ length: count }, (_, index) => record({ survey, answers: { score: index % 11 } }));

describe('an import', () => {
  it('stores every line, over several batches', async () => {
    const survey = uuidv7();
    expect(await send(lines(many(1201, survey)))).toEqual({ ok: true, accepted: 1201, duplicates: 0, rejectedLines: 0, rejected: [] });
    expect((await store.summary('main', { survey })).n).toBe(1201);
  });

  it('counts what is there already as duplicates', async () => {
    const survey = uuidv7();
    const records = many(3, survey);
    await send(lines(records));
    expect(await send(lines([...records, ...many(1, survey)]))).toMatchObject({ ok: true, accepted: 1, duplicates: 3 });
    expect((await store.summary('main', { survey })).n).toBe(4);
  });

  it('takes several revisions of a response in one batch, in any order', async () => {
    const survey = uuidv7();
    const first = record({ survey, status: 'partial', answers: { score: 1 } });
    const second = { ...first, revision: 2, status: 'complete', answers: { score: 2 } };
    expect(await send(lines([first, second, first, second]))).toMatchObject({ ok: true, accepted: 2, duplicates: 2 });
    expect((await store.summary('main', { survey })).counts).toEqual({ 2: 1 });
  });

  it('says which line is at fault, where, and takes the others', async () => {
    const survey = uuidv7();
    const good = record({ survey });
    const report = await send([
      JSON.stringify(good),
      '{"v":1',
      '',
      JSON.stringify({ ...good, id: uuidv7(), answers: { score: 11 } }),
      JSON.stringify({ ...good, answers: { score: 0 } }),
      JSON.stringify({ ...good, id: uuidv7() }),
    ].join('\r\n'));
    expect(report).toMatchObject({ ok: false, accepted: 2, duplicates: 0, rejectedLines: 3 });
    expect(report.rejected).toEqual([
      { line: 2, path: '', message: expect.stringMatching(/^Not JSON/) },
      { line: 4, path: '/answers/score', message: 'Expected a whole number from 0 to 10' },
      { line: 5, path: '/revision', message: 'Already stored with another content' },
    ]);
    expect((await store.summary('main', { survey })).counts).toEqual({ 9: 2 });
  });

  it('rejects a line above 64 KiB without holding it, and goes on after it', async () => {
    const survey = uuidv7();
    const encoder = new TextEncoder();
    const pieces = [
      encoder.encode(`${JSON.stringify(record({ survey }))}\n`),
      ...Array.from({ length: 200 }, () => new Uint8Array(16 * 1024).fill(0x78)),
      encoder.encode(`\n${JSON.stringify(record({ survey }))}`),
    ];
    const report = await send(new ReadableStream({ start: (controller) => (pieces.forEach((piece) => controller.enqueue(piece)), controller.close()) }));
    expect(report).toEqual({
      ok: false,
      accepted: 2,
      duplicates: 0,
      rejectedLines: 1,
      rejected: [{ line: 2, path: '', message: 'The line is longer than 65536 bytes' }],
    });
  });

  it('rejects a line that is not UTF-8', async () => {
    const report = await send(new Uint8Array([0xff, 0x0a, ...new TextEncoder().encode(JSON.stringify(record()))]));
    expect(report).toMatchObject({ accepted: 1, rejected: [{ line: 1, path: '', message: 'The line is not UTF-8' }] });
  });

  it('lists at most a thousand faults, and counts the others', async () => {
    const report = await send('x\n'.repeat(1500));
    expect(report.rejectedLines).toBe(1500);
    expect(report.rejected).toHaveLength(1000);
  });

  it('of nothing is no fault', async () => {
    expect(await send('')).toEqual({ ok: true, accepted: 0, duplicates: 0, rejectedLines: 0, rejected: [] });
  });

  it('that breaks off is answered 400 and leaves whole batches', async () => {
    const survey = uuidv7();
    const encoder = new TextEncoder();
    let step = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        step += 1;
        if (step > 1) controller.error(new Error('connection reset'));
        else controller.enqueue(encoder.encode(`${lines(many(700, survey))}\n{"v":1,"id`));
      },
    });
    const response = await createCollector({ store }).request('/v1/main/responses', {
      method: 'POST',
      body: broken,
      headers: { 'content-type': 'application/x-ndjson' },
      ...{ duplex: 'half' },
    });
    expect(response.status).toBe(400);
    expect((await store.summary('main', { survey })).n).toBe(500);
  });

  it('reads the same records however the bytes are cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 10 }),
        async (comments, cuts) => {
          const survey = uuidv7();
          const bytes = new TextEncoder().encode(lines(comments.map((comment) => record({ survey, answers: { score: 5, comment } }))));
          let offset = 0;
          let turn = 0;
          const stream = new ReadableStream<Uint8Array>({
            pull(controller) {
              if (offset >= bytes.length) return controller.close();
              const size = cuts[turn++ % cuts.length]!;
              controller.enqueue(bytes.slice(offset, offset + size));
              offset += size;
            },
          });
          expect(await send(stream)).toMatchObject({ ok: true, accepted: comments.length });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('revisions in any order', () => {
  it('end with the highest one stored, however often each comes', async () => {
    const deliveries = fc
      .integer({ min: 1, max: 6 })
      .chain((highest) =>
        fc
          .array(fc.integer({ min: 0, max: highest }), { maxLength: 12 })
          .chain((more) => fc.shuffledSubarray([highest, ...more], { minLength: more.length + 1 }))
          .map((order) => ({ highest, order })),
      );
    await fc.assert(
      fc.asyncProperty(deliveries, fc.boolean(), async ({ highest, order }, inOneRequest) => {
        const survey = uuidv7();
        const id = uuidv7();
        const revisions = order.map((revision): ResponseRecord => record({ survey, id, revision, answers: { score: revision } }));
        if (inOneRequest) await send(lines(revisions));
        else for (const each of revisions) expect((await send(lines([each]))).ok).toBe(true);
        expect(await store.summary('main', { survey })).toMatchObject({ n: 1, shown: 1, counts: { [highest]: 1 } });
      }),
      { numRuns: 100 },
    );
  });
});
