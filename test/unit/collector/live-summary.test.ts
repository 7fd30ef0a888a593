import { createCollector, openPgliteStore, type CollectorOptions, type Store, type Summary } from '@askwell/collector';
import { uuidv7 } from '@askwell/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { record } from '../../record.js';

let store: Store;
let survey: string;

beforeAll(async () => {
  store = await openPgliteStore();
}, 60_000);
afterAll(() => store.close());
beforeEach(() => {
  survey = uuidv7();
});

const post = (app: ReturnType<typeof createCollector>, body: string, type = 'application/json') =>
  app.request('/v1/main/responses', { method: 'POST', body, headers: { 'content-type': type } });

/** Opens the stream; `next` gives the next event or comment, `undefined` at the end. */
async function open(app: ReturnType<typeof createCollector>) {
  const response = await app.request(`/v1/main/summary?survey=${survey}`, { headers: { accept: 'text/event-stream' } });
  expect(response.status).toBe(200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(() => reader.cancel());
  let buffer = '';
  const next = async (): Promise<string | undefined> => {
    while (!buffer.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      buffer += value;
    }
    const end = buffer.indexOf('\n\n');
    const event = buffer.slice(0, end);
    buffer = buffer.slice(end + 2);
    return event;
  };
  const nextSummary = async () => {
    const event = await next();
    expect(event).toMatch(/^data: /);
    return JSON.parse(event!.slice('data: '.length)) as Summary;
  };
  return { response, reader, next, nextSummary };
}

/** A collector whose reads of the summary are counted. */
function counting(options: Partial<CollectorOptions> = {}) {
  const reads = { count: 0 };
  const summary: Store['summary'] = (...query) => {
    reads.count += 1;
    return store.summary(...query);
  };
  return { app: createCollector({ store: { ...store, summary }, ...options }), reads };
}

describe('the live summary', () => {
  it('comes at once, as an event stream that no cache keeps', async () => {
    const { response, nextSummary } = await open(createCollector({ store }));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('vary')).toContain('Accept');
    expect(await nextSummary()).toMatchObject({ survey, n: 0 });
  });

  it('comes again when an answer arrives', async () => {
    const app = createCollector({ store });
    const { nextSummary } = await open(app);
    await nextSummary();
    await post(app, JSON.stringify(record({ survey })));
    expect(await nextSummary()).toMatchObject({ n: 1, counts: { 9: 1 } });
    await post(app, JSON.stringify(record({ survey, answers: { score: 4 } })));
    expect(await nextSummary()).toMatchObject({ n: 2, counts: { 4: 1, 9: 1 } });
  });

  it('comes once or twice for a burst, and the last one has them all', async () => {
    const app = createCollector({ store });
    const { nextSummary } = await open(app);
    await nextSummary();
    for (let index = 0; index < 50; index++) await post(app, JSON.stringify(record({ survey })));
    const seen = [await nextSummary()];
    while (seen.at(-1)!.n < 50) seen.push(await nextSummary());
    expect(seen.at(-1)!.n).toBe(50);
    expect(seen.length).toBeLessThan(10);
  });

  it('comes again after an import', async () => {
    const app = createCollector({ store });
    const { nextSummary } = await open(app);
    await nextSummary();
    await post(app, Array.from({ length: 20 }, () => JSON.stringify(record({ survey }))).join('\n'), 'application/x-ndjson');
    expect((await nextSummary()).n).toBe(20);
  });

  it('stays silent for a duplicate and for another survey', async () => {
    const sent = record({ survey });
    await store.put('main', [sent]);
    const { app, reads } = counting({ heartbeat: 400 });
    const { next, nextSummary } = await open(app);
    await nextSummary();
    await post(app, JSON.stringify(sent));
    await post(app, JSON.stringify(record({ survey: uuidv7() })));
    expect(await next()).toMatch(/^:/);
    expect(reads.count).toBe(1);
  });

  it('sends a comment now and then, so that nobody between closes the connection', async () => {
    const { next } = await open(createCollector({ store, heartbeat: 50 }));
    expect(await next()).toMatch(/^data: /);
    expect(await next()).toMatch(/^:/);
    expect(await next()).toMatch(/^:/);
  });

  it('reads nothing more once the reader is gone', async () => {
    const { app, reads } = counting();
    const { reader, nextSummary } = await open(app);
    await nextSummary();
    await reader.cancel();
    await post(app, JSON.stringify(record({ survey })));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(reads.count).toBe(1);
  });

  it('ends when the collector is told to stop', async () => {
    const stop = new AbortController();
    const { next } = await open(createCollector({ store, signal: stop.signal }));
    await next();
    stop.abort();
    expect(await next()).toBeUndefined();
  });

  it('ends when a later read fails, and says so to onError only', async () => {
    const heard: unknown[] = [];
    const failure = new Error('secret');
    let reads = 0;
    const app = createCollector({
      store: { ...store, summary: (...query) => (++reads > 1 ? Promise.reject(failure) : store.summary(...query)) },
      onError: (error) => heard.push(error),
    });
    const { next, nextSummary } = await open(app);
    await nextSummary();
    await post(app, JSON.stringify(record({ survey })));
    expect(await next()).toBeUndefined();
    expect(heard).toEqual([failure]);
  });

  it('is refused like the plain one when the query is faulty', async () => {
    const response = await createCollector({ store }).request('/v1/main/summary', { headers: { accept: 'text/event-stream' } });
    expect(response.status).toBe(400);
  });
});
