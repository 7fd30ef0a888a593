import type { FrameTexts } from '@askwell/locales';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';

import { renderComment } from '../comment/comment-field.js';
import { Scale, type ScaleState } from '../scale/scale.js';
import type { SurveyDescription } from '../survey/response-host.js';
import { SurveyElement } from '../survey/survey-element.js';

/** What a rating asks when neither slot, definition nor attribute says otherwise. */
export interface StandardRating {
  kind: 'nps' | 'csat' | 'ces';
  range: [min: number, max: number];
  /** Names the standard wording: `nps` gives `nps@1`, an own one `nps-own@1`. */
  wording: string;
  question: string;
  anchors: [start: string, end: string];
  followUp: string;
  names?: readonly string[];
  picture?: (score: number) => unknown;
}

/**
 * A survey that asks for one score, and then for the reason.
 *
 * @slot question - Replaces the question.
 * @slot anchor-start - Replaces what the lowest score means.
 * @slot anchor-end - Replaces what the highest score means.
 * @slot follow-up - Replaces the follow-up question.
 * @csspart question - The question.
 * @csspart scale - The row of scores.
 * @csspart option - One score: the box.
 * @csspart selected - The chosen score, beside `option`.
 * @csspart option-label - One score: the number or the picture.
 * @csspart anchors - The line that says what the ends mean.
 * @csspart anchor-start - What the lowest score means.
 * @csspart anchor-end - What the highest score means.
 * @csspart follow-up - The follow-up question.
 * @csspart comment - The text field.
 * @csspart limit - How many characters are left, near the limit.
 * @csspart instruction - What `autosubmit` says before the question.
 * @csspart pending - The line below a choice that waits to be sent.
 * @csspart undo - The button that takes such a choice back.
 */
export abstract class RatingSurvey<Texts extends FrameTexts> extends SurveyElement<Texts> {
  static override properties: PropertyDeclarations = {
    anchorStart: { attribute: 'anchor-start' },
    anchorEnd: { attribute: 'anchor-end' },
    followUp: { attribute: 'follow-up' },
    autosubmit: { type: Boolean },
    undo: { type: Number },
  };

  /** Replaces what the lowest score means. */
  declare anchorStart: string | undefined;
  /** Replaces what the highest score means. */
  declare anchorEnd: string | undefined;
  /** Replaces the follow-up question. */
  declare followUp: string | undefined;
  /** Sends an answer when it is chosen, after a time in which it can be undone. */
  declare autosubmit: boolean;
  /** The seconds in which a choice that submits can be undone. */
  declare undo: number;

  readonly #scale = new Scale((score) => {
    this.answer({ score });
    // At once: what the browser has checked by itself and what was rendered last must not differ when a reset comes next.
    this.performUpdate();
  });

  override get description(): SurveyDescription {
    const { kind, range, wording } = this.standard;
    const own = this.question ?? this.#slotted('question');
    return {
      survey: this.survey || wording,
      kind,
      scale: range,
      wording: this.wording ?? (own ? `${wording}-own@1` : `${wording}@1`),
      locale: this.localize.locale,
    };
  }

  /** The chosen score. */
  get score(): number | undefined {
    return this.response.answers.score as number | undefined;
  }

  protected abstract get standard(): StandardRating;

  protected override get value(): string | null {
    return this.score === undefined ? null : `${this.score}`;
  }

  protected override get missing(): string | undefined {
    return this.score === undefined ? 'required' : undefined;
  }

  constructor(...catalogue: ConstructorParameters<typeof SurveyElement<Texts>>) {
    super(...catalogue);
    this.autosubmit = false;
    this.undo = 4;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { kind, wording, range } = this.standard;
    const given = this.response.wording?.replace(/(-own)?@.*/, '');
    // A score on five points is no answer to two thumbs: what was asked before stays as it was answered.
    if (this.score !== undefined && (this.score > range[1] || (given !== wording && given?.startsWith(kind)))) this.response.restart();
    if (this.autosubmit && changed.has('autosubmit')) void this.fetch('autosubmit', import('../autosubmit/autosubmit.js'));
  }

  protected override renderQuestions(): TemplateResult {
    const { locale, dir } = this.localize;
    const { score, fault, standard } = this;
    const [start, end] = standard.anchors;
    const anchors = [this.say('anchorStart', start), this.say('anchorEnd', end)] as const;
    const state: ScaleState = {
      ...standard,
      value: score,
      rightToLeft: dir === 'rtl',
      readonly: this.readonly,
      locale,
      anchors: [this.#slotted('anchor-start') ?? anchors[0], this.#slotted('anchor-end') ?? anchors[1]],
    };
    return html`<fieldset
        role="radiogroup"
        aria-labelledby="title"
        aria-describedby="instruction error"
        aria-required="true"
        aria-invalid=${fault ? 'true' : nothing}
        aria-readonly=${this.readonly ? 'true' : nothing}
        ?disabled=${this.disabled}
      >
        <legend id="title" part="question"><slot name="question">${this.say('question', standard.question)}</slot></legend>
        ${this.#scale.render(state)}
        <div part="anchors" aria-hidden="true">
          <span part="anchor-start"><slot name="anchor-start">${anchors[0]}</slot></span>
          <span part="anchor-end"><slot name="anchor-end">${anchors[1]}</slot></span>
        </div>
        <p id="error" part="error">${fault ? this.text(fault) : nothing}</p>
      </fieldset>
      ${score === undefined ? nothing : this.#renderFollowUp(`${this.response.answers.comment ?? ''}`)}`;
  }

  #renderFollowUp(comment: string): TemplateResult {
    return html`<label for="comment" part="follow-up"
        ><slot name="follow-up">${this.say('followUp', this.standard.followUp)}</slot></label
      >
      ${renderComment(this, { value: comment, write: (text) => this.answer({ comment: text }) })}`;
  }

  /** The text that the page has put into a slot. */
  #slotted(name: string): string | null | undefined {
    return this.querySelector(`[slot=${name}]`)?.textContent;
  }
}
