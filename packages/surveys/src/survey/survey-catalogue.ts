import type { Catalogue } from '@askwell/base';
import type { FrameTexts, SurveyTexts } from '@askwell/locales';
import { frame } from '@askwell/locales/survey/english/frame.js';

/** The texts of a survey: the frame's and its own in English, and the languages of all surveys. */
export function surveyCatalogue<Own extends Partial<SurveyTexts>>(own: Own): Catalogue<FrameTexts & Own> {
  return {
    english: { ...frame, ...own },
    languages: () => import('./survey-languages.js').then(({ surveyLanguages }) => surveyLanguages as never),
  };
}
