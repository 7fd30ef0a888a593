import type { Interval } from './interval.js';
import type { NpsCounts } from './nps-counts.js';
import { npsVariance } from './nps-variance.js';
import { scoreInterval } from './score-interval.js';
import { twoSidedZ } from './two-sided-z.js';
import { ADJUSTMENT, waldInterval } from './wald-interval.js';

export interface NpsIntervalOptions {
  /** Default `adjusted-wald`: unlike `wald` it does not collapse when all answers agree (Rocks 2016, arXiv 1601.07235). */
  method?: 'adjusted-wald' | 'wald' | 'score';
  /** Two-sided, between 0 and 1; default 0.95. */
  confidence?: number;
}

/**
 * Confidence interval of Net Promoter, ×100, clipped to ±100; null without answers.
 *
 * @throws RangeError on a bad count, an unknown method, or a confidence outside 0..1.
 */
export function npsInterval(
  counts: NpsCounts,
  { method = 'adjusted-wald', confidence = 0.95 }: NpsIntervalOptions = {},
): Interval | null {
  const z = twoSidedZ(confidence);
  switch (method) {
    case 'score':
      return scoreInterval(counts, z);
    case 'wald':
      return waldInterval(counts, z, 0);
    case 'adjusted-wald':
      return waldInterval(counts, z, ADJUSTMENT);
    default:
      throw new RangeError(`The method must be adjusted-wald, wald or score, not ${String(method)}.`);
  }
}

/**
 * Half the width of the Wald interval before clipping, ×100; null without answers.
 *
 * @throws RangeError on a bad count, or a confidence outside 0..1.
 */
export function npsMarginOfError(counts: NpsCounts, { confidence = 0.95 }: { confidence?: number } = {}): number | null {
  const { se } = npsVariance(counts);
  const z = twoSidedZ(confidence);
  return se === null ? null : z * se;
}
