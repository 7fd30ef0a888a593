import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { bundle } from '../bundle.ts';
import { Chromium } from '../chromium.ts';
import { bodyOf, serve } from '../serve.ts';
import { median } from '../surveys/statistics.ts';

/** What a page posts: ms, or bytes, of each round. */
interface Result {
  ours: number[];
  bare: number[];
}

interface Scenario {
  page: 'durable' | 'drain' | 'heap';
  ours: string;
  bare: string;
  /** Ms until the receiver replies. */
  ms?: number;
  /** Of the ratio. */
  limit?: number;
}

const SCENARIOS: readonly Scenario[] = [
  { page: 'durable', ours: 'submit() until durable', bare: 'a bare strict put', limit: 2 },
  { page: 'drain', ours: '200 waiting answers delivered to a receiver 20 ms away', bare: '200 bare fetches one by one', ms: 20, limit: 1.2 },
  { page: 'drain', ours: '200 waiting answers delivered on the same machine', bare: '200 bare fetches one by one', ms: 0 },
];
const MOST_HEAP_KIB = 2048;
const LONGEST_MS = 180_000;

/** The client beside a bare write to IndexedDB and bare fetches, and what it takes of the heap. */
export async function measureClient(folder: string): Promise<boolean> {
  const scripts = join(folder, 'scripts');
  for (const page of ['durable', 'drain', 'heap']) await bundle(`client/${page}.ts`, join(scripts, page), `/${page}/`);
  let posted = Promise.withResolvers<Result>();
  let heap = async (): Promise<number> => 0;
  const server = await serve(scripts, {
    '/': (_request, response, { searchParams }) =>
      void response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Bench</title><script type="module" src="/${searchParams.get('page')}/bench.js"></script>`),
    '/receiver': async (request, response, { searchParams }) => {
      await bodyOf(request);
      await sleep(Number(searchParams.get('ms')));
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    },
    '/heap': async (_request, response) => void response.end(String(await heap())),
    '/result': async (request, response) => {
      posted.resolve(JSON.parse(await bodyOf(request)) as Result);
      response.end();
    },
  });
  const chromium = await Chromium.start(join(folder, 'profile'));
  const run = async (page: string, ms = 0): Promise<Result> => {
    posted = Promise.withResolvers();
    const tab = chromium.open(`${server.origin}/?page=${page}&ms=${ms}`, { onDisk: true });
    heap = async () => {
      const { send } = await tab;
      for (let pass = 0; pass < 3; pass++) await send('HeapProfiler.collectGarbage');
      return (await send('Runtime.getHeapUsage')).usedSize as number;
    };
    const limit = setTimeout(() => posted.reject(new Error(`The page "${page}" of the bench "client" did not end within three minutes.`)), LONGEST_MS);
    try {
      return await posted.promise;
    } finally {
      clearTimeout(limit);
      await (await tab).close();
    }
  };
  let kept = true;
  const tell = (line: string, within: boolean): void => {
    kept &&= within;
    console.log(`client: ${line}${within ? '' : ' ✗'}`);
  };
  try {
    for (const { page, ours, bare, ms, limit } of SCENARIOS) {
      const result = await run(page, ms);
      const [our, their] = [median(result.ours), median(result.bare)];
      const ratio = our / their;
      const of = limit ? ` of at most ${limit}` : '';
      tell(`${ours} ${our.toFixed(2)} ms, ${bare} ${their.toFixed(2)} ms: ratio ${ratio.toFixed(2)}${of} (medians of ${result.ours.length})`, ratio <= (limit ?? Infinity));
    }
    const { ours, bare } = await run('heap');
    const kib = (ours[0]! - bare[0]!) / 1024;
    tell(`200 waiting answers take ${kib.toFixed(0)} KiB of the heap of at most ${MOST_HEAP_KIB}`, kib <= MOST_HEAP_KIB);
    return kept;
  } finally {
    await chromium.stop();
    server.close();
  }
}
