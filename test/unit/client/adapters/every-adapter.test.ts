import { form } from '@askwell/client/adapters/form.js';
import { formbricks } from '@askwell/client/adapters/formbricks.js';
import { posthog } from '@askwell/client/adapters/posthog.js';
import { segment } from '@askwell/client/adapters/segment.js';
import { slack } from '@askwell/client/adapters/slack.js';
import type { ResponseRecord } from '@askwell/core';
import { describe, expect, it } from 'vitest';
import { full, kinds, ofKind } from './records.js';

const adapters = {
  form: form(),
  formbricks: formbricks({ environmentId: 'e', surveyId: 's', keyField: 'k' }),
  posthog: posthog({ apiKey: 'k', surveyId: 's', host: 'https://eu.i.posthog.com' }),
  segment: segment({ writeKey: 'k' }),
  slack: slack(),
};

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

describe.each(Object.entries(adapters))('the adapter %s', (_name, adapter) => {
  it('gives the same request for the same record, which it leaves alone', () => {
    const statuses: ResponseRecord['status'][] = ['shown', 'partial', 'complete', 'dismissed', 'later'];
    for (const record of [full(), ...kinds.map(ofKind)]) {
      for (const status of statuses) {
        const given = frozen({ ...record, status });
        expect(adapter(structuredClone(given))).toEqual(adapter(given));
      }
    }
  });

  it('sends no lone surrogate and no NUL, in answers, in names and in lists', () => {
    const bad = 'lone \ud800 and \udfff, NUL \0.';
    const { body } = adapter(full({ survey: bad, page: bad, answers: { comment: bad, tools: [bad] }, respondent: { id: bad } }))!;
    const text = body.startsWith('{') ? body : decodeURIComponent(body.replaceAll('+', ' '));
    expect(text).toContain('lone \ufffd and \ufffd, NUL .');
    expect(text).not.toMatch(/\\ud[89a-f]|\\u0000|\0/i);
    expect(body.isWellFormed()).toBe(true);
  });

  it('is not led astray by a step called __proto__', () => {
    const answers = JSON.parse('{"__proto__":"x","constructor":"y","score":9}') as ResponseRecord['answers'];
    const request = adapter(full({ answers }))!;
    expect(request.body).toContain('__proto__');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('sets no header of its own, which would bring a preflight', () => {
    expect(Object.keys(adapter(full())!).filter((key) => !['url', 'body', 'contentType'].includes(key))).toEqual([]);
  });
});
