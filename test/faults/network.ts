import { within, type Engine } from './browsers.ts';
import { NETWORK_FAULTS, openFaultyNetwork, type NetworkFault } from './faulty-network.ts';
import { tabsOf, type InTabs } from './in-tabs.ts';
import type { Receiver } from './receiver.ts';
import type { Result } from './summary.ts';
import { Trial } from './trial.ts';

export interface NetworkResult extends Result {
  fault: string;
  /** What the client made of it, in turn. */
  heard: string[];
  /** Bytes of replies. */
  written: number;
}

/** In bytes. A page that read on until it gave up would have taken more of a reply. */
const MOST_WRITTEN = 16 * 1024 * 1024;

/** Lets a page submit one answer into a fault, and then without it. */
async function suffer(receiver: Receiver, inTabs: InTabs, fault: NetworkFault, seed: number): Promise<NetworkResult> {
  const trial = new Trial(`network-${seed}`);
  receiver.trials.set(trial.name, trial);
  const network = await openFaultyNetwork(fault, trial);
  const address = `${receiver.origins[0]}/network.html?${new URLSearchParams({ trial: trial.name, endpoint: network.endpoint })}`;
  let error: string | undefined;
  try {
    await inTabs([address], async () => {
      const [first] = await within(20_000, 'the first outcome', trial.firstHeard.promise);
      if (first !== fault.expected) throw new Error(`${fault.name} was taken for "${first}", not for "${fault.expected}"`);
      if (trial.promised.size !== 1) throw new Error(`${trial.promised.size} of 1 were promised`);
      network.heal();
      // What leads nowhere stays so: it must be kept.
      if (!fault.endpoint) await within(20_000, 'the delivery', trial.drained.promise);
    });
    if (network.seen.strays) throw new Error(`${network.seen.strays} requests went to another origin`);
  } catch (thrown) {
    error = String(thrown);
  }
  network.close();
  if (!error && network.seen.written > MOST_WRITTEN) error = `${network.seen.written} bytes of replies were taken`;
  receiver.trials.delete(trial.name);
  return {
    seed, fault: fault.name, heard: trial.heard, promised: trial.promised.size, stored: trial.stored.size, redelivered: trial.redelivered,
    written: network.seen.written, lost: fault.endpoint ? [] : trial.lost(), twice: [...trial.twice], ...(error && { error }),
  };
}

/** Goes through the faults of the network, in turn, so many of them. */
export async function sufferNetwork(receiver: Receiver, engine: Engine, count: number, seed: number, onResult: (result: NetworkResult) => void): Promise<void> {
  const { inTabs, end } = await tabsOf(engine);
  try {
    for (let index = 0; index < count; index++) onResult(await suffer(receiver, inTabs, NETWORK_FAULTS[index % NETWORK_FAULTS.length]!, seed + index));
  } finally {
    await end();
  }
}
