import { html, type TemplateResult } from 'lit';

import { DigitReader } from './digit-reader.js';
import { nextScore } from './next-score.js';

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
  readonly #digits = new DigitReader();
  readonly #choose: (score: number) => void;

  constructor(choose: (score: number) => void) {
    this.#choose = choose;
  }

  render(state: ScaleState): TemplateResult {
    const [min, max] = state.range;
    const [low, high] = state.anchors;
    const stop = state.value ?? min;
    const name = (score: number): string => {
      const anchor = score === min ? low : score === max ? high : '';
      return anchor ? `${score}, ${anchor.charAt(0).toLocaleLowerCase(state.locale)}${anchor.slice(1)}` : `${score}`;
    };
    return html`<div
      id="scale"
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
            tabindex=${score === stop ? 0 : -1}
            aria-label=${name(score)}
          /><span part="option-label">${score}</span></label
        >`;
      })}
    </div>`;
  }

  /** Checks the radio of the value. Not bound in the template: the browser checks radios too, between two renders. */
  sync(root: ParentNode, value: number | undefined): void {
    for (const radio of root.querySelectorAll<HTMLInputElement>('[type=radio]')) radio.checked = Number(radio.value) === value;
  }

  #onKeydown(event: KeyboardEvent, state: ScaleState): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const score = /^\d$/.test(event.key)
      ? this.#digits.read(event.key, event.timeStamp, state.range)
      : nextScore(event.key, state.value, state.range, state.rightToLeft);
    if (score === undefined) return;
    event.preventDefault();
    if (state.readonly) return;
    this.#choose(score);
    const radios = (event.currentTarget as Element).querySelectorAll('input');
    radios[score - state.range[0]]!.focus();
  }
}
