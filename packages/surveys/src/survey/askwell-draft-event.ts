import type { SurveyDraft } from './survey-draft.js';

/**
 * A survey asks for what this device remembers of a visitor's response, or hands over what it should remember.
 * The element itself stores nothing.
 */
export class AskwellDraftEvent extends Event {
  /** Whoever remembers puts here what a survey asks for, while the event is dispatched. */
  restored: SurveyDraft | undefined;

  constructor(
    readonly survey: string,
    readonly respondentId: string | undefined,
    /** What to remember; `undefined` when the survey asks. */
    readonly draft?: SurveyDraft,
  ) {
    super('askwell-draft', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'askwell-draft': AskwellDraftEvent;
  }
}
