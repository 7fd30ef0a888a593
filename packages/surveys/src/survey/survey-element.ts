import { fill, warnOfValue, type Catalogue } from '@askwell/base';
import type { Answers, Respondent, SurveyDefinition } from '@askwell/core';
import type { FrameTexts } from '@askwell/locales';
import {
  html,
  noChange,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';

import type { DefinedSurvey } from '../definition/defined-survey.js';
import type { Placement } from '../placement/placement.js';
import { FormElement } from './form-element.js';
import { ResponseController } from './response-controller.js';
import type { SurveyDescription } from './response-host.js';
import { surveyStyles } from './survey-element.styles.js';
import { whenShown } from './when-shown.js';

/** What attributes take; the first is what another value stands for. */
const VALUES: Readonly<Record<string, string>> = {
  partial: 'on off',
  impressions: 'on off',
  density: 'regular compact roomy',
  theme: 'system light dark page',
};

/**
 * What all surveys share: the response, the frame around the questions, the placement, and their part in a form.
 *
 * @slot submit - Replaces the text of the Submit button.
 * @slot thanks - Replaces the thanks.
 * @fires {AskwellResponseEvent} askwell-response - A revision of the response leaves the element.
 * @fires {AskwellDraftEvent} askwell-draft - The device is asked for, or handed, what it should remember.
 * @fires {Event} askwell-open - A prompt has opened. Does not bubble.
 * @fires {Event} askwell-seen - Half of the survey was in view for a second. Does not bubble.
 * @fires {AskwellDismissEvent} askwell-dismiss - A prompt was put away. Does not bubble.
 * @csspart surface - The box around everything.
 * @csspart error - What is missing or wrong.
 * @csspart actions - The row of buttons.
 * @csspart submit - The Submit button.
 * @csspart thanks - The thanks.
 * @csspart link - The link in the thanks.
 * @csspart change - The button that opens the form again.
 * @csspart status - What became of the answer.
 * @csspart copy - The link that gives the answer as a file, where it could not be saved.
 * @csspart header - The edge of a prompt that Close stands at.
 * @csspart dismiss - The Close button, in a prompt.
 * @csspart later - The "Ask me later" button, in a prompt.
 * @csspart launcher - The button that opens a prompt placed as a `tab`.
 * @cssstate open - A prompt stands open: `:state(open)`.
 * @cssproperty [--askwell-brand=light-dark(#2b50c8, #a3b8ff)] - What is chosen, and the Submit button.
 * @cssproperty [--askwell-on-brand=black or white, whichever stands out more] - Text on the brand colour.
 * @cssproperty [--askwell-surface=light-dark(#fff, #1b1d24)] - Background.
 * @cssproperty [--askwell-text=light-dark(#1a1c22, #eceef4)] - Text.
 * @cssproperty [--askwell-muted=light-dark(#555b69, #b3b8c6)] - Secondary text.
 * @cssproperty [--askwell-border=light-dark(#7d8494, #8b92a3)] - Borders of what can be chosen or filled in.
 * @cssproperty [--askwell-focus=the colour of the text] - Focus ring.
 * @cssproperty [--askwell-danger=light-dark(#b3141d, #ff9c9c)] - Errors.
 * @cssproperty [--askwell-radius=0.5rem] - Corners.
 * @cssproperty [--askwell-space=1rem] - The unit of all distances.
 * @cssproperty [--askwell-font=inherit] - Font family.
 * @cssproperty [--askwell-font-size=1rem] - Font size.
 * @cssproperty [--askwell-scale-gap=0.25rem] - Distance between what can be chosen.
 * @cssproperty [--askwell-target=2.25rem] - Height of what can be chosen and of buttons.
 * @cssproperty [--askwell-max-width=36rem] - Greatest width.
 * @cssproperty [--askwell-shadow=0 0.5rem 2rem #0003] - Shadow of a prompt.
 * @cssproperty [--askwell-duration=0.2s] - How long a prompt takes to appear.
 * @cssproperty [--askwell-z=1000] - Layer of the button of a tab.
 */
export abstract class SurveyElement<Texts extends FrameTexts = FrameTexts> extends FormElement<Texts> {
  static override styles: CSSResultGroup = surveyStyles;

  static override properties: PropertyDeclarations = {
    survey: {},
    definition: { attribute: false },
    endpoint: {},
    respondentId: { attribute: 'respondent-id' },
    traits: { attribute: false },
    wording: {},
    question: {},
    thanks: {},
    placement: {},
    at: {},
    anchor: {},
    launcher: {},
    hotkey: {},
    again: {},
    partial: {},
    impressions: {},
    density: { reflect: true },
    preview: { type: Boolean },
    readonly: { type: Boolean },
  };

  /** Which survey this is, as the team names it; its answers are counted together. */
  declare survey: string;
  /** The survey as one object: it goes before the attributes; slots go before both. */
  declare definition: SurveyDefinition | undefined;
  /** The address that answers are posted to. */
  declare endpoint: string | undefined;
  /** Who answers, as the page knows them. Unset, the response is anonymous. */
  declare respondentId: string | undefined;
  /** What the page knows of who answers: sent with `respondentId`, and a placeholder `{name}` in every text. */
  declare traits: Respondent['traits'];
  /** Id and version of an own wording, such as `checkout@2`. */
  declare wording: string | undefined;
  /** Replaces the question. */
  declare question: string | undefined;
  /** Replaces the thanks. */
  declare thanks: string | undefined;
  /** `inline` stands where the tag stands; the others are prompts. */
  declare placement: 'inline' | 'corner' | 'sheet' | 'banner' | 'modal' | 'anchor' | 'tab';
  /** The side of a prompt: `start` or `end` of a corner or tab, `top` or `bottom` of a banner, any of an anchor. */
  declare at: string | undefined;
  /** What an anchored prompt stands beside: an element, or a CSS selector. */
  declare anchor: string | Element | undefined;
  /** Replaces the text of the button that opens a `tab`. */
  declare launcher: string | undefined;
  /** Keys that move the focus into an open prompt and back, such as `Alt+Shift+Q`. */
  declare hotkey: string | undefined;
  /** When a visitor who has answered is asked anew: a number of days, `always` or `never`. */
  declare again: string;
  /** `off` keeps a chosen score on the device until Submit. */
  declare partial: 'on' | 'off';
  /** `off` tells nobody that the survey was seen. */
  declare impressions: 'on' | 'off';
  /** How much room it takes. */
  declare density: 'compact' | 'regular' | 'roomy' | undefined;
  /** Asks, remembers nothing and sends nothing. */
  declare preview: boolean;
  /** The answer can be read and not changed. */
  declare readonly: boolean;

  /** @internal */
  readonly response: ResponseController = new ResponseController(this);
  /**
   * The definition, once it was read and found to be sound.
   * @internal
   */
  declare defined: DefinedSurvey | undefined;
  /**
   * How a prompt stands, once that is here.
   * @internal
   */
  declare placed: Placement | undefined;
  /**
   * Says, of a prompt that a kit opens, whether it may open at this moment.
   * @internal
   */
  declare mayOpen?: (() => unknown) | undefined;
  #fetched: Promise<unknown> | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(catalogue: Catalogue<Texts>) {
    super(catalogue);
    this.placement = 'inline';
    this.again = '90';
    this.partial = this.impressions = 'on';
    this.preview = this.required = this.disabled = this.readonly = false;
    // The browser leads to the anchor of the fault where it reports it, and nowhere where it only checks.
    this.addEventListener('invalid', () => {
      this.fault = this.missing;
      this.requestUpdate();
    });
    // From outside, every key seems pressed on this element: a page would take what is typed for its shortcuts.
    this.addEventListener('keydown', (event) => {
      if (!event.key?.[1] && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }

  /** What every record of this survey says of it. */
  abstract get description(): SurveyDescription;

  /**
   * What can be put into the `{name}` placeholders of every text.
   * @internal
   */
  get fillings(): Readonly<Record<string, string | undefined>> {
    return {};
  }

  /**
   * The group that the chosen score belongs to.
   * @internal
   */
  get band(): string | undefined {
    return undefined;
  }

  protected abstract renderQuestions(): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#place();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.placed?.disconnect();
    this.#unwatch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Who signs in while answering goes on with the same answer; and who is asked whatever they have answered, anyway.
    const signedIn = changed.get('respondentId') === undefined && (this.response.begun || this.again === 'always');
    if (changed.has('survey') || changed.has('preview') || (changed.has('respondentId') && !signedIn)) {
      this.#unwatch();
      this.placed?.disconnect();
      this.response.restore();
    }
    for (const name in VALUES) {
      const values = VALUES[name]!.split(' ');
      const value = this[name as 'partial'] || values[0]!;
      if (!values.includes(value)) warnOfValue(name, value, values[0]!);
    }
    if (changed.has('definition') || changed.has('traits')) void this.fetch('definition', import('../definition/defined-survey.js'));
    if (changed.has('placement') || changed.has('at') || changed.has('anchor')) this.#place();
  }

  protected override updated(): void {
    this.syncForm(this.response.step === 'ask');
    const surface = this.renderRoot.querySelector('[part=surface]');
    if (this.response.step !== 'ask' || !surface || !this.isConnected) return;
    this.placed?.open();
    this.#stopWatching ??= whenShown(surface, () => {
      this.response.shown();
      this.dispatchEvent(new Event('askwell-seen'));
    });
  }

  /** Resolves once everything that was asked for is fetched and shown. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#fetched;
    return super.getUpdateComplete();
  }

  formResetCallback(): void {
    this.fault = undefined;
    this.response.reset();
  }

  /** Moves the focus to the first thing that can be answered, or to the thanks. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('form [tabindex="0"], [part=thanks]')?.focus();
  }

  /** Hands the answer over, as the Submit button does. Resolves once it is known whether it could be kept. */
  async submit(): Promise<void> {
    const focusInside = this.shadowRoot!.activeElement;
    let fault = this.missing;
    if (!fault) {
      this.fault = undefined;
      const kept = this.response.submit();
      await this.updateComplete;
      if (focusInside) this.focus();
      if (await kept) return;
      fault = 'blocked';
    }
    await this.showFault(fault);
  }

  /** Says what is wrong, beside the question, and leads there. */
  protected async showFault(fault?: string): Promise<void> {
    this.fault = fault;
    this.requestUpdate();
    await this.updateComplete;
    this.focus();
  }

  /** Opens a prompt at once, for a visitor who asks for it; one that has ended asks anew. */
  async open(): Promise<void> {
    await this.updateComplete;
    if (this.response.step !== 'ask') this.response.restart();
    await this.updateComplete;
    this.placed?.open(true);
  }

  /** Puts a prompt away. `later` asks again after a week, `dismissed` after the time that `again` says. */
  dismiss(status: 'dismissed' | 'later' = 'dismissed'): void {
    const thanked = this.response.step === 'thanks';
    this.response.end(status);
    this.placed?.close(thanked ? 'complete' : status);
  }

  /**
   * Takes answers from the form, and tells a form around the survey at once.
   * @internal
   */
  answer(answers: Answers): void {
    this.response.answer(answers);
    if (!this.missing) this.fault = undefined;
    this.syncForm(this.response.step === 'ask');
  }

  /** The text of a key; an error stays a key until it is rendered, since the language may change. */
  protected text(key: string): string {
    return (this.localize.texts as unknown as Readonly<Record<string, string>>)[key]!;
  }

  /**
   * A text of an attribute, else the standard one, with its placeholders filled in. A definition takes this over.
   * @internal
   */
  say(piece: string, standard: string): string {
    return fill((this as unknown as Record<string, string | undefined>)[piece] ?? standard, this.fillings);
  }

  /**
   * What stands around the questions; a chunk that adds something takes it over.
   * @internal
   */
  surround(questions: TemplateResult): TemplateResult {
    return questions;
  }

  /**
   * Where the thanks lead, if a definition says so.
   * @internal
   */
  renderLink(): TemplateResult | undefined {
    return undefined;
  }

  /** Fetches what an attribute asks for. Until it is here nothing shows at first; where it cannot be had, that stays so. */
  protected async fetch(attribute: string, loading: Promise<{ attach(survey: never): unknown }>): Promise<void> {
    // What is shown already goes on as it is until then.
    const held = Number(!this.hasUpdated);
    this.response.held += held;
    const fetched = loading.then(({ attach }) => attach(this as never));
    this.#fetched = Promise.allSettled([this.#fetched, fetched]);
    try {
      await fetched;
      this.response.held -= held;
      this.response.resume();
      this.requestUpdate();
    } catch {
      warnOfValue(attribute, `${(this as unknown as Record<string, unknown>)[attribute]}`, 'none');
    }
  }

  protected override render(): TemplateResult | typeof nothing | typeof noChange {
    const { locale, dir, texts } = this.localize;
    const { answers, step, delivery, held } = this.response;
    const { placed } = this;
    if (held) return noChange;
    const thanks = step === 'thanks';
    // What could not be kept here, the respondent can keep.
    const copy =
      this.fault === 'blocked'
        ? html`<a part="copy" download="answer.txt" href="data:,${encodeURIComponent(Object.entries(answers).join('\n').toWellFormed())}">${texts.copy}</a>`
        : nothing;
    const contents =
      step === 'away'
        ? undefined
        : html`${thanks ? this.#renderThanks(texts) : this.#renderForm()}
            <p part="status" role="status">${thanks ? texts[delivery!] : copy}</p>`;
    if (placed) return placed.render(contents);
    return contents ? html`<div part="surface" lang=${locale} dir=${dir}>${contents}</div>` : nothing;
  }

  protected renderActions(): TemplateResult {
    return html`<button part="submit" ?disabled=${this.disabled || this.readonly}><slot name="submit">${this.say('submitText', this.localize.texts.submit)}</slot></button>`;
  }

  #renderForm(): TemplateResult {
    const { placed } = this;
    return html`<form novalidate aria-labelledby=${placed ? nothing : 'title'} @submit=${this.#onSubmit}>
      ${this.surround(this.renderQuestions())}
      <div part="actions">
        ${placed?.renderActions()}${this.renderActions()}
      </div>
    </form>`;
  }

  #renderThanks(texts: Texts): TemplateResult {
    return html`<h2 id="title" part="thanks" tabindex="-1"><slot name="thanks">${this.say('thanks', texts.thanks)}</slot></h2>
      ${this.renderLink()}
      <button part="change" type="button" @click=${this.#onChange}>${texts.change}</button>`;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.submit();
  }

  #onChange(): void {
    this.response.change();
    void this.showFault();
  }

  #place(): void {
    // The surface that was watched goes.
    this.#unwatch();
    if (this.placed || this.placement !== 'inline') void this.fetch('placement', import('../placement/attach.js'));
  }

  #unwatch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }
}
