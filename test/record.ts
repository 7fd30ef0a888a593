import { uuidv7, type ResponseRecord } from '@askwell/core';

/** A valid record to start a case from, with an id of its own. */
export const record = (changes: Partial<ResponseRecord> = {}): ResponseRecord => ({
  v: 1,
  id: uuidv7(),
  revision: 1,
  survey: 'q4',
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'en',
  status: 'complete',
  answers: { score: 9 },
  shownAt: '2026-11-23T10:00:00.000Z',
  channel: 'in-app',
  client: 'askwell/0.1.0',
  ...changes,
});
