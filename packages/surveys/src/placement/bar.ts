import { css } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import { bannerStyles, sheetStyles } from './bar.styles.js';
import type { Placement } from './placement.js';
import type { Prompt } from './prompt.js';

/** A prompt along an edge of the window, as wide as it: a sheet at the bottom, a banner at the top or the bottom. */
export function bar(Base: typeof Prompt, survey: SurveyElement): Placement {
  const prompt = new Base(survey);
  const banner = survey.placement === 'banner';
  prompt.sides = banner ? ['top', 'bottom'] : ['bottom'];
  prompt.styles = css`${prompt.styles}${banner ? bannerStyles : sheetStyles}`;
  return prompt;
}
