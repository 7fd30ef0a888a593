import { uuidv7, type Answers, type ResponseStatus } from '@askwell/core';

import type { SurveyDraft } from './survey-draft.js';

/** One response from impression to thanks, with the counting of its revisions. Knows no element and no clock. */
export class ResponseState {
  id = '';
  revision = 0;
  status: ResponseStatus = 'shown';
  answers: Answers = {};
  shownAt = '';
  /** The score that left last, so that the same one does not leave twice. */
  sentScore: unknown;

  /** Goes on with what the device remembers, where it does. */
  constructor(draft?: SurveyDraft) {
    if (!draft) return;
    const { id, revision, status, answers, shownAt } = draft;
    Object.assign(this, { id, revision, status, answers, shownAt, sentScore: revision ? answers.score : undefined });
  }

  /** Gives the response its id, once. */
  begin(now: number): void {
    if (this.id) return;
    this.id = uuidv7(now);
    this.shownAt = new Date(now).toISOString();
  }

  /** Whether the respondent has ended it. A change afterwards leaves with the next Submit only. */
  get ended(): boolean {
    return this.status !== 'shown' && this.status !== 'partial';
  }

  /** The next revision, with its status. */
  advance(status: ResponseStatus): void {
    this.revision++;
    this.status = status;
    this.sentScore = this.answers.score;
  }

  /** What the device should remember; `keepAnswers` is false once they were handed over. */
  draft(now: number, keepAnswers: boolean): SurveyDraft {
    const { id, revision, status, answers, shownAt } = this;
    return { id, revision, status, answers: keepAnswers ? answers : {}, shownAt, at: now };
  }
}
