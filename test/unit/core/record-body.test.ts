import { recordBody, revisionKey, type ResponseRecord } from '@askwell/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { record } from './record.js';

describe('recordBody', () => {
  it('gives the same text for the same record, and reads back as that record', () => {
    expect(recordBody(structuredClone(record))).toBe(recordBody(record));
    expect(JSON.parse(recordBody(record))).toEqual(record);
    expect(Object.keys(JSON.parse(recordBody(record)) as object)).toEqual(Object.keys(record));
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
