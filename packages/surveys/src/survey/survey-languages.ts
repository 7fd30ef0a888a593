import { Languages } from '@askwell/base';
import type { SurveyTexts } from '@askwell/locales';

/** The languages of the surveys beside English; each is fetched when it is asked for. */
export const surveyLanguages = new Languages<SurveyTexts>({
  de: () => import('@askwell/locales/survey/de.js').then(({ de }) => de),
});
