const MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A {@link Duration} in milliseconds; `never` and `session` have no end. */
export function parseDuration(duration: string): number {
  const ms = parseFloat(duration) * MS[duration.at(-1)!]!;
  return ms >= 0 ? ms : Infinity;
}
