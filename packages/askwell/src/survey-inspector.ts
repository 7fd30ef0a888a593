import { SurveyInspector } from './inspector/survey-inspector.js';

export { SurveyInspector };

declare global {
  interface HTMLElementTagNameMap {
    'survey-inspector': SurveyInspector;
  }
}

SurveyInspector.define('survey-inspector');
