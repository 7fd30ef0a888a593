/** The quartiles of some numbers: a quarter of them is below the first, half below the second. */
export function quartiles(values: readonly number[]): [low: number, median: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
  };
  return [at(0.25), at(0.5), at(0.75)];
}

export const median = (values: readonly number[]): number => quartiles(values)[1];

/** A median with the quartiles around it, as text. */
export function spread(values: readonly number[], digits = 0): string {
  const [low, middle, high] = quartiles(values).map((value) => value.toFixed(digits));
  return `${middle} (${low}–${high})`;
}
