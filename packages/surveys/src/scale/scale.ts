import { html, nothing, type TemplateResult } from 'lit';

const DIGITS_MS = 700;

/** What a scale shows. */
export interface ScaleState {
  range: readonly [number, number];
  value: number | undefined;
  rightToLeft: boolean;
  readonly: boolean;
  locale: string;
  /** What the lowest and the highest score mean; part of their names, so that they are heard once. */
  anchors: readonly [start: string | undefined, end: string | undefined];
  /** The names of the scores where each has one; the picture shown in place of the number is never read out. */
  names?: readonly string[] | undefined;
  picture?: ((score: number) => unknown) | undefined;
  /** Whether the name of the chosen one is shown below, for those who see the picture only. */
  caption?: boolean;
}

/**
 * A row of radios with one tab stop. Arrows, Home, End and digits choose; none of them submits.
 * The browsers disagree about arrows in right-to-left text and about the tab stop, so both are decided here.
 */
export class Scale {
  readonly #choose: (score: number) => void;
  #typed = 0;
  #typedAt = -DIGITS_MS;

  constructor(choose: (score: number) => void) {
    this.#choose = choose;
  }

  render(state: ScaleState): TemplateResult {
    const { range, value, locale, anchors, names, picture, caption } = state;
    const [min, max] = range;
    const meaning = (score: number): string | undefined => anchors[[min, max].indexOf(score)] || names?.[score - min];
    const name = (score: number): string => {
      const words = meaning(score);
      if (words && picture) return words;
      return words ? `${score}, ${words[0]!.toLocaleLowerCase(locale)}${words.slice(1)}` : `${score}`;
    };
    return html`<div
      part="scale"
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, state)}
      @click=${(event: Event) => this.#onClick(event, state)}
    >
      ${Array.from({ length: max - min + 1 }, (_, index) => {
        const score = min + index;
        return html`<label part=${score === value ? 'option selected' : 'option'} title=${names ? name(score) : nothing}
          ><input
            type="radio"
            name="score"
            .value=${`${score}`}
            .checked=${score === value}
            tabindex=${score === (value ?? min) ? 0 : -1}
            aria-label=${name(score)}
          /><span part="option-label" aria-hidden="true">${picture?.(score) ?? score}</span></label
        >`;
      })}
    </div>
    ${caption ? html`<p part="selected-label" aria-hidden="true">${value === undefined ? '\u00a0' : meaning(value)}</p>` : nothing}`;
  }

  /** Every choice that is no key of ours arrives as a click on a radio: tap, Space, label, assistive technology. */
  #onClick(event: Event, { readonly }: ScaleState): void {
    const { value } = event.target as HTMLInputElement;
    if (readonly) event.preventDefault();
    else if (value) this.#choose(Number(value));
  }

  #onKeydown(event: KeyboardEvent, state: ScaleState): void {
    const score = event.ctrlKey || event.altKey || event.metaKey ? undefined : this.#read(event, state);
    if (score === undefined) return;
    event.preventDefault();
    if (state.readonly) return;
    this.#choose(score);
    (event.currentTarget as Element).querySelectorAll('input')[score - state.range[0]]!.focus();
  }

  /** The score that a key leads to. Digits join within 700 ms: "1" is 1 at first, and 10 with the "0" after it. */
  #read({ key, timeStamp }: KeyboardEvent, { range: [min, max], value = min, rightToLeft }: ScaleState): number | undefined {
    if (/^\d$/.test(key)) {
      const joined = timeStamp - this.#typedAt < DIGITS_MS ? this.#typed * 10 + Number(key) : max + 1;
      this.#typed = joined > max ? Number(key) : joined;
      this.#typedAt = timeStamp;
      return this.#typed < min || this.#typed > max ? undefined : this.#typed;
    }
    const right = rightToLeft ? -1 : 1;
    const count = max - min + 1;
    const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -right, ArrowRight: right };
    const step = steps[key];
    if (step) return ((value - min + step + count) % count) + min;
    return key === 'Home' ? min : key === 'End' ? max : undefined;
  }
}
