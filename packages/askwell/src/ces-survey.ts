import './install-delivery.js';
import '@askwell/surveys/define/ces-survey.js';

export { CesSurvey } from '@askwell/surveys';
