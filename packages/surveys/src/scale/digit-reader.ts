const PAUSE_MS = 700;

/** Reads scores that are typed digit by digit: "1", then "0" within 700 ms, is first 1 and then 10. */
export class DigitReader {
  #typed = '';
  #at = -Infinity;

  /** The score that the digits typed so far mean, or `undefined` where it is not on the scale. */
  read(digit: string, now: number, [min, max]: readonly [number, number]): number | undefined {
    const joined = now - this.#at < PAUSE_MS ? this.#typed + digit : digit;
    const typed = Number(joined) <= max ? joined : digit;
    this.#typed = typed;
    this.#at = now;
    const score = Number(typed);
    return score >= min && score <= max ? score : undefined;
  }
}
