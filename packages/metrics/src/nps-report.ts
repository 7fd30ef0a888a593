import type { Interval } from './interval.js';
import { npsFromCounts, type NpsResult } from './nps.js';
import type { NpsCounts } from './nps-counts.js';
import { Z95 } from './two-sided-z.js';
import { ADJUSTMENT, waldInterval } from './wald-interval.js';

export interface NpsReport extends NpsResult {
  /** 95 %, two-sided; for comparison with other tools. */
  wald: Interval | null;
  /** 95 %, two-sided; the one to show. */
  adjustedWald: Interval | null;
}

/**
 * All that a dashboard says about one group: score, counts, variance and both 95 % intervals.
 *
 * @throws RangeError on a count that is negative or not whole.
 */
export function npsReport(counts: NpsCounts): NpsReport {
  return {
    ...npsFromCounts(counts),
    wald: waldInterval(counts, Z95, 0),
    adjustedWald: waldInterval(counts, Z95, ADJUSTMENT),
  };
}
