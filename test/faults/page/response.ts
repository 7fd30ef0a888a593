import { uuidv7, type ResponseRecord } from '@askwell/core';

const WORDS = 'the tea was lukewarm but people were kind and quick, so I would come again';

export const response = (): ResponseRecord => ({
  v: 1,
  id: uuidv7(),
  revision: 1,
  survey: 'faults',
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'en',
  status: 'complete',
  answers: { score: 9, comment: WORDS },
  shownAt: new Date().toISOString(),
  channel: 'in-app',
  client: 'askwell/0.1.0',
});
