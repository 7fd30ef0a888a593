import type { ResponseRecord } from '@askwell/core';
import { hasAnswers } from './has-answers.js';

/** Whether the respondent is done with it and has answered something: what is worth one message to a receiver that keeps each. */
export function isSettled(record: ResponseRecord): boolean {
  return record.status === 'complete' || (/dismissed|later/.test(record.status) && hasAnswers(record));
}
