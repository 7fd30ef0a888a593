export { NpsSurvey } from './nps/nps-survey.js';
export { AskwellDismissEvent } from './placement/askwell-dismiss-event.js';
export { AskwellDraftEvent } from './survey/askwell-draft-event.js';
export { AskwellResponseEvent } from './survey/askwell-response-event.js';
export { surveyCatalogue } from './survey/survey-catalogue.js';
export type { SurveyDraft } from './survey/survey-draft.js';
export { SurveyElement } from './survey/survey-element.js';
