/**
 * How often each whole score from `min` to `max` occurs. Blanks, fractions and scores outside are not counted.
 *
 * @throws RangeError unless both ends are whole and min ≤ max.
 */
export function scoreHistogram(
  scores: Iterable<number | null | undefined>,
  [min, max]: readonly [min: number, max: number],
): number[] {
  if (!Number.isInteger(min) || !Number.isInteger(max) || min > max) {
    throw new RangeError(`A scale of two whole numbers in rising order was expected, not ${min} to ${max}.`);
  }
  const histogram = new Array<number>(max - min + 1).fill(0);
  for (const score of scores) {
    if (typeof score === 'number' && Number.isInteger(score) && score >= min && score <= max) {
      histogram[score - min] = (histogram[score - min] ?? 0) + 1;
    }
  }
  return histogram;
}
