import { autosubmit } from './english/autosubmit.js';
import { ces } from './english/ces.js';
import { csat } from './english/csat.js';
import { feedback } from './english/feedback.js';
import { form } from './english/form.js';
import { frame } from './english/frame.js';
import { nps } from './english/nps.js';
import { prompt } from './english/prompt.js';
import type { SurveyTexts } from './survey-texts.js';

/** All English texts. A survey imports only the areas that it shows. */
export const en: SurveyTexts = { ...frame, ...prompt, ...autosubmit, ...nps, ...csat, ...ces, ...form, ...feedback };
