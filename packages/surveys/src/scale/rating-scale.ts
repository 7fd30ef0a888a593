import { AskwellElement, warnOfValue } from '@askwell/base';
import type { FrameTexts } from '@askwell/locales';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';

import { surveyCatalogue } from '../survey/survey-catalogue.js';
import { surveyStyles } from '../survey/survey-element.styles.js';
import { ratingScaleStyles } from './rating-scale.styles.js';
import { Scale, type ScaleState } from './scale.js';

const RANGE = [1, 5] as const;
const MOST_POINTS = 11;

const catalogue = surveyCatalogue({});

/**
 * A scale of numbers, stars or faces as a control of any form. Its value is a number, and absent while unanswered.
 *
 * @fires {Event} input - Somebody has chosen another point.
 * @fires {Event} change - The same, after `input`.
 * @csspart surface - All of it.
 * @csspart label - What the scale asks for.
 * @csspart scale - The row of points.
 * @csspart option - One point: the box.
 * @csspart selected - The chosen point.
 * @csspart option-label - One point: the number or the picture.
 * @csspart selected-label - What the chosen point means, where `meanings` says so.
 * @csspart anchors - The line that says what the ends mean.
 * @csspart anchor-start - What the lowest point means.
 * @csspart anchor-end - What the highest point means.
 * @csspart error - What is missing.
 * @cssproperty [--askwell-brand=light-dark(#2b50c8, #a3b8ff)] - Chosen point.
 * @cssproperty [--askwell-on-brand=black or white, whichever stands out more] - Text on the brand colour.
 * @cssproperty [--askwell-surface=light-dark(#fff, #1b1d24)] - Background.
 * @cssproperty [--askwell-text=light-dark(#1a1c22, #eceef4)] - Text and pictures.
 * @cssproperty [--askwell-muted=light-dark(#555b69, #b3b8c6)] - Secondary text.
 * @cssproperty [--askwell-border=light-dark(#7d8494, #8b92a3)] - Borders of what can be chosen.
 * @cssproperty [--askwell-focus=the colour of the text] - Focus ring.
 * @cssproperty [--askwell-danger=light-dark(#b3141d, #ff9c9c)] - Errors.
 * @cssproperty [--askwell-radius=0.5rem] - Corners.
 * @cssproperty [--askwell-space=1rem] - The unit of all distances.
 * @cssproperty [--askwell-font=inherit] - Font family.
 * @cssproperty [--askwell-font-size=1rem] - Font size.
 * @cssproperty [--askwell-scale-gap=0.25rem] - Distance between points.
 * @cssproperty [--askwell-target=2.25rem] - Height of points.
 * @cssproperty [--askwell-max-width=36rem] - Greatest width.
 */
export class RatingScale extends AskwellElement<FrameTexts> {
  static readonly formAssociated = true;

