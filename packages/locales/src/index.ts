export type { ChartTexts } from './chart/chart-texts.js';
export type { SurveyTexts } from './survey/survey-texts.js';
