import type { FormTexts } from '../survey-texts.js';
import { open } from './open.js';

export const form: FormTexts = {
  ...open,
  back: 'Back',
  next: 'Next',
  progress: 'Step {step} of {steps}',
  optional: '{question} (optional)',
};
