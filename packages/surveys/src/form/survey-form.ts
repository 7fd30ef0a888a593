import { issueWarning } from '@askwell/base';
import type { Answers, FormDefinition } from '@askwell/core';
import type { FormTexts, FrameTexts } from '@askwell/locales';
import { form } from '@askwell/locales/survey/english/form.js';
import { type noChange, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';

import { pictureStyles } from '../scale/pictures.styles.js';
import type { SurveyDescription } from '../survey/response-host.js';
import { surveyCatalogue } from '../survey/survey-catalogue.js';
import { SurveyElement } from '../survey/survey-element.js';
import { fieldStyles } from './fields.styles.js';
import type { Steps } from './steps.js';
import { formStyles } from './survey-form.styles.js';

const catalogue = surveyCatalogue(form);

/**
 * Asks one step of its `definition` after the other: ratings, choices, texts and an e-mail address, in the order that
 * the answers lead to. Steps that lie off that way are not sent. After a reload it goes on at the last step on the way
 * that has an answer, so that whoever was writing finds the text where it was.
 *
 * @slot question - Replaces the title of the form.
 * @csspart title - The title of the form.
 * @csspart progress - Which step of how many.
 * @csspart section - What the step belongs to.
 * @csspart question - The question of the step.
 * @csspart hint - What helps to answer it.
 * @csspart scale - The row of scores, or the list of options.
 * @csspart option - One score or option: the box.
 * @csspart selected - A chosen score or option.
 * @csspart option-label - One score or option: the number, picture or text.
 * @csspart anchors - The line that says what the ends of a scale mean.
 * @csspart anchor-start - What the lowest score means.
 * @csspart anchor-end - What the highest score means.
 * @csspart selected-label - What the chosen score means, where each score has a name.
 * @csspart comment - The text field.
 * @csspart limit - How many characters are left, near the limit.
 * @csspart contact - The field for an e-mail address.
 * @csspart back - The Back button.
 * @csspart next - The Next button.
 */
export class SurveyForm extends SurveyElement<FrameTexts & FormTexts> {
  static override styles: CSSResultGroup = [SurveyElement.styles, pictureStyles, fieldStyles, formStyles];

  /** What the form asks. Without it nothing shows. */
  declare definition: FormDefinition | undefined;

  /**
   * What there is to ask, once that is here.
   * @internal
   */
  declare steps: Steps | undefined;

  override get description(): SurveyDescription {
    const { steps, survey, wording, localize } = this;
    return { ...steps?.scale, survey, kind: 'form', wording: wording ?? 'form@1', locale: localize.locale };
  }

  /** @internal */
  override get value(): string | null {
    return this.steps?.value ?? null;
  }

  /** @internal */
  override get missing(): string | undefined {
    return this.steps?.missing;
  }

  constructor() {
    super(catalogue);
    this.survey = 'form';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('definition')) void this.fetch('definition', import('./steps.js'));
    if (!this.definition) issueWarning('definition', `<${this.localName}> shows nothing until its property "definition" is set.`);
    if (changed.has('survey') || changed.has('preview')) this.steps?.restart();
    this.steps?.follow();
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.steps?.restart();
  }

  override async submit(): Promise<void> {
    // Nothing was asked yet, and what a draft holds is not to be lost.
    if (!this.steps?.current) return;
    if (!this.missing) this.response.reset(this.steps.answers);
    return super.submit();
  }

  /**
   * Says what is wrong at its step.
   * @internal
   */
  override showFault(fault?: string): Promise<void> {
    if (fault) this.steps?.goToMissing();
    return super.showFault(fault && (this.missing ?? fault));
  }

  /**
   * Takes answers. What is wrong with another step is not said at this one.
   * @internal
   */
  override answer(answers: Answers): void {
    super.answer(answers);
    if (!this.steps?.fault) this.fault = undefined;
  }

  /**
   * Takes back what was said to be wrong.
   * @internal
   */
  forgive(): void {
    this.fault = undefined;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing | typeof noChange {
    return this.steps?.current ? super.render() : nothing;
  }

  protected override renderQuestions(): TemplateResult {
    return this.steps!.renderStep(this.fault && this.text(this.fault));
  }

  protected override renderActions(): TemplateResult {
    return this.steps!.renderActions(super.renderActions());
  }
}
