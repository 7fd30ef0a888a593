import { normalQuantile } from './normal.js';

/** normalQuantile(0.975). */
export const Z95 = 1.959963984540054;

/** How many standard errors a two-sided interval reaches to each side: 1.96 for 0.95. */
export function twoSidedZ(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence between 0 and 1 was expected, not ${confidence}.`);
  }
  return confidence === 0.95 ? Z95 : -normalQuantile((1 - confidence) / 2);
}
