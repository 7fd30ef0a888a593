import { responseRecord, responseRecordJsonSchema } from '@askwell/schema';
import { describe, expect, it } from 'vitest';

const record = {
  v: 1,
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  revision: 2,
  survey: 'q4',
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'de',
  status: 'complete',
  answers: { score: 9, comment: 'Grüße 👋', reason: ['speed', 'price'], contact: true },
  shownAt: '2027-01-31T12:00:00.000Z',
  channel: 'in-app',
  client: 'askwell/0.1.0',
};

describe('responseRecord', () => {
  it('returns a valid record unchanged', () => {
    expect(responseRecord.parse(record)).toEqual(record);
  });

  it.each([
    ['a score outside the scale', { ...record, answers: { score: 11 } }, 'answers.score', 'Expected a whole number from 0 to 10'],
    ['a score without a scale', { ...record, scale: undefined, answers: { score: 1 } }, 'scale', undefined],
    ['an unknown key', { ...record, email: 'a@b.c' }, '', 'Unrecognized key: "email"'],
    ['a date that the calendar lacks', { ...record, shownAt: '2027-02-29T00:00:00Z' }, 'shownAt', undefined],
  ])('says where %s is', (_name, value, path, message) => {
    const issue = responseRecord.safeParse(value).error!.issues[0]!;
    expect(issue.path.join('.')).toBe(path);
    if (message) expect(issue.message).toBe(message);
  });

  it('refuses a key __proto__ among the answers instead of dropping it', () => {
    const answers: unknown = JSON.parse('{"__proto__": "x"}');
    expect(responseRecord.safeParse({ ...record, answers }).error?.issues[0]?.path).toEqual(['answers', '__proto__']);
  });
});

describe('responseRecordJsonSchema', () => {
  it('closes every object and requires what every record has', () => {
    expect(responseRecordJsonSchema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['v', 'id', 'revision', 'survey', 'kind', 'wording', 'locale', 'status', 'answers', 'shownAt', 'channel', 'client'],
      properties: { respondent: { additionalProperties: false } },
    });
  });

  it('has patterns that compile with the flag that JSON Schema asks for', () => {
    const patterns = JSON.stringify(responseRecordJsonSchema).match(/"pattern":"(?:[^"\\]|\\.)*"/g)!;
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) expect(() => new RegExp((JSON.parse(`{${pattern}}`) as { pattern: string }).pattern, 'u')).not.toThrow();
  });
});
