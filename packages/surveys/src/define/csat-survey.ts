import { CsatSurvey } from '../csat/csat-survey.js';

declare global {
  interface HTMLElementTagNameMap {
    'csat-survey': CsatSurvey;
  }
}

CsatSurvey.define('csat-survey');
