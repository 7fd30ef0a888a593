import { AskwellElement, warnOfValue } from '@askwell/base';
import type { Answers, ResponseRecord } from '@askwell/core';
import type { SurveyTexts } from '@askwell/locales';
import {
  adoptStyles,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';

import { loadPlacement, type Placement } from '../placement/placement.js';
import { ResponseController } from './response-controller.js';
import { surveyCatalogue } from './survey-catalogue.js';
import { surveyStyles } from './survey-element.styles.js';
import { whenShown } from './when-shown.js';

/** What all surveys share: the response, the frame around the questions, the placement, and their part in a form. */
export abstract class SurveyElement extends AskwellElement<SurveyTexts> {
  static readonly formAssociated = true;

  static override styles: CSSResultGroup = surveyStyles;

  static override properties: PropertyDeclarations = {
    survey: {},
    endpoint: {},
    respondentId: { attribute: 'respondent-id' },
    wording: {},
    question: {},
    placement: {},
    again: {},
    partial: {},
    impressions: {},
    preview: { type: Boolean },
    required: { type: Boolean },
    disabled: { type: Boolean },
    readonly: { type: Boolean },
  };

  /** Which survey this is, as the team names it; its answers are counted together. */
  declare survey: string;
  /** The address that answers are posted to. */
  declare endpoint: string | undefined;
  /** Who answers, as the page knows them. Unset, the response is anonymous. */
  declare respondentId: string | undefined;
  /** Id and version of an own wording, such as `checkout@2`. */
  declare wording: string | undefined;
  /** Replaces the question. */
  declare question: string | undefined;
  /** `inline` stands where the tag stands; `corner` is a prompt in the corner of the window. */
  declare placement: 'inline' | 'corner';
  /** When a visitor who has answered is asked anew: a number of days, `always` or `never`. */
  declare again: string;
  /** `off` keeps a chosen score on the device until Submit. */
  declare partial: 'on' | 'off';
  /** `off` tells nobody that the survey was seen. */
  declare impressions: 'on' | 'off';
  /** Asks, remembers nothing and sends nothing. */
  declare preview: boolean;
  /** In a form: an answer is needed. */
  declare required: boolean;
  /** Nothing can be chosen, and a form leaves the survey out. */
  declare disabled: boolean;
  /** The answer can be read and not changed. */
  declare readonly: boolean;

  protected readonly response = new ResponseController(this);
  protected fault: keyof SurveyTexts | undefined;
  readonly #internals = this.attachInternals();
  #placement: Placement | undefined;
  /** A placement that is not inline was asked for; until it is here, nothing shows. */
  #placing = false;
  #stopWatching: (() => void) | undefined;

  constructor() {
    super(surveyCatalogue);
    this.placement = 'inline';
    this.again = '90';
    this.partial = this.impressions = 'on';
    this.preview = this.required = this.disabled = this.readonly = false;
    this.addEventListener('invalid', this.#onInvalid);
  }

  /** What every record of this survey says of it. */
  abstract get description(): Pick<ResponseRecord, 'survey' | 'kind' | 'scale' | 'wording' | 'locale'>;

  protected abstract renderQuestions(): TemplateResult;

  /** Moves the focus to the first thing that can be answered. */
  protected abstract focusQuestion(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#place();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#placement?.disconnect();
    this.#unwatch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Who signs in while answering goes on with the same answer.
    const signedIn = changed.get('respondentId') === undefined && this.response.begun;
    if (changed.has('survey') || changed.has('preview') || (changed.has('respondentId') && !signedIn)) {
      this.#unwatch();
      this.#placement?.disconnect();
      this.response.restore();
    }
    if (changed.has('placement')) this.#place();
    this.#syncForm();
  }

  protected override updated(): void {
    const surface = this.renderRoot.firstElementChild as HTMLElement | null;
    if (this.response.step !== 'ask' || !surface || !this.isConnected) return;
    this.#placement?.open(surface);
    this.#stopWatching ??= whenShown(surface, () => this.response.shown());
  }

  formResetCallback(): void {
    this.fault = undefined;
    this.response.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Hands the answer over, as the Submit button does. Resolves once it is known whether it could be kept. */
  async submit(): Promise<void> {
    this.fault = undefined;
    const focusInside = this.shadowRoot!.activeElement;
    if (this.response.answers.score === undefined) this.fault = 'required';
    else {
      const kept = this.response.submit();
      await this.updateComplete;
      if (focusInside) this.renderRoot.querySelector<HTMLElement>('#title')!.focus();
      if (await kept) return;
      this.fault = 'blocked';
    }
    await this.#refocus();
  }

  /** Puts a prompt away. `later` asks again after a week, `dismissed` after the time that `again` says. */
  dismiss(status: 'dismissed' | 'later' = 'dismissed'): void {
    const thanked = this.response.step === 'thanks';
    this.response.end(status);
    this.#placement?.close(thanked ? 'complete' : status);
  }

  /** Takes answers from the form, and tells a form around the survey at once. */
  protected answer(answers: Answers): void {
    this.response.answer(answers);
    if ('score' in answers) this.fault = undefined;
    this.#syncForm();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { locale, dir, texts } = this.localize;
    const { step, delivery } = this.response;
    const placement = this.#placement;
    if (step === 'away' || (!placement && this.#placing)) return nothing;
    const thanks = step === 'thanks';
    return html`<div
      part="surface"
      lang=${locale}
      dir=${dir}
      role=${placement ? 'dialog' : nothing}
      popover=${placement ? 'manual' : nothing}
      aria-labelledby=${placement ? 'title' : nothing}
    >
      ${placement?.renderHeader()}
      ${thanks ? this.#renderThanks(texts) : this.#renderForm(texts)}
      <p part="status" role="status">${thanks && delivery ? texts[delivery] : nothing}</p>
    </div>`;
  }

  #renderForm(texts: SurveyTexts): TemplateResult {
    const placement = this.#placement;
    return html`<form novalidate aria-labelledby=${placement ? nothing : 'title'} @submit=${this.#onSubmit}>
      ${this.renderQuestions()}
      <div part="actions">
        ${placement?.renderActions()}
        <button part="submit" ?disabled=${this.disabled || this.readonly}><slot name="submit">${texts.submit}</slot></button>
      </div>
    </form>`;
  }

  #renderThanks(texts: SurveyTexts): TemplateResult {
    return html`<h2 id="title" part="thanks" tabindex="-1"><slot name="thanks">${texts.thanks}</slot></h2>
      <button part="change" type="button" @click=${this.#onChange}>${texts.change}</button>`;
  }

  readonly #onInvalid = (event: Event): void => {
    event.preventDefault();
    this.fault = 'required';
    void this.#refocus();
  };

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.submit();
  }

  #onChange(): void {
    this.response.change();
    void this.#refocus();
  }

  async #refocus(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.focusQuestion();
  }

  #syncForm(): void {
    const { score } = this.response.answers;
    this.#internals.setFormValue(score === undefined ? null : `${score as number}`);
    const missing = this.required && score === undefined && this.response.step === 'ask';
    this.#internals.setValidity(missing ? { valueMissing: true } : {}, this.localize.texts.required);
  }

  #place(): void {
    const { placement } = this;
    const loading = loadPlacement(placement);
    this.#use(undefined);
    this.#placing = !!loading;
    if (!loading && placement !== 'inline') warnOfValue('placement', placement, 'inline');
    void loading?.then(
      ({ place }) => placement === this.placement && this.isConnected && this.#use(place(this)),
      () => warnOfValue('placement', placement, 'none'),
    );
  }

  #use(placement: Placement | undefined): void {
    this.#placement?.disconnect();
    this.#placement = placement;
    const { elementStyles } = this.constructor as typeof SurveyElement;
    adoptStyles(this.shadowRoot!, [...elementStyles, ...(placement ? [placement.styles] : [])]);
    this.requestUpdate();
  }

  #unwatch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }
}
