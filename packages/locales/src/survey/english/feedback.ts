import type { FeedbackTexts } from '../survey-texts.js';
import { open } from './open.js';

export const feedback: FeedbackTexts = {
  ...open,
  feedbackQuestion: 'What would you like to tell us?',
  feedbackReason: 'What is it about?',
  problem: 'A problem',
  idea: 'An idea',
  praise: 'Praise',
  other: 'Something else',
  message: 'Your message',
  page: 'Send the address of this page too:',
};
