import './install-delivery.js';
import '@askwell/surveys/define/survey-form.js';

export { SurveyForm } from '@askwell/surveys';
