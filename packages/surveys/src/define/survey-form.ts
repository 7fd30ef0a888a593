import { SurveyForm } from '../form/survey-form.js';

declare global {
  interface HTMLElementTagNameMap {
    'survey-form': SurveyForm;
  }
}

SurveyForm.define('survey-form');
