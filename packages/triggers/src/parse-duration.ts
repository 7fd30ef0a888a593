const MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A {@link Duration} in milliseconds; `never`, and what is no duration, is infinite. */
export function parseDuration(duration: string): number {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,6})?)([smhd])$/.exec(duration) ?? [];
  return amount ? Number(amount) * MS[unit as 's'] : Infinity;
}