  static override styles: CSSResultGroup = [surveyStyles, ratingScaleStyles];

  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    min: { type: Number },
    max: { type: Number },
    value: { attribute: false, noAccessor: true },
    defaultValue: { attribute: 'value', type: Number },
    label: {},
    ariaLabel: { attribute: 'aria-label' },
    anchorStart: { attribute: 'anchor-start' },
    anchorEnd: { attribute: 'anchor-end' },
    look: {},
    meanings: { attribute: false },
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    readonly: { type: Boolean },
  };

  /** The name under which a form sends the value. */
  declare name: string | undefined;
  /** The lowest point, a whole number. */
  declare min: number;
  /** The highest point: at most ten above the lowest. */
  declare max: number;
  /** What is chosen at first, and after a reset. */
  declare defaultValue: number | undefined;
  /** What the scale asks for, shown above it. Without it, a `<label for>` or `aria-label` of the page names the scale. */
  declare label: string | undefined;
  /** Names the scale where no `label` does. */
  declare ariaLabel: string | null;
  /** What the lowest point means. */
  declare anchorStart: string | undefined;
  /** What the highest point means. */
  declare anchorEnd: string | undefined;
  /** What the points look like; `faces` are for five. */
  declare look: 'numbers' | 'stars' | 'faces';
  /** What each point means, the lowest first: said with it, and shown below when it is chosen. */
  declare meanings: readonly string[] | undefined;
  /** A form needs an answer. */
  declare required: boolean;
  /** Nothing can be chosen, and a form leaves the scale out. */
  declare disabled: boolean;
  /** The answer can be read and not changed. */
  declare readonly: boolean;

  readonly #internals = this.attachInternals();
  readonly #scale = new Scale((score) => this.#choose(score));
  #look: Pick<ScaleState, 'names' | 'picture'> | undefined;
  /** What the value was set to; `undefined` as long as it is that of the attribute. */
  #value: number | null | undefined;
  /** Whether somebody has asked if the answer is valid; what is missing shows from then on. */
  #checked = false;

  /** The chosen point. A number that is no point stays as it was set, and counts as no answer. */
  get value(): number | undefined {
    return (this.#value === undefined ? this.defaultValue : this.#value) ?? undefined;
  }

  set value(value: number | null | undefined) {
    this.#value = value ?? null;
    this.#tellForm();
    this.requestUpdate();
  }

  /** The form that the scale belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** The labels that the page has for the scale. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /**
   * The lowest and the highest point, as far as they can be used.
   * @internal
   */
  get range(): readonly [number, number] {
    const min = this.min ?? 1;
    const max = this.max ?? 5;
    return Number.isInteger(min) && Number.isInteger(max) && max > min && max - min < MOST_POINTS ? [min, max] : RANGE;
  }

  get #answer(): number | undefined {
    const { value } = this;
    const [min, max] = this.range;
    return Number.isInteger(value) && value! >= min && value! <= max ? value : undefined;
  }

  get #missing(): boolean {
    return this.required && !this.readonly && this.#answer === undefined;
  }

  constructor() {
    super(catalogue);
    [this.min, this.max] = RANGE;
    this.look = 'numbers';
    this.required = this.disabled = this.readonly = false;
    this.addEventListener('invalid', () => {
      this.#checked = true;
      this.requestUpdate();
    });
    // A label of the page hands its click on. Its text may have come later than the scale.
    this.addEventListener('click', (event) => event.composedPath()[0] === this && this.focus());
    this.addEventListener('focusin', () => this.requestUpdate());
    // From outside, every key seems pressed on this element: a page would take what is typed for its shortcuts.
    this.addEventListener('keydown', (event) => {
      if (!event.key?.[1] && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }

  override attributeChangedCallback(...change: [name: string, old: string | null, value: string | null]): void {
    super.attributeChangedCallback(...change);
    this.#tellForm();
  }

  /** @internal */
  protected override async scheduleUpdate(): Promise<unknown> {
    const { look } = this;
    // Where the pictures cannot be had, a scale of numbers beats none.
    this.#look = look === 'numbers' ? undefined : (await import('./look.js').catch(() => undefined))?.lookOf(this);
    return super.scheduleUpdate();
  }

  protected override updated(): void {
    if (this.range === RANGE) warnOfValue('min and max', `${this.min} and ${this.max}`, '1 and 5');
    const fieldset = this.shadowRoot!.querySelector('fieldset')!;
    // A fieldset of the page disables it too.
    fieldset.disabled = this.matches(':disabled');
    // The browser checks radios between two renders, and the page may have taken that back.
    for (const radio of fieldset.querySelectorAll('input')) radio.checked = Number(radio.value) === this.#answer;
    this.#tellForm();
  }

  formResetCallback(): void {
    this.#value = undefined;
    this.#checked = false;
    this.#tellForm();
    this.requestUpdate();
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string): void {
    this.value = Number(state);
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Moves the focus to the chosen point, else to the first. */
  override focus(options?: FocusOptions): void {
    this.#tabStop?.focus(options);
  }

  protected override render(): TemplateResult {
    const { locale, dir, texts } = this.localize;
    const { label, meanings, required, readonly, range, anchorStart, anchorEnd } = this;
    const wrong = this.#checked && this.#missing;
    const named = Array.from(this.labels, ({ textContent }) => textContent);
    return html`<div part="surface" lang=${locale} dir=${dir} @input=${(event: Event) => event.stopPropagation()}>
      <fieldset
        role="radiogroup"
        aria-label=${label || this.ariaLabel || named.join(' ')}
        aria-describedby="error"
        aria-required=${required}
        aria-invalid=${wrong}
        aria-readonly=${readonly}
      >
        ${label ? html`<legend part="label">${label}</legend>` : nothing}
        ${this.#scale.render({
          range,
          value: this.#answer,
          rightToLeft: dir === 'rtl',
          readonly,
          locale,
          anchors: [anchorStart, anchorEnd],
          names: meanings ?? this.#look?.names,
          picture: this.#look?.picture,
          caption: !!meanings,
        })}
        <div part="anchors" aria-hidden="true">
          <span part="anchor-start">${anchorStart}</span>
          <span part="anchor-end">${anchorEnd}</span>
        </div>
        <p id="error" part="error">${wrong ? texts.required : nothing}</p>
      </fieldset>
    </div>`;
  }

  /** Takes a choice of the person, and says so as any control does; the radio's own `input` stays inside. */
  #choose(score: number): void {
    if (score === this.#answer) return;
    this.value = score;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The form learns at once what is chosen now, and whether an answer is missing. */
  #tellForm(): void {
    const answer = this.#answer;
    this.#internals.setFormValue(answer === undefined ? null : `${answer}`);
    this.#internals.setValidity({ valueMissing: this.#missing }, this.localize.texts.required, this.#tabStop);
  }

  get #tabStop(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
  }
}
