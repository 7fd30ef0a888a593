import type { ResponseRecord } from '@askwell/core';

import { ADVICE } from './advice.js';
import { describeAnswer } from './describe-answer.js';
import type { Finding } from './finding.js';
import { receipt } from './receipt.js';
import type { Posted, Session } from './session.js';
import { testRecord } from './test-record.js';

/** Sent twice, in the wrong order, and altered: what becomes of a response whose first revision was taken. */
export async function checkRevisions(session: Session, first: ResponseRecord): Promise<Finding[]> {
  const second: ResponseRecord = { ...first, revision: first.revision + 1, answers: { comment: 'A test of askwell check-endpoint, changed.' } };
  return [
    receipt(
      { id: 'same-again', title: 'The same answer again', expected: '2xx: the client sends again what it has no receipt for' },
      await session.post(first),
      'Answer a key that you have with the same receipt as before; no error, and no second copy.',
    ),
    receipt(
      { id: 'higher-revision', title: 'A higher revision', expected: '2xx, kept in place of the lower one' },
      await session.post(second),
      'Do not refuse an id that you have: keep the record with the higher revision.',
    ),
    receipt(
      { id: 'lower-revision', title: 'A lower revision afterwards', expected: '2xx, and ignored (which cannot be seen from outside)' },
      await session.post(first),
      'A late repeat is no fault: answer 2xx and keep the higher revision.',
    ),
    // After the lower one: a receiver that answers 422 now has the higher revision still.
    conflict(await session.post({ ...second, answers: { comment: 'A test of askwell check-endpoint, under a used key.' } })),
  ];
}

function conflict({ answer, verdict }: Posted): Finding {
  const check = { id: 'used-key', title: 'Another text under a used key', expected: '422, and the first text kept', came: describeAnswer(answer) };
  if (verdict === 'ack') {
    return {
      ...check,
      result: 'warn',
      advice: 'Harmless if the first text is the one that you keep, which cannot be seen from outside. 422 would show a faulty sender.',
    };
  }
  if (verdict !== 'reject') return { ...check, result: 'fail', advice: `Answer 422, or 2xx and keep the first text. ${ADVICE[verdict]}` };
  const status = 'status' in answer ? answer.status : 0;
  return status === 422 ? { ...check, result: 'pass' } : { ...check, result: 'warn', advice: 'Answer 422: it says what is wrong.' };
}

const COPIES = 5;

/** The same new answer several times at once, as tabs and retries can send it. */
export async function checkConcurrent(session: Session): Promise<Finding> {
  const record = testRecord();
  const posted = await Promise.all(Array.from({ length: COPIES }, () => session.post(record)));
  const check = {
    id: 'at-once',
    title: `The same answer ${COPIES} times at once`,
    expected: 'each 2xx or 409, at least one 2xx',
    came: posted.map(({ answer }) => ('status' in answer ? answer.status : 'no answer')).join(', '),
  };
  const odd = posted.find(({ verdict }) => verdict !== 'ack' && verdict !== 'busy');
  if (odd || posted.every(({ verdict }) => verdict === 'busy')) {
    return {
      ...check,
      result: 'fail',
      advice: `Make the id unique in the database and write in one statement (insert … on conflict), so that the second does not fail. ${odd ? describeAnswer(odd.answer) : ''}`.trim(),
    };
  }
  return { ...check, result: 'pass' };
}
