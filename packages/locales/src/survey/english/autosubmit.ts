import type { AutosubmitTexts } from '../survey-texts.js';

export const autosubmit: AutosubmitTexts = {
  autosubmit: 'What you choose is sent. You can undo it for {seconds} seconds.',
  pending: 'It will be sent in a moment.',
  undo: 'Undo',
};
