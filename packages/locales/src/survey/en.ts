import type { SurveyTexts } from './survey-texts.js';

export const en: SurveyTexts = {
  npsQuestion: 'How likely is it that you would recommend us to a friend or colleague?',
  npsQuestionProduct: 'How likely is it that you would recommend {product} to a friend or colleague?',
  npsLow: 'Not at all likely',
  npsHigh: 'Extremely likely',
  promoter: 'What do you like most? (optional)',
  passive: 'What would make it better for you? (optional)',
  detractor: 'What should we change? (optional)',
  submit: 'Submit',
  thanks: 'Thank you for your answer.',
  change: 'Change my answer',
  required: 'Please choose a number.',
  sent: 'Sent.',
  saved: 'Saved on this device. It will be sent later.',
  volatile: 'Your answer is on its way.',
  blocked: 'Not saved. Please try again.',
  later: 'Ask me later',
  close: 'Close',
  opened: 'A question has opened at the end of the page.',
  left: '{count} characters left',
};
