import fc from 'fast-check';

type Loose = Record<string, unknown>;

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.dictionary(fc.constantFrom('en', 'de', 'pt-BR', 'zh-Hant-TW', 'x-own'), fc.string({ minLength: 1, maxLength: 8 }), { minKeys: 1, maxKeys: 2 }),
);
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((each) => !/[\p{Cc}\p{Cs}]/u.test(each));
const href = fc.oneof(fc.webUrl(), fc.constantFrom('/review', '#top', 'mailto:a@b.example', 'tel:+1'));
const some = <Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) => fc.record(fields, { requiredKeys: [] });
const labels = (count: number) => fc.array(text, { minLength: count, maxLength: count });

const thanks = some({ text, link: fc.record({ href, text }) });
const band = some({ followUp: text, thanks });
const survey = { survey: name, wording: name, question: text, submit: text, thanks };
const rating = { ...survey, anchorStart: text, anchorEnd: text, followUp: text, autosubmit: fc.boolean() };

const nps = some({ ...rating, product: name, bands: some({ promoter: band, passive: band, detractor: band }) }).map((rest) => ({ kind: 'nps', ...rest }));
const csat = fc.constantFrom(undefined, 'stars', 'faces', 'numbers', 'thumbs').chain((look) =>
  some({ ...rating, thing: name, labels: labels(look === 'thumbs' ? 2 : 5), bands: some({ satisfied: band, neutral: band, dissatisfied: band }) }).map(
    (rest) => ({ kind: 'csat', ...(look && { look }), ...rest }),
  ),
);
const ces = some({
  ...rating,
  company: name,
  variant: fc.constantFrom('agreement', 'difficulty'),
  bands: some({ agree: band, neutral: band, disagree: band }),
}).map((rest) => ({ kind: 'ces', ...rest }));
const feedback = some({
  ...survey,
  reasons: fc.shuffledSubarray(['problem', 'idea', 'praise', 'other']),
  contact: fc.boolean(),
  page: fc.boolean(),
}).map((rest) => ({ kind: 'feedback', ...rest }));

const value = fc.oneof(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 10 }));
const tests = fc
  .record(
    { is: fc.oneof(value, fc.boolean(), fc.array(value, { minLength: 1, maxLength: 3 })), atLeast: fc.integer(), atMost: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { requiredKeys: ['atLeast'] },
  )
  .chain((all) => fc.subarray(Object.keys(all), { minLength: 1 }).map((keys) => Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)))));

const scales = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 10 })).map(([min, width]) => [min, min + width]);
const ratingStep = fc.oneof(scales, fc.constant([0, 10]), fc.constant([1, 5])).chain((scale) => {
  const points = scale[1] - scale[0] + 1;
  return some({
    look: fc.constantFrom('stars', 'numbers', ...(points === 5 ? ['faces'] : [])),
    anchorStart: text,
    anchorEnd: text,
    labels: labels(points),
  }).map((rest): Loose => ({ type: 'rating', scale, ...rest }));
});
const choiceStep = fc
  .uniqueArray(fc.record({ id: name, label: text }), { minLength: 1, maxLength: 4, selector: ({ id }) => id })
  .chain((options) => some({ multiple: fc.boolean() }).map((rest): Loose => ({ type: 'choice', options, ...rest })));
const ownStep = fc.oneof(ratingStep, choiceStep, fc.constant<Loose>({ type: 'text' }), fc.constant<Loose>({ type: 'contact' }));
const anyStep = fc
  .tuple(
    ownStep,
    fc.record({ question: text, hint: text, section: text, required: fc.boolean() }, { requiredKeys: ['question'] }),
    fc.array(fc.record({ if: tests, to: fc.nat(9), band: fc.constantFrom('promoter', 'passive', 'detractor') }, { requiredKeys: ['to'] }), { maxLength: 2 }),
  )
  .map(([own, rest, branches]): { own: Loose; branches: typeof branches } => ({ own: { ...own, ...rest }, branches }));

/** Branches lead to the end, or as many steps on as the form allows; bands are asked of scales that have them. */
const form = fc
  .tuple(some(survey), fc.array(anyStep, { minLength: 1, maxLength: 5 }), fc.uniqueArray(name.filter((id) => !['end', 'score', 'constructor', 'prototype', '__proto__'].includes(id)), { minLength: 5, maxLength: 5 }))
  .map(([rest, steps, ids]) => ({
    kind: 'form',
    ...rest,
    steps: steps.map(({ own, branches }, index) => ({
      ...own,
      id: ids[index],
      ...(branches.length && {
        next: branches.map(({ if: test, to, band: npsBand }) => {
          const all = { ...test, ...(npsBand && `${own.scale as string}` === '0,10' && { band: npsBand }) };
          return { ...(Object.keys(all).length && { if: all }), to: index + 1 + to < steps.length ? ids[index + 1 + to] : 'end' };
        }),
      }),
    })),
  }));

