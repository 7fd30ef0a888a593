import type { OpenTexts } from '../survey-texts.js';

export const open: OpenTexts = {
  contact: 'E-mail address, if you would like a reply (optional)',
  messageRequired: 'Please write something.',
  contactInvalid: 'This is not a complete e-mail address.',
};
