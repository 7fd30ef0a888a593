import type { ReasonTexts } from '../survey-texts.js';

export const reason: ReasonTexts = { reason: 'What is the main reason for your answer? (optional)' };
