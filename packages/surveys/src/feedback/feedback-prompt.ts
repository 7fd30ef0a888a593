import { warnOfValue } from '@askwell/base';
import type { FeedbackReason } from '@askwell/core';
import type { FeedbackTexts, FrameTexts } from '@askwell/locales';
import { feedback } from '@askwell/locales/survey/english/feedback.js';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';

import { renderComment } from '../comment/comment-field.js';
import { fieldStyles } from '../form/fields.styles.js';
import { Scale } from '../scale/scale.js';
import type { SurveyDescription } from '../survey/response-host.js';
import { surveyCatalogue } from '../survey/survey-catalogue.js';
import { SurveyElement } from '../survey/survey-element.js';
import { feedbackStyles } from './feedback-prompt.styles.js';
import type { FurtherFields } from './further-fields.js';

const REASONS: readonly FeedbackReason[] = ['problem', 'idea', 'praise', 'other'];

const catalogue = surveyCatalogue(feedback);

/**
 * Takes what somebody wants to say: what it is about, a message, and, if the page asks for them, an e-mail address
 * and the address of the page.
 *
 * @slot question - Replaces the question.
 * @csspart question - The question.
 * @csspart label - What a field asks for.
 * @csspart scale - The list of reasons.
 * @csspart option - One reason: the box.
 * @csspart selected - The chosen reason.
 * @csspart option-label - One reason: its text.
 * @csspart comment - The text field.
 * @csspart limit - How many characters are left, near the limit.
 * @csspart contact - The field for an e-mail address.
 * @csspart page - The offer to send the address of the page.
 * @csspart address - The address that would be sent.
 */
export class FeedbackPrompt extends SurveyElement<FrameTexts & FeedbackTexts> {
  static override styles: CSSResultGroup = [SurveyElement.styles, fieldStyles, feedbackStyles];

  static override properties: PropertyDeclarations = {
    reasons: { converter: (value) => value?.split(' ') },
    contact: { type: Boolean },
    page: { type: Boolean },
  };

  /** What it can be about, in the order offered, of `problem`, `idea`, `praise` and `other`; the attribute has spaces between. */
  declare reasons: readonly FeedbackReason[] | undefined;
  /** Asks for an e-mail address, which need not be given. */
  declare contact: boolean;
  /** Offers to send the address of the page, which is shown. */
  declare page: boolean;

  /**
   * What is asked for beside the message, once that is here.
   * @internal
   */
  declare further: FurtherFields | undefined;

  readonly #scale = new Scale((number) => this.answer({ reason: this.#offered[number - 1]! }));

  override get description(): SurveyDescription {
    const own = this.question ?? this.querySelector('[slot=question]');
    return {
      survey: this.survey,
      kind: 'feedback',
      wording: this.wording ?? (own ? 'feedback-own@1' : 'feedback@1'),
      locale: this.localize.locale,
      page: this.further?.page,
    };
  }

  /** @internal */
  override get value(): string | null {
    return this.given('comment') || null;
  }

  /** @internal */
  override get missing(): string | undefined {
    return this.given('comment').trim() ? this.further?.fault : 'messageRequired';
  }

  get #offered(): readonly FeedbackReason[] {
    const { reasons = REASONS } = this;
    const known = REASONS.filter((reason) => reasons.includes(reason));
    if (known.length === reasons.length) return reasons;
    const used = known.length ? known : REASONS;
    warnOfValue('reasons', reasons.join(' '), used.join(' '));
    return used;
  }

  constructor() {
    super(catalogue);
    this.survey = 'feedback';
    this.contact = this.page = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if ((changed.has('contact') || changed.has('page')) && (this.contact || this.page)) {
      void this.fetch('contact', import('./further-fields.js'));
    }
  }

  /** Moves the focus to what is wrong, else to the first thing that can be answered, or to the thanks. */
  override focus(): void {
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid]');
    if (wrong) wrong.focus();
    else super.focus();
  }

  override submit(): Promise<void> {
    // A draft may hold what the page asks for no more, and nobody sees.
    const asked = Object.entries(this.response.answers).filter(([name, value]) =>
      name === 'reason' ? this.#offered.includes(value as FeedbackReason) : name === 'comment' || this[name as 'contact'],
    );
    this.response.reset(Object.fromEntries(asked));
    return super.submit();
  }

  /**
   * What was answered, as text.
   * @internal
   */
  given(name: string): string {
    return `${this.response.answers[name] ?? ''}`;
  }

  protected override renderQuestions(): TemplateResult {
    const { texts, locale, dir } = this.localize;
    const { fault, readonly } = this;
    const offered = this.#offered;
    const wrongContact = fault === 'contactInvalid';
    const names = offered.map((reason) => texts[reason]);
    return html`<h2 id="title" part="question"><slot name="question">${this.say('question', texts.feedbackQuestion)}</slot></h2>
      ${offered.length
        ? html`<fieldset
            class="words"
            role="radiogroup"
            aria-labelledby="reason"
            aria-readonly=${readonly ? 'true' : nothing}
            ?disabled=${this.disabled}
          >
            <legend id="reason" part="label">${texts.feedbackReason}</legend>
            ${this.#scale.render({
              range: [1, offered.length],
              value: this.#chosen,
              rightToLeft: dir === 'rtl',
              readonly,
              locale,
              anchors: ['', ''],
              names,
              picture: (number) => names[number - 1],
            })}
          </fieldset>`
        : nothing}
      <label for="comment" part="label">${texts.message}</label>
      ${renderComment(this, {
        value: this.given('comment'),
        required: true,
        describedBy: 'error',
        wrong: fault === 'messageRequired',
        write: (comment) => this.answer({ comment }),
      })}
      <p id="error" part="error">${fault && !wrongContact ? this.text(fault) : nothing}</p>
      ${this.further?.render(texts, wrongContact)}`;
  }

  /** The number of the chosen reason, in the order in which they are offered. */
  get #chosen(): number | undefined {
    return this.#offered.indexOf(this.given('reason') as FeedbackReason) + 1 || undefined;
  }
}
