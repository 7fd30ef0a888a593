import { form, type FormOptions } from '@askwell/client/adapters/form.js';
import type { ResponseRecord } from '@askwell/core';
import { describe, expect, it } from 'vitest';
import { anonymous, full, hostile, id, kinds, ofKind } from './records.js';

const sent = (record: ResponseRecord, options?: FormOptions) => [...new URLSearchParams(form(options)(record)!.body)];

// https://url.spec.whatwg.org/#application/x-www-form-urlencoded
describe('the adapter for plain forms', () => {
  it('posts every field under its own name', () => {
    const request = form()(full())!;
    expect(request.contentType).toBe('application/x-www-form-urlencoded');
    expect(request).not.toHaveProperty('url');
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      id, revision: '2', survey: 'q4', kind: 'nps', 'scale.min': '0', 'scale.max': '10', campaign: 'after-checkout', wording: 'nps@1',
      locale: 'en', status: 'complete', shownAt: '2026-11-23T10:00:00.000Z', answeredAt: '2026-11-23T10:00:12.000Z',
      channel: 'in-app', page: 'https://shop.example/cart', client: 'askwell/0.1.0', 'respondent.id': 'u1',
      score: '9', comment: 'Fast.', contact: 'a@example.com',
    });
  });

  it('posts only what the form has names for', () => {
    const fields = { score: 'entry.1', comment: 'entry.2', id: 'entry.3', 'respondent.id': 'entry.4', nothing: 'entry.5' };
    expect(sent(anonymous({ answers: { score: 9, comment: 'a', constructor: 'b' } }), { fields })).toEqual([
      ['entry.3', id], ['entry.1', '9'], ['entry.2', 'a'],
    ]);
  });

  it('encodes as a form does', () => {
    expect(form({ fields: { comment: 'your comment' } })(full({ answers: { comment: 'a b&c=d+é\n' } }))!.body).toBe(
      'your+comment=a+b%26c%3Dd%2B%C3%A9%0A',
    );
  });

  it('leaves out who answered where nobody is known', () => {
    expect(form()(anonymous())!.body).not.toMatch(/respondent|page|campaign|answeredAt|undefined/);
  });

  it('repeats the name for several choices, and keeps a step apart from a field of the record', () => {
    expect(sent(full({ kind: 'form', answers: { tools: ['crm', 'mail'], status: 'new', page: true } })).slice(-4)).toEqual([
      ['tools', 'crm'], ['tools', 'mail'], ['answers.status', 'new'], ['answers.page', 'true'],
    ]);
    expect(sent(anonymous({ answers: { page: true } })).at(-1)).toEqual(['answers.page', 'true']);
  });

  it.each<[Partial<ResponseRecord>, string | undefined]>([
    [{ status: 'shown', revision: 0, answers: {} }, undefined],
    [{ status: 'partial' }, 'partial'],
    [{ status: 'complete' }, 'complete'],
    [{ status: 'dismissed' }, 'dismissed'],
    [{ status: 'later' }, 'later'],
    [{ status: 'dismissed', answers: {} }, undefined],
    [{ status: 'later', answers: {} }, undefined],
  ])('posts what has an answer: %j, %s', (changes, status) => {
    const request = form()(full(changes));
    expect(request && new URLSearchParams(request.body).get('status')).toBe(status);
  });

  it.each(kinds)('posts the answers of $kind', (changes) => {
    const body = new URLSearchParams(form()(ofKind(changes))!.body);
    for (const [step, answer] of Object.entries(changes.answers!)) {
      expect(body.getAll(step === 'page' ? 'answers.page' : step)).toEqual([answer].flat().map(String));
    }
    expect(body.get('scale.min')).toBe(changes.scale ? String(changes.scale[0]) : null);
  });

  it.each(hostile)('carries %j as it was written, and as one field', (text) => {
    expect(sent(full({ answers: { comment: text } }), { fields: { comment: 'c' } })).toEqual([['c', text]]);
  });
});
