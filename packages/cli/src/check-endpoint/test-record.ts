import { uuidv7, VERSION, type ResponseRecord } from '@askwell/core';

/** A record that is plainly a test, with an id of its own, so that nothing real is touched. */
export function testRecord(changes: Partial<ResponseRecord> = {}): ResponseRecord {
  const now = new Date().toISOString();
  return {
    v: 1,
    id: uuidv7(),
    revision: 1,
    survey: 'askwell-check',
    kind: 'feedback',
    wording: 'askwell-check@1',
    locale: 'en',
    status: 'complete',
    answers: { comment: 'A test of askwell check-endpoint: please ignore.' },
    shownAt: now,
    answeredAt: now,
    channel: 'other',
    client: `askwell-check/${VERSION}`,
    ...changes,
  };
}
