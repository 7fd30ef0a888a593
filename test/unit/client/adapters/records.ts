import type { ResponseRecord } from '@askwell/core';
import { record } from '../../../record.js';

export const id = '01890a5d-ac96-774b-bcce-b302099a8057';

/** A submitted answer with everything that a record can have. */
export const full = (changes: Partial<ResponseRecord> = {}): ResponseRecord =>
  record({
    id,
    revision: 2,
    campaign: 'after-checkout',
    answers: { score: 9, comment: 'Fast.', contact: 'a@example.com' },
    answeredAt: '2026-11-23T10:00:12.000Z',
    respondent: { id: 'u1', traits: { role: 'admin', seats: 4 } },
    page: 'https://shop.example/cart',
    ...changes,
  });

/** The same of nobody, and with no more than a record must have. */
export const anonymous = (changes: Partial<ResponseRecord> = {}): ResponseRecord => record({ id, ...changes });

/** One answer of each kind of survey. */
export const kinds: Partial<ResponseRecord>[] = [
  { kind: 'nps', scale: [0, 10], survey: 'q4', answers: { score: 0 } },
  { kind: 'csat', scale: [1, 5], survey: 'help', answers: { score: 4, comment: 'Good' } },
  { kind: 'ces', scale: [1, 7], survey: 'checkout', answers: { score: 7 } },
  { kind: 'feedback', survey: 'tab', answers: { reason: 'idea', comment: 'Dark mode', page: true } },
  { kind: 'form', survey: 'audit', answers: { tools: ['crm', 'mail'], 'own-1': 3, comment: '' } },
];

/** A record of one of them: those without a score have no scale either. */
export function ofKind(changes: Partial<ResponseRecord>): ResponseRecord {
  const { scale: _scale, ...rest } = anonymous();
  return { ...rest, ...changes };
}

/** What a page may find in an answer. */
export const hostile = [
  '<!channel> <!here> <@U024BE7LH> <#C024BE7LR|general> @everyone @here #general',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'https://phish.example <https://phish.example|your bank>',
  'a & b &amp; c &lt;!channel&gt;',
  '"quoted" \\ back\r\nslash=1&x=2;y',
  '\u202Eright to left, e\u0301, 👩‍👩‍👧',
  '=HYPERLINK("https://phish.example")',
];
