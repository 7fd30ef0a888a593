import { checkedSum, checkWhole } from './nps-counts.js';

/**
 * Percentages of `counts` that add up to exactly 100 at the given number of decimals: the largest remainders
 * are rounded up, ties in favour of the first. All 0 when there is nothing to divide.
 *
 * @throws RangeError on a count that is negative or not whole, or such `decimals`.
 */
export function roundPercents(counts: readonly number[], decimals = 0): number[] {
  checkWhole(decimals, 'decimals');
  const total = checkedSum(counts);
  if (total === 0) return counts.map(() => 0);
  // Whole steps and their remainders: exact, so that floating point breaks no tie.
  const steps = 10 ** decimals;
  const parts = counts.map((count, index) => {
    const remainder = (count * 100 * steps) % total;
    return { index, remainder, step: (count * 100 * steps - remainder) / total };
  });
  const missing = 100 * steps - parts.reduce((sum, { step }) => sum + step, 0);
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index).slice(0, missing)) {
    part.step++;
  }
  return parts.map(({ step }) => step / steps);
}
