import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { STARTS, WORKERS } from '../service-workers.ts';
import { Answering } from './answering.ts';
import type { Engine } from './browsers.ts';
import { tabsOf, type InTabs } from './in-tabs.ts';
import type { Receiver } from './receiver.ts';
import type { Result } from './summary.ts';

export interface WorkerResult extends Result {
  worker: Worker;
  /** What the client made of it, in turn. */
  heard: string[];
}

type Worker = keyof typeof WORKERS;

/** The workers, and what each makes the client take a request for while there is no network. */
const TAKEN_FOR: Record<Worker, 'network' | 'suspect' | 'endpoint'> = {
  'lets everything through': 'network',
  'answers from its cache first': 'network',
  'answers with a page while there is no network': 'suspect',
  'answers with an error while there is no network': 'network',
  'answers with 503 while there is no network': 'endpoint',
  'sends again what failed, as background sync does': 'network',
};
export const SERVICE_WORKERS = Object.keys(TAKEN_FOR) as Worker[];

const GIVEN = [
  { score: 9, comment: 'With a network' },
  { score: 3, comment: 'Without a network' },
];

/** Lets a page of a site with a service worker answer with a network, and without one. */
async function answerWith(receiver: Receiver, script: string, inTabs: InTabs, worker: Worker, seed: number): Promise<WorkerResult> {
  const trial = new Answering(`workers-${seed}`);
  receiver.trials.set(trial.name, trial);
  const replays = worker.startsWith('sends again') ? 'yes' : 'no';
  const address = `${receiver.origins[0]}/workers.html?${new URLSearchParams({ trial: trial.name, script, replays, given: JSON.stringify(GIVEN) })}`;
  let error: string | undefined;
  try {
    await inTabs([address], async () => void (await trial.ended(GIVEN)));
    const [taken] = trial.heard;
    if (taken !== TAKEN_FOR[worker]) throw new Error(`It was taken for "${taken}", not for "${TAKEN_FOR[worker]}"`);
  } catch (thrown) {
    error = String(thrown);
  }
  receiver.trials.delete(trial.name);
  return {
    seed, worker, heard: trial.heard, promised: trial.promised.size, stored: trial.answers.length,
    redelivered: trial.redelivered, lost: trial.lost(), twice: [...trial.twice], ...(error && { error }),
  };
}

/** Goes through the service workers, in turn, so many times. The scripts are put beside the pages. */
export async function answerWithWorkers(receiver: Receiver, folder: string, engine: Engine, count: number, seed: number, onResult: (result: WorkerResult) => void): Promise<void> {
  const { inTabs, end } = await tabsOf(engine);
  try {
    for (let index = 0; index < count; index++) {
      const worker = SERVICE_WORKERS[index % SERVICE_WORKERS.length]!;
      const script = `service-worker-${index % SERVICE_WORKERS.length}.js`;
      await writeFile(join(folder, script), STARTS + WORKERS[worker]);
      onResult(await answerWith(receiver, script, inTabs, worker, seed + index));
    }
  } finally {
    await end();
  }
}
