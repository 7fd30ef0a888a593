import { fill, warnOfValue } from '@askwell/base';
import type { Answers } from '@askwell/core';
import type { AutosubmitTexts, FrameTexts } from '@askwell/locales';
import { autosubmit } from '@askwell/locales/survey/english/autosubmit.js';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';

import type { RatingSurvey } from '../rating/rating-survey.js';

const DIGITS_MS = 700;
/** Seconds to undo a choice, where the page names none that can be kept, and at most. */
const UNDO = 4;
const MOST_UNDO = 3600;

type Timer = ReturnType<typeof setTimeout>;

/**
 * Sends a choice that was meant as one: a tap, a click, Space, Enter, or a digit that can become no other number.
 * Arrows, Home and End only look around. Until the time to undo has passed, the answer is not complete: what leaves a
 * page that goes before is a partial one.
 */
class Autosubmit implements ReactiveController {
  readonly #survey: RatingSurvey<FrameTexts>;
  #timer: Timer | undefined;
  /** What was answered before the choice that waits. */
  #before: Answers | undefined;
  /** What will be sent, once the choice is one and can be undone. */
  #pending: Answers | undefined;

  constructor(survey: RatingSurvey<FrameTexts>) {
    this.#survey = survey;
    survey.addController(this);
    // Before the scale hears of a choice, what was answered until then is still there.
    survey.renderRoot.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent), { capture: true });
    survey.renderRoot.addEventListener('click', ({ target }) => this.#isRadio(target) && this.#choose(), { capture: true });
    // Whoever goes on writing submits by the button.
    survey.renderRoot.addEventListener('input', ({ target }) => this.#isRadio(target) || this.#stop());
  }

  hostUpdate(): void {
    const { undo: wanted } = this.#survey;
    if (wanted === null || !(wanted >= 0 && wanted <= MOST_UNDO)) {
      warnOfValue('undo', `${wanted}`, `${UNDO}`);
      this.#survey.undo = UNDO;
    }
    const { response, autosubmit: on, undo, disabled, readonly } = this.#survey;
    const { answers, step } = response;
    response.partialAfter = on ? (undo + 1) * 1000 : 1000;
    // A reset, or another survey or respondent, leaves nothing that was meant to be sent.
    const gone = (this.#before && answers.score === undefined) || (this.#pending && this.#pending !== answers);
    if (step !== 'ask' || !on || disabled || readonly || gone) this.#stop();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  render(questions: TemplateResult): TemplateResult {
    const { texts: other } = this.#survey.localize;
    const { autosubmit: on, undo } = this.#survey;
    const texts: AutosubmitTexts = { ...autosubmit, ...other };
    if (!on) return questions;
    return html`<p part="instruction" id="instruction">${fill(texts.autosubmit, { seconds: undo })}</p>
      ${questions}
      <div part="pending">
        <p role="status">${this.#pending ? texts.pending : nothing}</p>
        ${this.#pending
          ? html`<button part="undo" type="button" @focus=${this.#pause} @blur=${this.#go} @click=${this.#undo}>${texts.undo}</button>`
          : nothing}
      </div>`;
  }

  #isRadio(target: EventTarget | null): boolean {
    return (target as HTMLInputElement).type === 'radio';
  }

  /** A score is being chosen; `wait` where the digit may become another number. */
  #choose(wait = 0): void {
    const before = this.#before ?? { ...this.#survey.response.answers };
    this.#stop();
    const { autosubmit: on, readonly } = this.#survey;
    if (!on || readonly) return;
    this.#before = before;
    this.#timer = setTimeout(() => {
      this.#pending = this.#survey.response.answers;
      this.#go();
      this.#survey.requestUpdate();
    }, wait);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#pending) this.#survey.requestUpdate();
    this.#before = this.#pending = undefined;
  }

  readonly #pause = (): void => clearTimeout(this.#timer);

  readonly #go = (): void => {
    clearTimeout(this.#timer);
    if (this.#pending) this.#timer = setTimeout(() => void this.#survey.submit(), this.#survey.undo * 1000);
  };

  readonly #undo = (): void => {
    const before = this.#before!;
    this.#stop();
    this.#survey.response.reset(before);
    void this.#survey.updateComplete.then(() => this.#survey.focus());
  };

  #onKeydown(event: KeyboardEvent): void {
    const { key, target } = event;
    const { autosubmit: on, description } = this.#survey;
    if (!on || !this.#isRadio(target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const [min, max] = description.scale!;
    if (/^(Enter| )$/.test(key) && (target as HTMLInputElement).checked) {
      // Enter would press Submit, with no time to undo; Space on a chosen radio would do nothing.
      event.preventDefault();
      this.#choose();
    } else if (/^\d$/.test(key)) {
      const digit = Number(key);
      if (digit >= min && digit <= max) this.#choose(digit && digit * 10 <= max ? DIGITS_MS : 0);
    } else if (/^(Arrow|Home|End)/.test(key)) this.#stop();
  }
}

const attached = new WeakMap<object, Autosubmit>();

/** Has a survey submit what is chosen, as long as its `autosubmit` is set. */
export function attach(survey: RatingSurvey<FrameTexts>): void {
  const own = attached.get(survey) ?? new Autosubmit(survey);
  attached.set(survey, own);
  survey.surround = (questions) => own.render(questions);
}
