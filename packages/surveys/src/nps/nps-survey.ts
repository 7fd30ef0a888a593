import { npsBand } from '@askwell/core';
import type { FrameTexts, NpsTexts } from '@askwell/locales';
import { nps } from '@askwell/locales/survey/english/nps.js';
import type { PropertyDeclarations } from 'lit';

import { RatingSurvey, type StandardRating } from '../rating/rating-survey.js';
import { surveyCatalogue } from '../survey/survey-catalogue.js';

const catalogue = surveyCatalogue(nps);

/**
 * Asks how likely a recommendation is, from 0 to 10, and then for the reason.
 */
export class NpsSurvey extends RatingSurvey<FrameTexts & NpsTexts> {
  static override properties: PropertyDeclarations = {
    product: {},
  };

  /** What would be recommended; without it the question says "us". */
  declare product: string | undefined;

  constructor() {
    super(catalogue);
    this.survey = 'nps';
  }

  /** @internal */
  override get band(): string | undefined {
    return this.score === undefined ? undefined : npsBand(this.score);
  }

  /** @internal */
  override get fillings(): Readonly<Record<string, string | undefined>> {
    return { product: this.product };
  }

  protected override get standard(): StandardRating {
    const { texts } = this.localize;
    return {
      kind: 'nps',
      range: [0, 10],
      wording: 'nps',
      question: this.product ? texts.npsQuestionProduct : texts.npsQuestion,
      anchors: [texts.npsLow, texts.npsHigh],
      followUp: texts[npsBand(this.score ?? 0)],
    };
  }


}
