import { setImmediate as turn } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { within } from './browsers.ts';
import { pick, seeded } from './seeded.ts';
import { cellsFor, FAULTS, FAULTY, SPEED, type CELLS, type TabsResult } from './tabs.ts';
import { Trial, type Reaction } from './trial.ts';
import type { Volume } from './page/volume.ts';

const STATUS: Partial<Record<Reaction, number>> = { '500': 500, kept500: 500, '429': 429 };

function reply(reaction: Reaction): Response {
  if (reaction === 'reset' || reaction === 'keptReset') throw new TypeError('Failed to fetch');
  if (reaction === 'portal') return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
  const status = STATUS[reaction] ?? 200;
  return Response.json({ ok: status === 200 }, { status, headers: { 'retry-after': '1' } });
}

type SubmitVolume = (volume: Volume) => Promise<void>;

async function runCell(submitVolume: SubmitVolume, cell: (typeof CELLS)[number], seed: number): Promise<TabsResult> {
  const random = seeded(seed);
  const trial = new Trial(`volume-${seed}`);
  let faults = 0;
  trial.react = () => {
    if (random() >= FAULTY) return 'ok';
    faults++;
    return pick(FAULTS, random);
  };
  const began = performance.now();
  let error: string | undefined;
  const run = submitVolume({
    ...cell,
    // Nothing here takes longer than some ms.
    speed: SPEED[cell.mode] * 4,
    queue: trial.name,
    random,
    promised: (key) => void trial.promised.add(key),
    receive: async (key, body) => {
      await turn();
      return reply(trial.receive(key, body));
    },
  });
  await within(1_200_000, 'the delivery of all', run).catch((thrown) => (error = String(thrown)));
  const requests = [...trial.attempts.values()].reduce((total, count) => total + count, 0);
  return {
    seed, tabs: cell.tabs, mode: cell.mode, promised: trial.promised.size, stored: trial.stored.size, requests, faults,
    redelivered: trial.redelivered, seconds: (performance.now() - began) / 1000,
    lost: trial.lost(), twice: [...trial.twice], unpromised: trial.unpromised().length, ...(error && { error }),
  };
}

/** The same as in browsers, in this process; `workers` sets of tabs at once. */
export async function submitInProcess(folder: string, answers: number, seed: number, workers: number, onResult: (result: TabsResult) => void): Promise<void> {
  const { submitVolume } = (await import(pathToFileURL(join(folder, 'volume.js')).href)) as { submitVolume: SubmitVolume };
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;
  const cells = cellsFor(answers).map((cell, index) => ({ cell, seed: seed + index }));
  // Locks are those of the process, so all that use them run before all that do not.
  for (const mode of ['lock', 'lease'] as const) {
    if (mode === 'lease') Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
    const jobs = cells.filter(({ cell }) => cell.mode === mode);
    const work = async (): Promise<void> => {
      for (let job = jobs.shift(); job; job = jobs.shift()) onResult(await runCell(submitVolume, job.cell, job.seed));
    };
    await Promise.all(Array.from({ length: workers }, work));
  }
  Object.defineProperty(globalThis, 'navigator', navigator);
}
