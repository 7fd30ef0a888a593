import { warnOfValue } from '@askwell/base';
import { cesBand } from '@askwell/core';
import type { CesTexts, FrameTexts } from '@askwell/locales';
import { ces } from '@askwell/locales/survey/english/ces.js';
import type { PropertyDeclarations, PropertyValues } from 'lit';

import { RatingSurvey, type StandardRating } from '../rating/rating-survey.js';
import { surveyCatalogue } from '../survey/survey-catalogue.js';

/** Each form of the question, with the name of its wording and of its survey. */
const FORMS = { agreement: 'ces', difficulty: 'ces-difficulty' } as const;

const catalogue = surveyCatalogue(ces);

/**
 * Asks how easy it was to get something done, as agreement on seven points (CES 2.0), and then for the reason.
 */
export class CesSurvey extends RatingSurvey<CesTexts & FrameTexts> {
  static override properties: PropertyDeclarations = {
    variant: {},
    company: {},
  };

  /** `difficulty` asks from difficult to easy: another question, with a wording and a survey of its own. */
  declare variant: 'agreement' | 'difficulty';
  /** Who made it easy; without it the question names nobody. The variant `difficulty` never does. */
  declare company: string | undefined;

  /** @internal */
  override get band(): string | undefined {
    return this.score === undefined ? undefined : cesBand(this.score);
  }

  /** @internal */
  override get fillings(): Readonly<Record<string, string | undefined>> {
    return { company: this.company };
  }

  protected override get standard(): StandardRating {
    const { texts } = this.localize;
    const wording = this.#wording;
    const difficulty = wording === FORMS.difficulty;
    const agreement = this.company ? texts.cesQuestionCompany : texts.cesQuestion;
    return {
      kind: 'ces',
      range: [1, 7],
      wording,
      question: difficulty ? texts.cesDifficultyQuestion : agreement,
      anchors: difficulty ? [texts.cesDifficult, texts.cesEasy] : [texts.cesLow, texts.cesHigh],
      followUp: texts.reason,
    };
  }

  get #wording(): string {
    const variant = this.variant ?? 'agreement';
    if (Object.hasOwn(FORMS, variant)) return FORMS[variant];
    warnOfValue('variant', variant, 'agreement');
    return FORMS.agreement;
  }

  constructor() {
    super(catalogue);
    this.survey = FORMS.agreement;
    this.variant = 'agreement';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // An own name stays; the standard ones never stand for each other's question.
    if (Object.values<string>(FORMS).includes(this.survey)) this.survey = this.#wording;
    super.willUpdate(changed);
  }
}
