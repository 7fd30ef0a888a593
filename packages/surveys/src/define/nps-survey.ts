import { NpsSurvey } from '../nps/nps-survey.js';

declare global {
  interface HTMLElementTagNameMap {
    'nps-survey': NpsSurvey;
  }
}

NpsSurvey.define('nps-survey');
