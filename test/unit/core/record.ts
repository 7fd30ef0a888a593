import type { ResponseRecord } from '@askwell/core';

/** A valid record to start a case from. */
export const record: ResponseRecord = {
  v: 1,
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  revision: 2,
  survey: 'q4',
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'de',
  status: 'complete',
  answers: { score: 9 },
  shownAt: '2027-01-31T12:00:00.000Z',
  channel: 'in-app',
  client: 'askwell/0.1.0',
};
