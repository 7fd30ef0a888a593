import type { CsatTexts } from '../survey-texts.js';
import { reason } from './reason.js';

export const csat: CsatTexts = {
  ...reason,
  csatQuestion: 'How satisfied are you?',
  csatQuestionThing: 'How satisfied are you with {thing}?',
  csat1: 'Very dissatisfied',
  csat2: 'Dissatisfied',
  csat3: 'Neither satisfied nor dissatisfied',
  csat4: 'Satisfied',
  csat5: 'Very satisfied',
};
