import './nps-survey.js';
