import { fill } from '@askwell/base';
import { npsBand, type ResponseRecord } from '@askwell/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { Scale } from '../scale/scale.js';
import { SurveyElement } from '../survey/survey-element.js';

const RANGE = [0, 10] as const;
const TEXT_LIMIT = 10_000;

/**
 * Asks how likely a recommendation is, from 0 to 10, and then for the reason.
 *
 * @slot question - Replaces the question.
 * @slot anchor-start - Replaces what 0 means.
 * @slot anchor-end - Replaces what 10 means.
 * @slot follow-up - Replaces the follow-up question.
 * @slot submit - Replaces the text of the Submit button.
 * @slot thanks - Replaces the thanks.
 * @fires {AskwellResponseEvent} askwell-response - A revision of the response leaves the element.
 * @fires {AskwellDraftEvent} askwell-draft - The device is asked for, or handed, what it should remember.
 * @fires {Event} askwell-open - A prompt has opened. Does not bubble.
 * @fires {AskwellDismissEvent} askwell-dismiss - A prompt was put away. Does not bubble.
 * @csspart surface - The box around everything.
 * @csspart question - The question.
 * @csspart scale - The row of scores.
 * @csspart option - One score: the box.
 * @csspart option-label - One score: the number.
 * @csspart anchors - The line that says what the ends mean.
 * @csspart anchor-start - What 0 means.
 * @csspart anchor-end - What 10 means.
 * @csspart error - What is missing.
 * @csspart follow-up - The follow-up question.
 * @csspart comment - The text field.
 * @csspart limit - How many characters are left, near the limit.
 * @csspart actions - The row of buttons.
 * @csspart submit - The Submit button.
 * @csspart thanks - The thanks.
 * @csspart change - The button that opens the form again.
 * @csspart status - What became of the answer.
 * @csspart dismiss - The Close button, in a prompt.
 * @csspart later - The "Ask me later" button, in a prompt.
 * @cssproperty [--askwell-brand=light-dark(#2b50c8, #a3b8ff)] - Chosen score and Submit button.
 * @cssproperty [--askwell-on-brand=light-dark(#fff, #0d1533)] - Text on the brand colour.
 * @cssproperty [--askwell-surface=light-dark(#fff, #1b1d24)] - Background.
 * @cssproperty [--askwell-text=light-dark(#1a1c22, #eceef4)] - Text.
 * @cssproperty [--askwell-muted=light-dark(#555b69, #b3b8c6)] - Secondary text.
 * @cssproperty [--askwell-border=light-dark(#7d8494, #8b92a3)] - Borders of what can be chosen.
 * @cssproperty [--askwell-focus=light-dark(#0b1e6b, #fff)] - Focus ring.
 * @cssproperty [--askwell-danger=light-dark(#b3141d, #ff9c9c)] - Errors.
 * @cssproperty [--askwell-radius=0.5rem] - Corners.
 * @cssproperty [--askwell-space=1rem] - The unit of all distances.
 * @cssproperty [--askwell-font=inherit] - Font family.
 * @cssproperty [--askwell-font-size=1rem] - Font size.
 * @cssproperty [--askwell-scale-gap=0.25rem] - Distance between scores.
 * @cssproperty [--askwell-target=2.75rem] - Height of scores and buttons.
 * @cssproperty [--askwell-max-width=36rem] - Greatest width.
 */
export class NpsSurvey extends SurveyElement {
  static override properties: PropertyDeclarations = {
    product: {},
  };

  /** What would be recommended; without it the question says "us". */
  declare product: string | undefined;

  readonly #scale = new Scale((score) => this.answer({ score }));

  constructor() {
    super();
    this.survey = 'nps';
  }

  override get description(): Pick<ResponseRecord, 'survey' | 'kind' | 'scale' | 'wording' | 'locale'> {
    return {
      survey: this.survey || 'nps',
      kind: 'nps',
      scale: [0, 10],
      wording: this.wording ?? (this.question || this.#slotted('question') ? 'nps-own@1' : 'nps@1'),
      locale: this.localize.locale,
    };
  }

  protected override updated(): void {
    super.updated();
    this.#scale.sync(this.renderRoot, this.response.answers.score as number | undefined);
  }

  protected override renderQuestions(): TemplateResult {
    const { texts, locale, dir } = this.localize;
    const { answers } = this.response;
    const score = answers.score as number | undefined;
    const { product = '', fault } = this;
    const question = this.question ?? (product ? texts.npsQuestionProduct : texts.npsQuestion);
    return html`<fieldset
        role="radiogroup"
        aria-labelledby="title"
        aria-describedby="error"
        aria-required="true"
        aria-invalid=${fault ? 'true' : nothing}
        aria-readonly=${this.readonly ? 'true' : nothing}
        ?disabled=${this.disabled}
      >
        <legend id="title" part="question"><slot name="question">${fill(question, { product })}</slot></legend>
        ${this.#scale.render({
          range: RANGE,
          value: score,
          rightToLeft: dir === 'rtl',
          readonly: this.readonly,
          locale,
          anchors: [this.#slotted('anchor-start') ?? texts.npsLow, this.#slotted('anchor-end') ?? texts.npsHigh],
        })}
        <div part="anchors" aria-hidden="true">
          <span part="anchor-start"><slot name="anchor-start">${texts.npsLow}</slot></span>
          <span part="anchor-end"><slot name="anchor-end">${texts.npsHigh}</slot></span>
        </div>
        <p id="error" part="error">${fault ? texts[fault] : nothing}</p>
      </fieldset>
      ${score === undefined ? nothing : this.#renderFollowUp(score, `${answers.comment ?? ''}`)}`;
  }

  protected override focusQuestion(): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  #renderFollowUp(score: number, comment: string): TemplateResult {
    const { texts } = this.localize;
    const left = comment.length >= TEXT_LIMIT ? 0 : TEXT_LIMIT / 10;
    return html`<label for="comment" part="follow-up"
        ><slot name="follow-up">${texts[npsBand(score)]}</slot></label
      >
      <textarea
        id="comment"
        part="comment"
        rows="3"
        maxlength=${TEXT_LIMIT}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        .value=${comment}
        @input=${this.#onComment}
      ></textarea>
      <p part="limit" role="status">${comment.length >= TEXT_LIMIT * 0.9 ? fill(texts.left, { count: left }) : nothing}</p>`;
  }

  #onComment(event: Event): void {
    this.answer({ comment: (event.target as HTMLTextAreaElement).value });
  }

  /** The text that the page has put into a slot. */
  #slotted(name: string): string | null | undefined {
    return this.querySelector(`[slot=${name}]`)?.textContent;
  }
}
