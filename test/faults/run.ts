// npm run faults [-- family … --count n --seed n --engine chromium|firefox|webkit --workers n --short]
// The long forms; with --short what CI runs. Seeds are printed, raw results go to .output/faults/<family>-<engine>.json.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { withFolder, type Engine } from './browsers.ts';
import { bundlePages } from './bundle-pages.ts';
import { NETWORK_FAULTS } from './faulty-network.ts';
import { surviveCorruption } from './corruption.ts';
import { killPages } from './kill.ts';
import { sufferNetwork } from './network.ts';
import { answerUnderPolicies, UNDER_POLICIES } from './policies.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { hearReplies, REPLIES } from './replies.ts';
import { summaryOf, type Result } from './summary.ts';
import { submitInTabs } from './tabs.ts';
import { takeOvers } from './takeover.ts';
import { submitInProcess } from './volume.ts';
import { answerWithWorkers, SERVICE_WORKERS } from './workers.ts';

interface Setting {
  receiver: Receiver;
  folder: string;
  engine: Engine;
  count: number;
  seed: number;
  workers: number;
  note: (result: Result) => void;
}

interface Family {
  /** What is counted, and how many of it. */
  what: string;
  short: number;
  long: number;
  /** The short form in the other engines than Chromium, where there is one. */
  elsewhere?: number;
  run: (setting: Setting) => Promise<void>;
  /** Ms within which 95 % must be. */
  limit?: number;
}

const FAMILIES: Record<string, Family> = {
  kill: {
    what: 'kills', short: 33, long: 1008, elsewhere: 12,
    run: ({ receiver, engine, count, seed, workers, note }) => killPages(receiver, engine, count, seed, workers, note),
  },
  tabs: {
    what: 'answers', short: 300, long: 100_000,
    run: ({ receiver, engine, count, seed, workers, note }) => submitInTabs(receiver, engine, count, seed, workers, note),
  },
  network: {
    what: 'faults', short: NETWORK_FAULTS.length, long: 10 * NETWORK_FAULTS.length, elsewhere: NETWORK_FAULTS.length,
    run: ({ receiver, engine, count, seed, note }) => sufferNetwork(receiver, engine, count, seed, note),
  },
  replies: {
    what: 'replies', short: REPLIES.length, long: 3 * REPLIES.length, elsewhere: REPLIES.length,
    run: ({ receiver, engine, count, seed, note }) => hearReplies(receiver, engine, count, seed, note),
  },
  policies: {
    what: 'surveys under a policy', short: UNDER_POLICIES.length, long: 3 * UNDER_POLICIES.length, elsewhere: UNDER_POLICIES.length,
    run: ({ receiver, engine, count, seed, note }) => answerUnderPolicies(receiver, engine, count, seed, note),
  },
  workers: {
    what: 'service workers', short: SERVICE_WORKERS.length, long: 3 * SERVICE_WORKERS.length, elsewhere: SERVICE_WORKERS.length,
    run: ({ receiver, folder, engine, count, seed, note }) => answerWithWorkers(receiver, folder, engine, count, seed, note),
  },
  corruption: {
    what: 'damages', short: 6, long: 60, elsewhere: 6,
    run: ({ receiver, engine, count, seed, note }) => surviveCorruption(receiver, engine, count, seed, note),
  },
  volume: {
    what: 'answers', short: 500, long: 100_000,
    run: ({ folder, count, seed, workers, note }) => submitInProcess(folder, count, seed, workers, note),
  },
  takeover: {
    what: 'crashes', short: 12, long: 100, limit: 1000,
    run: ({ receiver, count, seed, note }) => takeOvers(receiver, 'lock', 'crash', count, seed, note),
  },
  'takeover-lease': {
    what: 'crashes', short: 0, long: 5,
    run: ({ receiver, count, seed, note }) => takeOvers(receiver, 'lease', 'crash', count, seed, note),
  },
  freeze: {
    what: 'tabs that stand still', short: 0, long: 5,
    run: ({ receiver, count, seed, note }) => takeOvers(receiver, 'lock', 'freeze', count, seed, note),
  },
  'freeze-lease': {
    what: 'tabs that stand still', short: 0, long: 5,
    run: ({ receiver, count, seed, note }) => takeOvers(receiver, 'lease', 'freeze', count, seed, note),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    engine: { type: 'string', default: 'chromium' },
    workers: { type: 'string', default: '2' },
    short: { type: 'boolean', default: false },
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(FAMILIES, name));
if (unknown !== undefined) {
  console.error(`There is no family "${unknown}". There are: ${Object.keys(FAMILIES).join(', ')}.`);
  process.exit(1);
}

const output = fileURLToPath(new URL('../../.output/faults/', import.meta.url));
await mkdir(output, { recursive: true });
const engine = values.engine as Engine;
const tally = { passed: 0, failed: 0 };

await withFolder(async (folder) => {
  await bundlePages(folder);
  const receiver = await openReceiver(folder);
  try {
    for (const name of positionals.length ? positionals : Object.keys(FAMILIES)) {
      const family = FAMILIES[name]!;
      const short = engine === 'chromium' ? family.short : (family.elsewhere ?? 0);
      const count = Number(values.count ?? (values.short ? short : family.long));
      if (!count) continue;
      // The short form is the same each time, so that a red run is the change's; the long form looks where nobody has.
      const seed = Number(values.seed ?? (values.short ? 20261125 : Math.floor(Math.random() * 1e9)));
      console.log(`${name}: ${count} ${family.what} in ${engine}, seed ${seed}`);
      const began = performance.now();
      const results: Result[] = [];
      let written = began;
      const file = join(output, `${name}-${engine}.json`);
      let writing = Promise.resolve();
      // One after the other: two at once would leave the end of the longer one.
      const write = (): Promise<void> => (writing = writing.then(() => writeFile(file, JSON.stringify({ name, engine, seed, count, seconds: (performance.now() - began) / 1000, summary: summaryOf(results), results }, null, 1))));
      await family.run({
        receiver, folder, engine, count, seed, workers: Number(values.workers),
        note(result) {
          results.push(result);
          const bad = result.error !== undefined || result.lost.length > 0 || result.twice.length > 0;
          tally[bad ? 'failed' : 'passed']++;
          if (bad) console.log(JSON.stringify(result));
          // A long run that is stopped leaves what it has.
          if (performance.now() - written > 10_000) {
            written = performance.now();
            void write();
          }
        },
      });
      await write();
      const summary = summaryOf(results);
      console.log(`${name}: ${JSON.stringify(summary)} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
      // Of a busy machine, a time says nothing.
      if (!values.short && family.limit && summary.p95 !== undefined) {
        const late = summary.p95 > family.limit;
        tally[late ? 'failed' : 'passed']++;
        if (late) console.log(`${name}: 95 % took up to ${summary.p95} ms, of at most ${family.limit}`);
      }
    }
  } finally {
    receiver.close();
  }
});
if (process.env.ASKWELL_TALLY) await writeFile(process.env.ASKWELL_TALLY, JSON.stringify(tally));
console.log(`${tally.passed} passed, ${tally.failed} failed`);
// Clients of the volume family may still hold timers.
process.exit(tally.failed ? 1 : 0);
