/** Lowest and highest plausible value. */
export type Interval = [low: number, high: number];
