import { within, type Engine } from './browsers.ts';
import { tabsOf, type InTabs } from './in-tabs.ts';
import type { Receiver } from './receiver.ts';
import { pick, seeded } from './seeded.ts';
import { Trial, type Reaction } from './trial.ts';

export const FAULTS: readonly Reaction[] = ['500', 'kept500', 'reset', 'keptReset', '429', 'portal'];
/** Of all requests. */
export const FAULTY = 0.45;
/** Tabs, answers of each tab, and how they agree on the one that sends. */
export const CELLS = ([1, 2, 4, 8] as const).flatMap((tabs) =>
  ([60, 250] as const).flatMap((answers) => (['lock', 'lease'] as const).map((mode) => ({ tabs, answers, mode }))),
);
/** How much faster the clock of a page runs. A lease of 30 s must still outlast a request. */
export const SPEED = { lock: 200, lease: 50 };

/** Cells in turn until so many answers are in them. */
export function cellsFor(answers: number): (typeof CELLS)[number][] {
  const cells: (typeof CELLS)[number][] = [];
  for (let sum = 0; sum < answers; sum += cells.at(-1)!.tabs * cells.at(-1)!.answers) cells.push(CELLS[(cells.length * 7) % CELLS.length]!);
  return cells;
}

export interface TabsResult {
  seed: number;
  tabs: number;
  mode: 'lock' | 'lease';
  promised: number;
  stored: number;
  requests: number;
  faults: number;
  redelivered: number;
  seconds: number;
  lost: string[];
  twice: string[];
  unpromised: number;
  error?: string;
}

/** Lets some tabs submit and deliver at once, against a receiver that fails at random. */
async function runTabs(receiver: Receiver, inTabs: InTabs, cell: (typeof CELLS)[number], seed: number): Promise<TabsResult> {
  const { tabs, answers, mode } = cell;
  const trial = new Trial(`tabs-${seed}`);
  receiver.trials.set(trial.name, trial);
  let faults = 0;
  // Decided by seed, request and attempt alone.
  trial.react = (request, _key, attempt) => {
    const random = seeded(seed * 1_000_003 + request * 31 + attempt);
    if (random() >= FAULTY) return 'ok';
    faults++;
    return pick(FAULTS, random);
  };
  trial.busyPages = tabs;
  const began = Date.now();
  const query = { trial: trial.name, answers: String(answers), mode, speed: String(SPEED[mode]), began: String(began), window: String(Math.max(2, 8 / tabs)) };
  const address = `${receiver.origins[0]}/tabs.html?${new URLSearchParams(query)}`;
  let error: string | undefined;
  try {
    await inTabs(Array<string>(tabs).fill(address), () => within(1_200_000, 'the delivery of all', trial.drained.promise));
  } catch (thrown) {
    error = String(thrown);
  }
  receiver.trials.delete(trial.name);
  const requests = [...trial.attempts.values()].reduce((sum, count) => sum + count, 0);
  return {
    seed, tabs, mode, promised: trial.promised.size, stored: trial.stored.size, requests, faults,
    redelivered: trial.redelivered, seconds: (Date.now() - began) / 1000,
    lost: trial.lost(), twice: [...trial.twice], unpromised: trial.unpromised().length, ...(error && { error }),
  };
}

/** Runs until so many answers were submitted; `workers` browsers at once. */
export async function submitInTabs(receiver: Receiver, engine: Engine, answers: number, seed: number, workers: number, onResult: (result: TabsResult) => void): Promise<void> {
  const cells = cellsFor(answers);
  let next = 0;
  const work = async (): Promise<void> => {
    const { inTabs, end } = await tabsOf(engine);
    try {
      while (next < cells.length) {
        const index = next++;
        onResult(await runTabs(receiver, inTabs, cells[index]!, seed + index));
      }
    } finally {
      await end();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}
