import type { Interval } from './interval.js';
import { checkWhole } from './nps-counts.js';
import { twoSidedZ } from './two-sided-z.js';

/**
 * Wilson's score interval of a share, as fractions from 0 to 1; null for n = 0
 * (Newcombe 1998, Stat Med 17:857, method 3).
 *
 * @param options.confidence two-sided, between 0 and 1; default 0.95.
 * @throws RangeError on a count that is negative or not whole, on more successes than trials,
 * or a confidence outside 0..1.
 */
export function wilson(
  successes: number,
  n: number,
  { confidence = 0.95 }: { confidence?: number } = {},
): Interval | null {
  checkWhole(successes, 'successes');
  checkWhole(n, 'n');
  if (successes > n) throw new RangeError(`At most ${n} successes were expected, not ${successes}.`);
  const z2 = twoSidedZ(confidence) ** 2;
  if (n === 0) return null;
  const centre = successes + z2 / 2;
  const reach = Math.sqrt(z2 * ((successes * (n - successes)) / n + z2 / 4));
  // The ends are exact there; rounding would leave 1e-17 beside them.
  return [successes === 0 ? 0 : (centre - reach) / (n + z2), successes === n ? 1 : (centre + reach) / (n + z2)];
}
