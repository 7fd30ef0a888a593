import { html, type TemplateResult } from 'lit';

const DIGITS_MS = 700;

/** What a scale shows. */
export interface ScaleState {
  range: readonly [number, number];
  value: number | undefined;
  rightToLeft: boolean;
  readonly: boolean;
  locale: string;
  /** What the lowest and the highest score mean; part of their names, so that they are heard once. */
  anchors: readonly [string, string];
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
    const { range, value, locale, anchors } = state;
    const [min, max] = range;
    const name = (score: number): string => {
      const anchor = score === min ? anchors[0] : score === max ? anchors[1] : '';
      return anchor ? `${score}, ${anchor[0]!.toLocaleLowerCase(locale)}${anchor.slice(1)}` : `${score}`;
    };
    return html`<div
      part="scale"
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, state)}
      @click=${(event: Event) => state.readonly && event.preventDefault()}
      @change=${(event: Event) => this.#choose(Number((event.target as HTMLInputElement).value))}
    >
      ${Array.from({ length: max - min + 1 }, (_, index) => {
        const score = min + index;
        return html`<label part="option"
          ><input
            type="radio"
            name="score"
            .value=${`${score}`}
            tabindex=${score === (value ?? min) ? 0 : -1}
            aria-label=${name(score)}
          /><span part="option-label">${score}</span></label
        >`;
      })}
    </div>`;
  }

  /** Checks the radio of the value. Not bound in the template: the browser checks radios too, between two renders. */
  sync(root: ParentNode, value: number | undefined): void {
    for (const radio of root.querySelectorAll<HTMLInputElement>('[name=score]')) radio.checked = Number(radio.value) === value;
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
