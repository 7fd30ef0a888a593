import { warnOfValue } from '@askwell/base';
import { adoptStyles } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import { place } from './prompt.js';

/** Puts a survey where its placement says, or back in line. */
export async function attach(survey: SurveyElement): Promise<void> {
  const { placement } = survey;
  survey.placed?.disconnect();
  survey.placed = undefined;
  const placed = placement === 'inline' ? undefined : await place(survey, placement);
  if (placement !== survey.placement || !survey.isConnected) return;
  if (!placed && placement !== 'inline') warnOfValue('placement', placement, 'inline');
  survey.placed = placed;
  const { elementStyles } = survey.constructor as typeof SurveyElement;
  adoptStyles(survey.shadowRoot!, placed ? [...elementStyles, placed.styles] : elementStyles);
}
