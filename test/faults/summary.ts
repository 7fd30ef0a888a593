/** What every family tells about a trial. */
export interface Result {
  seed: number;
  promised: number;
  stored: number;
  redelivered: number;
  /** Keys that were promised and are not there. */
  lost: string[];
  /** Keys that came with another body. */
  twice: string[];
  /** Why the trial could not be brought to its end. */
  error?: string;
  ms?: number;
}

export interface Summary {
  trials: number;
  /** Not brought to their end: nothing is said of their answers. */
  errors: number;
  promised: number;
  stored: number;
  redelivered: number;
  lost: number;
  twice: number;
  p50?: number;
  p95?: number;
  max?: number;
}

/** Adds up the trials that came to their end. */
export function summaryOf(results: Result[]): Summary {
  const ended = results.filter(({ error }) => error === undefined);
  const sum = (of: (result: Result) => number): number => ended.reduce((total, result) => total + of(result), 0);
  const times = ended.flatMap(({ ms }) => (ms === undefined ? [] : [Math.round(ms)])).sort((a, b) => a - b);
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)]!;
  return {
    trials: ended.length,
    errors: results.length - ended.length,
    promised: sum(({ promised }) => promised),
    stored: sum(({ stored }) => stored),
    redelivered: sum(({ redelivered }) => redelivered),
    lost: sum(({ lost }) => lost.length),
    twice: sum(({ twice }) => twice.length),
    ...(times.length > 0 && { p50: quantile(0.5), p95: quantile(0.95), max: times.at(-1)! }),
  };
}
