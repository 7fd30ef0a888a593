import { uuidv7, type ResponseRecord } from '@askwell/core';

/** An answer with an id of its own. */
export const answer = (): ResponseRecord => ({
  v: 1,
  id: uuidv7(),
  revision: 1,
  survey: 'bench',
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'en',
  status: 'complete',
  answers: { score: 9, comment: 'A sentence of usual length about what was good.' },
  shownAt: new Date().toISOString(),
  channel: 'in-app',
  client: 'bench',
});
