/** Density of the standard normal distribution. */
function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal variable is at most `x`; exact to about 1e-15, the lower tail to 1e-12 of itself.
 * Near 0 by its Taylor series (Marsaglia 2004, J Stat Softw 11:4), in the tails by Laplace's continued fraction.
 */
export function normalCdf(x: number): number {
  if (x > 3) return 1 - normalCdf(-x);
  if (x < -3) {
    let fraction = -x;
    for (let k = 200; k > 0; k--) fraction = -x + k / fraction;
    return density(x) / fraction;
  }
  let sum = x;
  for (let term = x, k = 3; Math.abs(term) > 1e-17; k += 2) sum += term *= (x * x) / k;
  return 0.5 + density(x) * sum;
}

/**
 * The value below which a standard normal variable stays with probability `p`.
 *
 * @throws RangeError unless 0 < p < 1.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability between 0 and 1 was expected, not ${p}.`);
  if (p > 0.5) return -normalQuantile(1 - p);
  let low = -40;
  let high = 0;
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
