import type { PromptTexts } from '../survey-texts.js';

export const prompt: PromptTexts = {
  later: 'Ask me later',
  close: 'Close',
  opened: 'A question has opened at the end of the page.',
  launcher: 'Feedback',
};
