import { recordFault } from '@askwell/core';
import { responseRecord } from '@askwell/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const key = name.filter((text) => text !== '__proto__');
const hex = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const id = fc
  .tuple(hex(8), hex(4), fc.constantFrom('4', '7', '8'), hex(3), fc.constantFrom('8', '9', 'a', 'b'), hex(3), hex(12))
  .map(([a, b, version, c, variant, d, e]) => `${a}-${b}-${version}${c}-${variant}${d}-${e}`);
const time = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const scalar = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const answer = fc.oneof(scalar, fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }));
const scaleAndScore = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 10 }), fc.nat(10))
  .map(([min, width, step]) => ({ scale: [min, min + width], score: min + (step % (width + 1)) }));

/** A valid record, as JSON carries it. */
const validRecord = fc
  .record(
    {
      v: fc.constant(1),
      id,
      revision: fc.maxSafeNat(),
      survey: name,
      kind: fc.constantFrom('nps', 'csat', 'ces', 'feedback', 'form'),
      wording: name,
      locale: name,
      status: fc.constantFrom('shown', 'partial', 'complete', 'dismissed', 'later'),
      shownAt: time,
      channel: fc.constantFrom('in-app', 'email', 'web-form', 'sms', 'qr', 'interview', 'import', 'other'),
      client: name,
      answers: fc.dictionary(key.filter((text) => text !== 'score'), answer, { maxKeys: 3 }),
      asked: fc.option(scaleAndScore),
      withScore: fc.boolean(),
      campaign: name,
      answeredAt: time,
      respondent: fc.record({ id: name, traits: fc.dictionary(key, scalar, { maxKeys: 3 }) }, { requiredKeys: [] }),
      page: fc.webUrl(),
    },
    {
      requiredKeys: [
        'v', 'id', 'revision', 'survey', 'kind', 'wording', 'locale', 'status', 'shownAt', 'channel', 'client', 'answers', 'asked', 'withScore',
      ],
    },
  )
  .map(({ asked, withScore, ...record }) => ({
    ...record,
    ...(asked && { scale: asked.scale }),
    answers: asked && withScore ? { ...record.answers, score: asked.score } : record.answers,
  }));

/** What people and programs get wrong, near misses first. */
const badValue = fc.oneof(
  fc.constantFrom<unknown>(
    null, '', ' ', 0, 1, 2, -1, 0.5, 11, 1e21, true, [], {}, [0, 10], [10, 0], [0, 0], [0], [0, 10, 20], ['0', '10'], 'NPS', 'x'.repeat(200),
    'x'.repeat(201), '😀'.repeat(200), 'a\0b', 'line\nbreak', '\ud800', '2017-05-01', '2017-05-01T00:00:00Z', '2017-05-01T00:00Z', '2017-05-01T00:00:00',
    '2017-05-01T00:00:00+02:00', '2017-02-29T00:00:00Z', '2016-02-29T00:00:00Z', '2017-04-31T00:00:00.000Z', '2017-13-01T00:00:00Z',
    '2017-05-01T24:00:00Z', '2017-05-01T23:59:60Z', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1900-02-29T00:00:00Z', '2000-02-29T00:00:00Z',
    '2017-05-01T00:00:00.123456789Z', '2017-05-01T00:00:00.1234567891Z', '00000000-0000-0000-0000-000000000000', '01890A5D-AC96-774B-BCCE-B302099A8057',
    '01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-974b-bcce-b302099a8057', { id: 'u1' }, { id: '' }, { traits: { a: [] } }, { traits: [] },
    { name: 'x' }, { score: 5 }, { score: '5' }, { score: null }, { score: 5.5 }, { '': 'x' }, { ['k\0']: 1 }, { ['x'.repeat(201)]: 1 }, [['a']], { a: {} },
    JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": {"score": 3}}'), { id: 'u1', traits: JSON.parse('{"__proto__": true}') }, { constructor: 'x' },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const FIELDS = [
  'v', 'id', 'revision', 'survey', 'kind', 'scale', 'campaign', 'wording', 'locale', 'status', 'answers', 'shownAt', 'answeredAt', 'channel', 'respondent',
  'page', 'client', 'extra', '__proto__', 'constructor', 'toString',
];

type Loose = Record<string, unknown>;
const withOwn = (record: Loose, field: string, value: unknown): Loose =>
  Object.defineProperty({ ...record }, field, { value, enumerable: true, configurable: true, writable: true });

const brokenRecord = fc
  .tuple(
    validRecord,
    fc.array(fc.tuple(fc.constantFrom('set', 'drop', 'answer', 'trait'), fc.constantFrom(...FIELDS), badValue), { minLength: 1, maxLength: 2 }),
  )
  .map(([record, changes]) =>
    changes.reduce<Loose>((changed, [how, field, value]) => {
      if (how === 'drop') return Object.fromEntries(Object.entries(changed).filter(([each]) => each !== field));
      if (how === 'answer') return withOwn(changed, 'answers', withOwn(Object(changed.answers), field === 'v' ? 'score' : field, value));
      if (how === 'trait') return withOwn(changed, 'respondent', { traits: withOwn({}, field, value) });
      return withOwn(changed, field, value);
    }, record),
  );

const verdicts = (value: unknown) => ({ guard: recordFault(value) === undefined, schema: responseRecord.safeParse(value).success });

describe('the guard of core and the schema', () => {
  it('both accept every valid record', () => {
    fc.assert(
      fc.property(validRecord, (record) => {
        expect(verdicts(record)).toEqual({ guard: true, schema: true });
      }),
      { numRuns: 2000 },
    );
  });

  it('give the same verdict on records that were broken', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenRecord, (record) => {
        const { guard, schema } = verdicts(record);
        if (!guard) refused += 1;
        expect(schema).toBe(guard);
      }),
      { numRuns: 6000 },
    );
    expect(refused).toBeGreaterThan(2000);
  });

  it('give the same verdict on any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { guard, schema } = verdicts(value);
        expect(schema).toBe(guard);
      }),
      { numRuns: 1000 },
    );
  });

  it('name the same field first, or one that the schema names too', () => {
    fc.assert(
      fc.property(brokenRecord, (record) => {
        const fault = recordFault(record);
        if (fault === undefined) return;
        const issues = responseRecord.safeParse(record).error?.issues ?? [];
        const fields = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && !issue.path.length ? issue.keys : [issue.path[0]]));
        expect(fields).toContain(fault);
      }),
      { numRuns: 2000 },
    );
  });
});
