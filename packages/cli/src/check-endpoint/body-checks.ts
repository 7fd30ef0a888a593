import { recordBody } from '@askwell/core';

import { ADVICE } from './advice.js';
import { describeAnswer } from './describe-answer.js';
import type { Finding } from './finding.js';
import { receipt } from './receipt.js';
import type { Session } from './session.js';
import { testRecord } from './test-record.js';

/** Markup, SQL, a format string, both directions, emoji of several code points, and separators that JSON allows. */
const HOSTILE = `<script>alert(1)</script> '; drop table responses; -- %s {{x}} \${x} \u202Eabc\u202C שלום é e\u0301 👩‍👩‍👧 🏳️‍🌈 \u2028\u2029 "\\" 漢字`;
const OVERSIZED = 300 * 1024;

/** Any text that a respondent can write has to be taken. */
export async function checkHostileText(session: Session): Promise<Finding> {
  return receipt(
    { id: 'any-text', title: 'Text of every kind', expected: '2xx for markup, SQL, emoji and right-to-left text' },
    await session.post(testRecord({ answers: { comment: HOSTILE } })),
    'Read the body as UTF-8 and store text as text; a firewall in front must not judge what people write.',
  );
}

/** What is no JSON has to be refused as such: a client stops for a 5xx, and everything behind waits. */
export async function checkMalformed(session: Session): Promise<Finding> {
  const record = testRecord();
  const { answer, verdict } = await session.postText(recordBody(record).slice(0, -20), record);
  const check = { id: 'malformed', title: 'A body that is no JSON', expected: '400 or 422, never 5xx', came: describeAnswer(answer) };
  switch (verdict) {
    case 'reject':
      return { ...check, result: 'pass' };
    case 'ack':
      return { ...check, result: 'warn', advice: 'It was acknowledged, so the sender erases it. Read the body before you answer, and answer 400 when you cannot.' };
    case 'network':
    case 'endpoint':
      return { ...check, result: 'fail', advice: 'Catch the parser’s error and answer 400: a client takes 5xx or silence for an outage, and sends the same body again for 30 days.' };
    default:
      return { ...check, result: 'warn', advice: `Answer 400. ${ADVICE[verdict]}` };
  }
}

/** More than a client ever sends; a receiver should have a limit. */
export async function checkOversized(session: Session): Promise<Finding> {
  const { answer, verdict } = await session.post(testRecord({ answers: { comment: 'x'.repeat(OVERSIZED) } }));
  const check = { id: 'oversized', title: 'A body of 300 KiB', expected: '413, or another 4xx', came: describeAnswer(answer) };
  if (verdict === 'reject') return { ...check, result: 'pass' };
  return {
    ...check,
    result: 'warn',
    advice:
      verdict === 'ack'
        ? 'Anybody can post here: set a limit. 64 KiB hold every answer of the default client; it never sends more than 256 KiB.'
        : 'Answer 413 and read or discard the rest: anything else looks like an outage, after which the same body comes again.',
  };
}
