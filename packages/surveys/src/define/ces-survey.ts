import { CesSurvey } from '../ces/ces-survey.js';

declare global {
  interface HTMLElementTagNameMap {
    'ces-survey': CesSurvey;
  }
}

CesSurvey.define('ces-survey');
