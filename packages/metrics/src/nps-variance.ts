import { checkWhole, npsTotal, type NpsCounts } from './nps-counts.js';

export interface NpsVariance {
  /** Of one answer valued -1, 0 or 1; null without answers. */
  variance: number | null;
  /** Standard error of the score, ×100; null without answers. */
  se: number | null;
}

/**
 * The variance of Net Promoter: p₊ + p₋ − (p₊ − p₋)² (Rocks 2016, arXiv 1601.07235).
 *
 * @param options.ddof 0 (default) divides by n, 1 by n − 1.
 * @throws RangeError on a count that is negative or not whole, or a `ddof` that is.
 */
export function npsVariance(counts: NpsCounts, { ddof = 0 }: { ddof?: number } = {}): NpsVariance {
  checkWhole(ddof, 'ddof');
  return spread(counts, npsTotal(counts), ddof);
}

/** The same without checks. */
export function spread({ detractors, promoters }: NpsCounts, n: number, ddof: number): NpsVariance {
  if (n <= ddof) return { variance: null, se: null };
  // In whole numbers as long as possible, so that equal answers give exactly 0.
  const variance = (n * (promoters + detractors) - (promoters - detractors) ** 2) / (n * (n - ddof));
  return { variance, se: 100 * Math.sqrt(variance / n) };
}
