/** How many answers fell into each group of Net Promoter: 0–6, 7–8, 9–10. */
export interface NpsCounts {
  detractors: number;
  passives: number;
  promoters: number;
}

/**
 * The groups of a histogram of the scores 0..10.
 *
 * @throws RangeError unless there are eleven whole, non-negative counts.
 */
export function npsCounts(histogram: readonly number[]): NpsCounts {
  if (histogram.length !== 11) {
    throw new RangeError(`A histogram of 11 counts (scores 0 to 10) was expected, not of ${histogram.length}.`);
  }
  const sum = (from: number, to: number) => checkedSum(histogram.slice(from, to));
  return { detractors: sum(0, 7), passives: sum(7, 9), promoters: sum(9, 11) };
}

/** The number of answers. Throws a RangeError unless all three counts are whole and not negative. */
export function npsTotal({ detractors, passives, promoters }: NpsCounts): number {
  return checkedSum([detractors, passives, promoters]);
}

/** Throws a RangeError unless `value` is a whole number of 0 or more. */
export function checkWhole(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number of 0 or more, not ${value}.`);
  }
}

/** Throws a RangeError unless all are whole and not negative. Returns their sum. */
export function checkedSum(counts: readonly number[]): number {
  return counts.reduce((sum, count) => {
    checkWhole(count, 'A count');
    return sum + count;
  }, 0);
}
