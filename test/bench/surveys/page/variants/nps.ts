import 'askwell/nps-survey.js';

export { variant } from './nps-survey.js';
