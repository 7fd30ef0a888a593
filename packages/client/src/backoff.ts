const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** The longest pause that a receiver can ask for, jitter included, in ms. */
const LONGEST_PAUSE = 24 * HOUR + 30 * SECOND;

/**
 * Pause before the next try in ms: exponential from 1 s to 300 s, of which half is random.
 *
 * @param fails failures before this one
 * @param random a number in [0, 1)
 * @param retryAfter what the receiver asked for, in ms; the pause is never shorter
 */
export function backoff(fails: number, random: number, retryAfter = 0): number {
  const longest = Math.min(300 * SECOND, SECOND * 2 ** fails);
  return Math.max((longest * (1 + random)) / 2, retryAfter) + random * Math.min(30 * SECOND, retryAfter / 10);
}

/** Pause after an answer that only a person can mend, such as 404: 15 minutes, doubled up to 6 hours. */
export function configPause(fails: number): number {
  return Math.min(6 * HOUR, (HOUR / 4) * 2 ** fails);
}

/**
 * Reads a Retry-After header (RFC 9110, 10.2.3: seconds or a date) into ms, clamped to 1 s … 24 h;
 * 0 when there is none or it makes no sense.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number {
  const text = String(header);
  // A date has letters first: engines read '-5' and '1.5' as dates too.
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : /^[a-z]{3}/i.test(text) ? Date.parse(text) - now : NaN;
  return Math.min(24 * HOUR, Math.max(SECOND, wait)) || 0;
}

/** Ms from `now` until `time`. Further away than anything asked for means that the clock was set back: no pause. */
export function remaining(time: number, now: number, longest = LONGEST_PAUSE): number {
  return time - now > longest ? 0 : Math.max(0, time - now);
}
