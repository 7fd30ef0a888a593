import { recordFault } from '@askwell/core';
import { describe, expect, it } from 'vitest';

import { record } from './record.js';

describe('recordFault', () => {
  it.each([
    ['a complete answer', record],
    ['an impression without scale and score', { ...record, scale: undefined, revision: 0, status: 'shown', answers: {} }],
    ['every optional field', {
      ...record,
      campaign: 'after-ticket',
      answeredAt: '2027-01-31T12:00:09Z',
      respondent: { id: 'u1', traits: { role: 'admin', seats: 3, beta: false } },
      page: 'https://a.example/tickets',
    }],
    ['a step id in any script', { ...record, answers: { score: 0, 'Schritt für 步骤': 'x' } }],
    ['a name of 200 emoji', { ...record, survey: '😀'.repeat(200) }],
    ['the leap day', { ...record, shownAt: '2028-02-29T23:59:59.999Z' }],
    ['a comment with a line break', { ...record, answers: { comment: 'a\nb' } }],
  ])('finds none in %s', (_name, value) => {
    expect(recordFault(value)).toBeUndefined();
  });

  it.each([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['an array', [record], ''],
    ['text', 'record', ''],
    ['another version', { ...record, v: 2 }, 'v'],
    ['an id in upper case', { ...record, id: record.id.toUpperCase() }, 'id'],
    ['a negative revision', { ...record, revision: -1 }, 'revision'],
    ['half a revision', { ...record, revision: 0.5 }, 'revision'],
    ['an empty survey', { ...record, survey: '' }, 'survey'],
    ['a survey of 201 characters', { ...record, survey: 'x'.repeat(201) }, 'survey'],
    ['a NUL in a name', { ...record, survey: 'a\0' }, 'survey'],
    ['a lone surrogate in a name', { ...record, wording: '\ud800' }, 'wording'],
    ['an unknown kind', { ...record, kind: 'NPS' }, 'kind'],
    ['a scale upside down', { ...record, scale: [10, 0] }, 'scale'],
    ['a scale of three', { ...record, scale: [0, 5, 10] }, 'scale'],
    ['an unknown status', { ...record, status: 'done' }, 'status'],
    ['a nested answer', { ...record, answers: { a: { b: 1 } } }, 'answers'],
    ['an answer that is not a number', { ...record, answers: { a: Number.NaN } }, 'answers'],
    ['a step without a name', { ...record, answers: { '': 1 } }, 'answers'],
    ['a step called __proto__', { ...record, answers: JSON.parse('{"__proto__":1}') as unknown }, 'answers'],
    ['a score outside its scale', { ...record, answers: { score: 11 } }, 'answers'],
    ['a score in text', { ...record, answers: { score: '9' } }, 'answers'],
    ['a score without a scale', { ...record, scale: undefined }, 'answers'],
    ['a local time', { ...record, shownAt: '2027-01-31T12:00:00' }, 'shownAt'],
    ['a time with an offset', { ...record, shownAt: '2027-01-31T12:00:00+01:00' }, 'shownAt'],
    ['30 February', { ...record, shownAt: '2027-02-30T12:00:00Z' }, 'shownAt'],
    ['the year 0', { ...record, shownAt: '0000-01-01T00:00:00Z' }, 'shownAt'],
    ['an unknown field of the respondent', { ...record, respondent: { email: 'a@b.c' } }, 'respondent'],
    ['an unknown field', { ...record, extra: 1 }, 'extra'],
    ['a field named like a method of every object', { ...record, toString: 'x' }, 'toString'],
  ])('names the field for %s', (_name, value, field) => {
    expect(recordFault(value)).toBe(field);
  });
});
