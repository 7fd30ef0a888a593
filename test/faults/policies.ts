import { POLICIES } from '../policies.ts';
import { Answering } from './answering.ts';
import type { Engine } from './browsers.ts';
import { tabsOf, type InTabs } from './in-tabs.ts';
import type { Receiver } from './receiver.ts';
import type { Result } from './summary.ts';

export interface PolicyResult extends Result {
  policy: string;
  survey: string;
  /** How far the page came. */
  heard: string[];
  violations: string[];
}

const COMMENT = 'It works';
/** Which option of each survey is pressed, counted from one, and what that means. */
const SURVEYS = [
  { survey: 'nps-survey', option: 8, answers: { score: 7, comment: COMMENT } },
  { survey: 'csat-survey', option: 4, answers: { score: 4, comment: COMMENT } },
  { survey: 'ces-survey', option: 6, answers: { score: 6, comment: COMMENT } },
  { survey: 'feedback-prompt', option: 3, answers: { reason: 'praise', comment: COMMENT } },
];

/** Each policy with each survey. */
export const UNDER_POLICIES = POLICIES.flatMap((policy) => SURVEYS.map((survey) => ({ policy, ...survey })));

/** WebKit upgrades even a loopback address, which the others leave alone: a page there must have come over TLS. */
const originFor = (engine: Engine, policy: string, { origins, secureOrigin }: Receiver): string =>
  engine === 'webkit' && policy.includes('upgrade-insecure-requests') ? secureOrigin : origins[0]!;

/** Lets a page under a policy answer its survey. */
async function answerUnder(
  receiver: Receiver,
  origin: string,
  inTabs: InTabs,
  { policy, survey, option, answers }: (typeof UNDER_POLICIES)[number],
  seed: number,
): Promise<PolicyResult> {
  const trial = new Answering(`policies-${seed}`);
  receiver.trials.set(trial.name, trial);
  trial.policy = policy;
  const address = `${origin}/policies.html?${new URLSearchParams({ trial: trial.name, survey, option: String(option), comment: COMMENT })}`;
  let violations: string[] = [];
  let error: string | undefined;
  try {
    await inTabs([address], async () => {
      const what = await trial.ended([answers]);
      violations = what.getAll('violation');
      if (violations.length) throw new Error('The policy was violated');
      if (what.get('border') !== 'solid') throw new Error(`The border of the survey is "${what.get('border')}"`);
    });
  } catch (thrown) {
    error = String(thrown);
  }
  receiver.trials.delete(trial.name);
  return {
    seed, policy, survey, heard: trial.heard, violations, promised: trial.promised.size, stored: trial.answers.length,
    redelivered: trial.redelivered, lost: trial.lost(), twice: [...trial.twice], ...(error && { error }),
  };
}

/** Goes through the policies with each survey, in turn, so many times. */
export async function answerUnderPolicies(receiver: Receiver, engine: Engine, count: number, seed: number, onResult: (result: PolicyResult) => void): Promise<void> {
  const { inTabs, end } = await tabsOf(engine);
  try {
    for (let index = 0; index < count; index++) {
      const under = UNDER_POLICIES[index % UNDER_POLICIES.length]!;
      onResult(await answerUnder(receiver, originFor(engine, under.policy, receiver), inTabs, under, seed + index));
    }
  } finally {
    await end();
  }
}
