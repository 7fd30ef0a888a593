import type { Interval } from './interval.js';
import { npsTotal, type NpsCounts } from './nps-counts.js';

/**
 * The score interval of a difference of two shares of one sample (Tango 1998, Stat Med 17:891):
 * all differences that a test with the variance under that very difference would not reject.
 * ×100; null without answers.
 */
export function scoreInterval(counts: NpsCounts, z: number): Interval | null {
  const n = npsTotal(counts);
  if (n === 0) return null;
  return [100 * lowest(counts, n, z), -100 * lowest({ ...counts, detractors: counts.promoters, promoters: counts.detractors }, n, z)];
}

/** The lower bound, by bisection; the upper one is that of the swapped groups, negated. */
function lowest({ detractors, promoters }: NpsCounts, n: number, z: number): number {
  const observed = (promoters - detractors) / n;
  let low = -1;
  let high = observed;
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    const variance = restrictedVariance(detractors, promoters, n, middle);
    if ((observed - middle) * Math.sqrt(n) > z * Math.sqrt(variance)) low = middle;
    else high = middle;
  }
  return high;
}

/** The most likely variance of one answer if the difference were `delta`. */
function restrictedVariance(detractors: number, promoters: number, n: number, delta: number): number {
  const a = 2 * n;
  const b = -promoters - detractors + (2 * n - promoters + detractors) * delta;
  const c = -detractors * delta * (1 - delta);
  const share = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  return Math.max(0, 2 * share + delta * (1 - delta));
}
