import '@askwell/surveys/define/nps-survey.js';

export { variant } from './nps-survey.js';
