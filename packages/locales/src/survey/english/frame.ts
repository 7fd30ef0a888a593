import type { FrameTexts } from '../survey-texts.js';

export const frame: FrameTexts = {
  submit: 'Submit',
  thanks: 'Thank you for your answer.',
  change: 'Change my answer',
  required: 'Please choose an answer.',
  sent: 'Sent.',
  saved: 'Saved on this device. Not sent yet.',
  volatile: 'On its way.',
  blocked: 'Not saved. Try again.',
  copy: 'Save a copy',
  left: 'Up to {count} characters left',
};
