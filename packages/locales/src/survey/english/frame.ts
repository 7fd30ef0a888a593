import type { FrameTexts } from '../survey-texts.js';

export const frame: FrameTexts = {
  submit: 'Submit',
  thanks: 'Thank you for your answer.',
  change: 'Change my answer',
  required: 'Please choose an answer.',
  sent: 'Sent.',
  saved: 'Saved on this device. It will be sent later.',
  volatile: 'Your answer is on its way.',
  blocked: 'Not saved. Please try again.',
  left: 'Up to {count} characters left',
};
