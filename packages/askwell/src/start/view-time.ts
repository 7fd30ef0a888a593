/** Counts the seconds in which the page is in view, and hands them over when it leaves the view. */
export class ViewTime {
  readonly #add: (seconds: number) => void;
  /** By the page's own clock, which nobody sets. */
  #since: number | undefined;

  constructor(add: (seconds: number) => void, signal: AbortSignal) {
    this.#add = add;
    document.addEventListener('visibilitychange', this.#onChange, { signal });
    addEventListener('pagehide', this.#onChange, { signal });
    this.#onChange();
  }

  /** Those that were not handed over yet. */
  get seconds(): number {
    return this.#since === undefined ? 0 : (performance.now() - this.#since) / 1000;
  }

  readonly #onChange = (): void => {
    this.#add(this.seconds);
    this.#since = document.hidden ? undefined : performance.now();
  };
}
