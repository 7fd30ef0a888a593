import type { Interval } from './interval.js';
import { normalCdf } from './normal.js';
import { npsTotal, type NpsCounts } from './nps-counts.js';
import { twoSidedZ, Z95 } from './two-sided-z.js';
import { ADJUSTMENT, shrunk } from './wald-interval.js';

export interface NpsCompareOptions {
  /** Default `adjusted-wald`: both groups get 3/4, 3/2, 3/4 answers first. */
  method?: 'adjusted-wald' | 'wald';
  /** Of `ci`, two-sided, between 0 and 1; default 0.95. */
  confidence?: number;
}

export interface NpsComparison {
  /** b − a, ×100. With `adjusted-wald` the difference of the adjusted scores. */
  delta: number;
  /** Standard error of `delta`. */
  se: number;
  /** delta / se; null when se is 0. */
  z: number | null;
  /** Two-sided; null when se is 0. */
  p: number | null;
  /** Of `delta`, clipped to ±200. */
  ci: Interval;
}

/**
 * Whether Net Promoter of two independent groups differs: z test of b − a. Null when a group has no answers.
 *
 * @throws RangeError on a bad count, an unknown method, or a confidence outside 0..1.
 */
export function npsCompare(
  a: NpsCounts,
  b: NpsCounts,
  { method = 'adjusted-wald', confidence = 0.95 }: NpsCompareOptions = {},
): NpsComparison | null {
  if (method !== 'adjusted-wald' && method !== 'wald') {
    throw new RangeError(`The method must be adjusted-wald or wald, not ${String(method)}.`);
  }
  return compare(a, b, method === 'wald' ? 0 : ADJUSTMENT, twoSidedZ(confidence));
}

/**
 * `npsCompare` as a dashboard shows it: adjusted-Wald, 95 %. Null when a group has no answers.
 *
 * @throws RangeError on a count that is negative or not whole.
 */
export function npsChange(before: NpsCounts, after: NpsCounts): NpsComparison | null {
  return compare(before, after, ADJUSTMENT, Z95);
}

function compare(a: NpsCounts, b: NpsCounts, added: number, reach: number): NpsComparison | null {
  const sizes = [npsTotal(a), npsTotal(b)];
  if (sizes.includes(0)) return null;
  const before = shrunk(a, added);
  const after = shrunk(b, added);
  const delta = after.score - before.score;
  const se = Math.hypot(before.se, after.se);
  const z = se === 0 ? null : delta / se;
  return {
    delta,
    se,
    z,
    p: z === null ? null : 2 * normalCdf(-Math.abs(z)),
    ci: [Math.max(-200, delta - reach * se), Math.min(200, delta + reach * se)],
  };
}
