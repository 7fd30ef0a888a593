import type { SurveyDraft } from './survey-draft.js';

/**
 * A survey asks for what this device remembers of a visitor's response, or hands over what it should remember.
 * The element itself stores nothing.
 */
export class AskwellDraftEvent extends Event {
  declare readonly survey: string;
  declare readonly respondentId: string | undefined;
  /** What to remember; `undefined` when the survey asks. */
  declare readonly draft: SurveyDraft | undefined;
  /** Whoever remembers puts here what a survey asks for, while the event is dispatched. */
  declare restored: SurveyDraft | undefined;

  constructor(survey: string, respondentId: string | undefined, draft?: SurveyDraft) {
    super('askwell-draft', { bubbles: true, composed: true });
    this.survey = survey;
    this.respondentId = respondentId;
    this.draft = draft;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'askwell-draft': AskwellDraftEvent;
  }
}
