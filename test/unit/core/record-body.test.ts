import { recordBody, revisionKey, type ResponseRecord } from '@askwell/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { record } from './record.js';

describe('recordBody', () => {
  it('writes the fields in alphabetical order, however the record was put together', () => {
    const shuffled = Object.fromEntries(Object.entries({ ...record, page: 'https://a.example/' }).reverse()) as unknown as ResponseRecord;
    const fields = Object.keys(JSON.parse(recordBody(shuffled)) as object);
    expect(fields).toEqual(Object.keys({ ...record, page: '' }).toSorted());
    expect(recordBody(shuffled)).toBe(recordBody({ ...record, page: 'https://a.example/' }));
  });

  it.each([
    ['NUL', 'a\0b', 'ab'],
    ['a lone high surrogate', 'a\ud83d', 'a\ufffd'],
    ['a lone low surrogate', '\ude00b', '\ufffdb'],
    ['a whole emoji', '😀', '😀'],
    ['line breaks and markup', '<b>\r\n\t"\\', '<b>\r\n\t"\\'],
  ])('carries %s as a receiver can take it', (_name, comment, received) => {
    const body = recordBody({ ...record, answers: { score: 9, comment, reason: [comment] } });
    expect((JSON.parse(body) as ResponseRecord).answers).toEqual({ score: 9, comment: received, reason: [received] });
  });

  it('is well-formed text without NUL for any comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (comment) => {
        const body = recordBody({ ...record, answers: { comment } });
        expect(body.isWellFormed()).toBe(true);
        expect((JSON.parse(body) as ResponseRecord).answers.comment).toBe(comment.toWellFormed().replaceAll('\0', ''));
      }),
    );
  });
});

describe('revisionKey', () => {
  it('joins id and revision', () => {
    expect(revisionKey(record)).toBe('01890a5d-ac96-774b-bcce-b302099a8057.2');
  });
});
