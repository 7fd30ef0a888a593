import 'askwell/nps-survey.js';
