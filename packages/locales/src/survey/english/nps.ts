import type { NpsTexts } from '../survey-texts.js';

export const nps: NpsTexts = {
  npsQuestion: 'How likely is it that you would recommend us to a friend or colleague?',
  npsQuestionProduct: 'How likely is it that you would recommend {product} to a friend or colleague?',
  npsLow: 'Not at all likely',
  npsHigh: 'Extremely likely',
  promoter: 'What do you like most? (optional)',
  passive: 'What would make it better for you? (optional)',
  detractor: 'What should we change? (optional)',
};
