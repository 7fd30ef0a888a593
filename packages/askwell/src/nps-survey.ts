import './install-delivery.js';
import '@askwell/surveys/define/nps-survey.js';

export { NpsSurvey } from '@askwell/surveys';
