import type { Interval } from './interval.js';
import { npsTotal, type NpsCounts } from './nps-counts.js';

/**
 * Score, standard error and number of answers, ×100, of counts to which `added` answers were added:
 * a quarter as detractors, half as passives, a quarter as promoters. No checks: counts may be fractions.
 */
export function shrunk({ detractors, passives, promoters }: NpsCounts, added: number): { score: number; se: number } {
  const n = detractors + passives + promoters + added;
  const score = (promoters - detractors) / n;
  return { score: 100 * score, se: 100 * Math.sqrt(((promoters + detractors + added / 2) / n - score ** 2) / n) };
}

/** How many answers the adjusted-Wald methods add: 3/4, 3/2, 3/4 (Rocks 2016, arXiv 1601.07235). */
export const ADJUSTMENT = 3;

/** score ± z·se, clipped to ±100, after adding `added` answers; null without answers. */
export function waldInterval(counts: NpsCounts, z: number, added: number): Interval | null {
  if (npsTotal(counts) === 0) return null;
  const { score, se } = shrunk(counts, added);
  return [Math.max(-100, score - z * se), Math.min(100, score + z * se)];
}
