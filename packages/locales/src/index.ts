export type { SurveyTexts } from './survey/survey-texts.js';
