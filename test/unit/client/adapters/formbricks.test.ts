import { formbricks, type FormbricksOptions } from '@askwell/client/adapters/formbricks.js';
import type { ResponseRecord } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anonymous, full, hostile, id, kinds, ofKind } from './records.js';

const options = { environmentId: 'clz1', surveyId: 'cly2' };
const sent = (record: ResponseRecord, more: Partial<FormbricksOptions> = {}) =>
  JSON.parse(formbricks({ ...options, ...more })(record)!.body) as { finished: boolean; data: Record<string, unknown> };

afterEach(() => vi.unstubAllGlobals());

// https://github.com/formbricks/formbricks/blob/main/docs/api-v2-reference/openapi.yml
describe('the adapter for Formbricks', () => {
  it('posts the documented body of a new response', () => {
    const request = formbricks({ ...options, questionIds: { score: 'q1score', comment: 'q2text' } })(full())!;
    expect(request.url).toBe('https://app.formbricks.com/api/v2/client/clz1/responses');
    expect(request.contentType).toBe('application/json');
    expect(JSON.parse(request.body)).toEqual({
      surveyId: 'cly2',
      finished: true,
      language: 'en',
      data: { q1score: 9, q2text: 'Fast.', contact: 'a@example.com' },
      meta: { source: 'in-app', url: 'https://shop.example/cart', action: 'after-checkout' },
    });
  });

  it('says nothing of who answered', () => {
    expect(formbricks(options)(full())!.body).not.toContain('u1');
    expect(JSON.parse(formbricks(options)(anonymous())!.body)).toEqual({
      surveyId: 'cly2', finished: true, language: 'en', data: { score: 9 }, meta: { source: 'in-app' },
    });
  });

  it.each<[Partial<ResponseRecord>, boolean | undefined]>([
    [{ status: 'shown', revision: 0, answers: {} }, undefined],
    [{ status: 'partial' }, undefined],
    [{ status: 'complete' }, true],
    [{ status: 'dismissed' }, false],
    [{ status: 'later' }, false],
    [{ status: 'dismissed', answers: {} }, undefined],
    [{ status: 'later', answers: {} }, undefined],
  ])('makes one response of an answer, when the respondent is done: %j, finished %s', (changes, finished) => {
    const request = formbricks(options)(full(changes));
    expect(request && (JSON.parse(request.body) as { finished: boolean }).finished).toBe(finished);
  });

  it.each(kinds)('takes numbers, texts and lists of $kind, and a tick as text', (changes) => {
    const expected = Object.entries(changes.answers!).map(([step, answer]) => [step, answer === true ? 'true' : answer]);
    expect(sent(ofKind(changes)).data).toEqual(Object.fromEntries(expected));
  });

  it('puts the key of the revision into a hidden field', () => {
    expect(sent(full(), { keyField: 'askwell' }).data.askwell).toBe(`${id}.2`);
  });

  it.each(hostile)('carries %j as it was written', (text) => {
    expect(sent(full({ answers: { comment: text } })).data.comment).toBe(text);
  });

  it('reaches a server of one’s own, whatever is in the id', () => {
    const adapter = formbricks({ ...options, environmentId: '../x?', host: 'https://forms.example' });
    expect(adapter(full())!.url).toBe('https://forms.example/api/v2/client/..%2Fx%3F/responses');
  });

  it('refuses a server without https', () => {
    vi.stubGlobal('document', { baseURI: 'https://shop.example/' });
    expect(() => formbricks({ ...options, host: 'http://forms.example' })).toThrow(expect.objectContaining({ code: 'invalid-endpoint' }));
  });
});
