import { join } from 'node:path';

import { bundle } from '../bundle.ts';
import { Chromium } from '../chromium.ts';
import { bodyOf, serve } from '../serve.ts';
import { median } from '../surveys/statistics.ts';

interface Result {
  ours: number[];
  bare: number[];
  /** A loop of the same length that allocates nothing. */
  machine: number[];
  error?: string;
}

/**
 * Milliseconds within which 95 of 100 events must be decided, by how many times the processor is slowed down, and how many
 * of the campaigns wait for the event.
 */
const LIMITS: readonly [rate: number, waiting: number, limitMs: number][] = [
  [1, 10, 1],
  [1, 100, 1],
  [4, 10, 4],
  [4, 100, 4],
];

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;

/** One event with a hundred campaigns, beside the least that any kit does with it. */
export async function measureTriggers(folder: string): Promise<boolean> {
  await bundle('triggers/page.ts', join(folder, 'scripts'));
  let slowed = Promise.withResolvers<void>();
  let posted = Promise.withResolvers<Result>();
  const server = await serve(join(folder, 'scripts'), {
    // Isolated from other origins, a page has a clock of 5 µs.
    '/': (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' })
        .end('<!doctype html><title>Bench</title><script type="module" src="/bench.js"></script>'),
    '/ready': async (_request, response) => {
      await slowed.promise;
      response.end();
    },
    '/result': async (request, response) => {
      posted.resolve(JSON.parse(await bodyOf(request)) as Result);
      response.end();
    },
  });
  const chromium = await Chromium.start(join(folder, 'profile'));
  let kept = true;
  try {
    for (const [rate, waiting, limitMs] of LIMITS) {
      slowed = Promise.withResolvers();
      posted = Promise.withResolvers();
      const limit = setTimeout(() => posted.reject(new Error('The bench "triggers" did not end within a minute.')), 60_000);
      const tab = await chromium.open(`${server.origin}/?waiting=${waiting}`);
      await tab.send('Emulation.setCPUThrottlingRate', { rate });
      slowed.resolve();
      const { ours, bare, machine, error } = await posted.promise;
      clearTimeout(limit);
      await tab.close();
      if (error) throw new Error(error);
      const slow = p95(ours);
      kept &&= slow <= limitMs;
      const ratio = (median(ours) / median(bare)).toFixed(1);
      console.log(
        `triggers, ${rate}× throttled: one event that ${waiting} of 100 campaigns wait for: median ${median(ours).toFixed(2)} ms, p95 ${slow.toFixed(2)} ms of ${limitMs} ms; bare loop ${median(bare).toFixed(2)} ms: ratio ${ratio}; idle loop of ${median(machine).toFixed(2)} ms: p95 ${p95(machine).toFixed(2)} ms (${ours.length} events)`,
      );
    }
    return kept;
  } finally {
    await chromium.stop();
    server.close();
  }
}
