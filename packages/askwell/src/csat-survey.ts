import './install-delivery.js';
import '@askwell/surveys/define/csat-survey.js';

export { CsatSurvey } from '@askwell/surveys';
