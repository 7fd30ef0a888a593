import { npsTotal, type NpsCounts } from './nps-counts.js';
import { spread, type NpsVariance } from './nps-variance.js';

export interface NpsResult extends NpsCounts, NpsVariance {
  /** 100 × (promoters − detractors) / n, from -100 to 100; null without answers. */
  nps: number | null;
  /** Answers that count. */
  n: number;
  /** Values that are no answer: blanks, fractions, numbers outside 0..10. */
  excluded: number;
}

/**
 * Net Promoter of raw scores (Reichheld 2003): 9–10 promote, 0–6 detract.
 * Whatever is not a whole number from 0 to 10 is left out of the denominator and counted as `excluded`.
 */
export function nps(scores: Iterable<number | null | undefined>): NpsResult {
  const counts: NpsCounts = { detractors: 0, passives: 0, promoters: 0 };
  let excluded = 0;
  for (const score of scores) {
    if (typeof score !== 'number' || !Number.isInteger(score) || score < 0 || score > 10) excluded++;
    else if (score > 8) counts.promoters++;
    else if (score > 6) counts.passives++;
    else counts.detractors++;
  }
  return { ...npsFromCounts(counts), excluded };
}

/**
 * Net Promoter of answers that are counted already.
 *
 * @throws RangeError on a count that is negative or not whole.
 */
export function npsFromCounts({ detractors, passives, promoters }: NpsCounts): NpsResult {
  const counts = { detractors, passives, promoters };
  const n = npsTotal(counts);
  // The sum avoids -0, which prints as "-0".
  const score = n === 0 ? null : (100 * (promoters - detractors)) / n + 0;
  return { ...counts, nps: score, n, excluded: 0, ...spread(counts, n, 0) };
}
