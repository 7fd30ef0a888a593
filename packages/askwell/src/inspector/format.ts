const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** How long something lasted, in the largest unit that fits: `3 minutes`. A clock that was set back counts as none. */
export function showAge(locale: string, ms: number): string {
  const [unit, length] = UNITS.find(([, least]) => ms >= least) ?? UNITS[3];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.max(0, Math.floor(ms / length)));
}

/** A size in bytes, or in kB of 1,000. */
export function showBytes(locale: string, bytes: number): string {
  const unit = bytes < 1000 ? 'byte' : 'kilobyte';
  const value = bytes < 1000 ? bytes : bytes / 1000;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: bytes < 1000 ? 'long' : 'short', maximumFractionDigits: 1 }).format(value);
}

/** The time of day. */
export function showTime(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
}

/** The time of day, with the date where that is another day than `from`. */
export function showMoment(locale: string, at: number, from: number): string {
  if (new Date(at).toDateString() === new Date(from).toDateString()) return showTime(locale, at);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
