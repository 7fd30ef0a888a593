import type { CesTexts } from '../survey-texts.js';
import { reason } from './reason.js';

export const ces: CesTexts = {
  ...reason,
  cesQuestion: 'It was easy for me to handle my issue.',
  cesQuestionCompany: '{company} made it easy for me to handle my issue.',
  cesLow: 'Strongly disagree',
  cesHigh: 'Strongly agree',
  cesDifficultyQuestion: 'How easy was it to handle your issue?',
  cesDifficult: 'Very difficult',
  cesEasy: 'Very easy',
};
