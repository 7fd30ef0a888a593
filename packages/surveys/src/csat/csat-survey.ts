import { warnOfValue } from '@askwell/base';
import { csatBand, type CsatDefinition } from '@askwell/core';
import type { CsatTexts, FrameTexts } from '@askwell/locales';
import { csat } from '@askwell/locales/survey/english/csat.js';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';

import { RatingSurvey, type StandardRating } from '../rating/rating-survey.js';
import { pictures } from '../scale/pictures.js';
import { pictureStyles } from '../scale/pictures.styles.js';
import type { ScaleState } from '../scale/scale.js';
import { surveyCatalogue } from '../survey/survey-catalogue.js';

const LOOKS = ['stars', 'faces', 'numbers', 'thumbs'] as const;

const catalogue = surveyCatalogue(csat);

/**
 * Asks how satisfied somebody is, on five points or with two thumbs, and then for the reason.
 *
 * @csspart selected-label - What the chosen point means, in words.
 */
export class CsatSurvey extends RatingSurvey<CsatTexts & FrameTexts> {
  static override styles: CSSResultGroup = [RatingSurvey.styles, pictureStyles];

  static override properties: PropertyDeclarations = {
    look: {},
    thing: {},
  };

  /** What the points look like. `thumbs` are two points: another metric, under a wording of their own. */
  declare look: 'stars' | 'faces' | 'numbers' | 'thumbs';
  /** What somebody is satisfied with; without it the question does not say. */
  declare thing: string | undefined;

  /** @internal */
  override get band(): string | undefined {
    const { score, standard } = this;
    return score === undefined ? undefined : csatBand(score, standard.range[1]);
  }

  /** @internal */
  override get fillings(): Readonly<Record<string, string | undefined>> {
    return { thing: this.thing };
  }

  protected override get standard(): Pick<ScaleState, 'caption'> & StandardRating {
    const { texts } = this.localize;
    const look = this.#look;
    const thumbs = look === 'thumbs';
    const own = (this.defined?.definition as CsatDefinition | undefined)?.labels?.map((label) => this.defined!.pick(label));
    const points = thumbs ? [texts.csat2, texts.csat4] : [texts.csat1, texts.csat2, texts.csat3, texts.csat4, texts.csat5];
    const names = own?.length === points.length ? own : points;
    return {
      kind: 'csat',
      range: [1, names.length],
      wording: thumbs ? 'csat-thumbs' : 'csat',
      question: this.thing ? texts.csatQuestionThing : texts.csatQuestion,
      anchors: [names[0]!, names.at(-1)!],
      followUp: texts.reason,
      names,
      caption: true,
      ...(look !== 'numbers' && { picture: (point) => pictures[look](point - 1) }),
    };
  }

  get #look(): CsatSurvey['look'] {
    const [first] = LOOKS;
    const look = this.look ?? first;
    if (LOOKS.includes(look)) return look;
    warnOfValue('look', look, first);
    return first;
  }

  constructor() {
    super(catalogue);
    this.survey = 'csat';
    this.look = LOOKS[0];
  }
}