/** A valid survey definition, as JSON carries it. */
export const validDefinition: fc.Arbitrary<Loose> = fc.oneof(nps, csat, ces, feedback, { arbitrary: form, weight: 4 });

/** What people and programs get wrong, near misses first. */
const badValue = fc.oneof(
  fc.constantFrom<unknown>(
    null, '', ' ', 0, 1, -1, 0.5, 11, true, false, [], {}, [0, 10], [10, 0], [0, 11], [1, 5], [1, 1], ['0', '10'], 'nps', 'csat', 'form', 'NPS', 'rating', 'choice', 'text',
    'end', 'score', 'constructor', '__proto__', 'prototype', 'toString', 'x'.repeat(200), 'x'.repeat(201), 'x'.repeat(10_000), 'x'.repeat(10_001), '😀'.repeat(10_000), '😀'.repeat(10_001), 'a\0b',
    '\ud800', 'faces', 'thumbs', 'stars', 'promoter', 'satisfied', 'idea', ['idea'], ['idea', 'idea'], { en: 'x' }, { en: '' }, { en_US: 'x' }, { toolongatag: 'x' }, { promoter: {} },
    { satisfied: {} }, { to: 'end' }, [{ to: 'end' }], [{ to: 'x' }], [{ if: {}, to: 'end' }], [{ if: { band: 'passive' }, to: 'end' }], [{ if: { is: [] }, to: 'end' }],
    [{ if: { is: [true] }, to: 'end' }], ['a', 'b'], ['a', 'b', 'c', 'd', 'e'], [{ id: 'a', label: 'A' }], [{ id: 'a', label: 'A' }, { id: 'a', label: 'B' }], 'javascript:x',
    'java\tscript:x', '//a.example', '/a', 'https://a.example', 'a:b', { href: 'data:,x', text: 'x' }, { href: '/', text: 'x' }, { text: 'x', link: {} },
    JSON.parse('{"__proto__": "x"}'), JSON.parse('{"__proto__": {"en": "x"}, "en": "x"}'), ['nps'],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const FIELDS = [
  'kind', 'survey', 'wording', 'question', 'submit', 'thanks', 'text', 'link', 'href', 'anchorStart', 'followUp', 'bands', 'promoter', 'neutral', 'autosubmit', 'product', 'look',
  'labels', 'variant', 'reasons', 'contact', 'page', 'steps', 'id', 'type', 'section', 'hint', 'required', 'next', 'scale', 'options', 'label', 'multiple', 'if', 'to', 'is', 'atLeast',
  'atMost', 'band', 'en', 'extra', '__proto__', 'constructor', 'toString',
];

interface Change {
  how: 'replace' | 'drop' | 'add' | 'repeat';
  where: number;
  field: string;
  value: unknown;
}

/** Every place in a value: what holds it, and under which key. */
function places(value: unknown, found: [holder: Loose, key: string][] = []): [holder: Loose, key: string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Loose, key]);
    places((value as Loose)[key], found);
  }
  return found;
}

function change(definition: Loose, { how, where, field, value }: Change): Loose {
  const copy = structuredClone(definition);
  const all = places(copy);
  const [holder, key] = all[where % all.length] ?? [copy, field];
  const set = (target: Loose, name: string): unknown => Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  if (how === 'replace') set(holder, key);
  else if (how === 'drop') delete holder[key];
  else if (Array.isArray(holder)) holder.push(how === 'repeat' ? structuredClone(holder[Number(key)]) : value);
  else set(holder, field);
  // A dropped entry leaves a gap, which JSON would write as null.
  return JSON.parse(JSON.stringify(copy)) as Loose;
}

/** A definition with one to three things wrong in it, or changed to something that is right as well. */
export const brokenDefinition: fc.Arbitrary<Loose> = fc
  .tuple(
    validDefinition,
    fc.array(
      fc.record<Change>({
        how: fc.constantFrom('replace', 'drop', 'add', 'repeat'),
        where: fc.nat(10_000),
        field: fc.constantFrom(...FIELDS),
        value: badValue,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([definition, changes]) => changes.reduce(change, definition));
