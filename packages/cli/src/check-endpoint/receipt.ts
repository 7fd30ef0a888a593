import { ADVICE } from './advice.js';
import { describeAnswer } from './describe-answer.js';
import type { Finding } from './finding.js';
import type { Posted } from './session.js';

type Check = Pick<Finding, 'id' | 'title' | 'expected'>;

/** The finding for a post that has to be acknowledged. */
export function receipt(check: Check, { answer, verdict }: Posted, advice?: string): Finding {
  const came = describeAnswer(answer);
  if (verdict === 'ack') return { ...check, result: 'pass', came };
  return { ...check, result: 'fail', came, advice: advice ?? ADVICE[verdict] };
}
