import type { Answer, Answers, ResponseStatus } from '@askwell/core';

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
  /** When the answers changed last, ISO 8601 UTC. */
  answeredAt?: string;
  /** The score that is known to have left: it need not leave again. */
  left?: Answer | undefined;
  /** Unix milliseconds of the last change. */
  at: number;
}
