import type { Answers, ResponseStatus } from '@askwell/core';

/** What a device remembers of one visitor's response to one survey. */
export interface SurveyDraft {
  id: string;
  revision: number;
  status: ResponseStatus;
  /** Empty once the response was handed over or put away: the text does not stay on the device. */
  answers: Answers;
  shownAt: string;
  /** Under which wording the score was given: another one may mean something else by it. */
  wording?: string;
  /** Unix milliseconds of the last change. */
  at: number;
}
