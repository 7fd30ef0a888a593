import fc from 'fast-check';

type Loose = Record<string, unknown>;

const some = <Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) => fc.record(fields, { requiredKeys: [] });
const filled = <Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) => some(fields).filter((value) => Object.keys(value).length > 0);
const one = fc.constantFrom;

const duration = one('0s', '30s', '1.5h', '90d', '999999d');
const rest = fc.oneof(duration, fc.constant('never'));
const text = one('plan', 'event name', '[data-x=y]', 'größe', '*.example.com');
const scalar = fc.oneof(one('', 'pro', 'a\nb'), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const list = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 });
const someOf = <T>(each: fc.Arbitrary<T>) => fc.oneof(each, list(each));
const number = fc.integer({ min: -3, max: 30 });
const limits = { gt: number, gte: number, lt: number, lte: number };
const range = filled(limits);
const comparison = filled({ ...limits, not: someOf(scalar), set: fc.boolean(), olderThan: duration, newerThan: duration });
const where = fc.dictionary(one('plan', 'role', 'seats', 'toString'), fc.oneof(someOf(scalar), comparison), { minKeys: 1, maxKeys: 3 });
const path = one('/', '/app/**', '**', '/pricing', '/*/edit');
const url = fc.oneof(someOf(path), filled({ path: someOf(path), host: someOf(text), query: fc.dictionary(one('q', 'ref'), one(true, 'x', ''), { minKeys: 1 }), hash: text }));
const trigger = fc.oneof(
  fc.record({ event: text, where }, { requiredKeys: ['event'] }),
  fc.record({ page: fc.oneof(fc.constant(true), url) }),
  fc.record({ click: text }),
  fc.record({ visible: text, ratio: fc.double({ min: 0, max: 1, noNaN: true }) }, { requiredKeys: ['visible'] }),
  fc.record({ scroll: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ exit: fc.constant(true) }),
);
const { condition } = fc.letrec<{ condition: Loose }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ url }),
    fc.record({ trait: where }),
    fc.record({ flag: text, is: scalar }, { requiredKeys: ['flag'] }),
    fc.record({ event: text, where, count: range, within: fc.oneof(duration, fc.constant('session')) }, { requiredKeys: ['event'] }),
    fc.record({ survey: one('*', 'nps'), was: one('shown', 'answered', 'dismissed'), within: duration, score: range }, { requiredKeys: ['survey', 'was'] }),
    fc.record({ device: list(one('phone', 'tablet', 'desktop')) }),
    fc.record({ lang: list(one('de', 'en-GB')) }),
    fc.record({ session: filled({ pages: range, seconds: range, number: range }) }),
    fc.record({ all: list(tie('condition')) }),
    fc.record({ any: list(tie('condition')) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const time = one('2026-12-01T00:00:00+01:00', '2026-12-01T00:00Z', '2020-02-29T12:00:00.123Z');
const campaign = fc.record(
  {
    id: one('a', 'b', 'c.d', 'nps-q4', 'x_1'),
    survey: one('nps', 'csat', 'ces', 'feedback', 'own'),
    enabled: fc.boolean(),
    on: fc.array(trigger, { minLength: 1, maxLength: 5 }),
    if: condition,
    delay: duration,
    repeat: some({ answered: rest, dismissed: rest, later: rest, ignored: rest, maxShows: fc.nat(5) }),
    sample: fc.record({ percent: fc.integer({ min: 0, max: 100 }), seed: text, offset: fc.integer({ min: 0, max: 100 }) }, { requiredKeys: ['percent'] }),
    schedule: some({ from: time, until: time }),
    quota: fc.record({ responses: fc.nat(9), used: fc.nat(9) }, { requiredKeys: ['responses'] }),
    priority: number,
    budget: one('respect', 'ignore'),
    consent: fc.array(text, { maxLength: 2 }),
    show: fc.record({ as: one('corner', 'modal', 'sheet', 'banner', 'anchor', 'tab', 'inline'), at: one('start', 'end', 'center', 'top', 'bottom'), anchor: text }, { requiredKeys: ['as'] }),
  },
  { requiredKeys: ['id', 'survey', 'show'] },
);

/** Sound configurations of all kinds. */
export const validConfig = fc.record(
  {
    $schema: fc.constant('./askwell.schema.json'),
    version: fc.constant(1),
    surveys: fc.constant({ own: { kind: 'nps', question: { en: 'How likely?' } } }),
    budget: some({ minGap: duration, max: fc.nat(5), per: duration, afterDismiss: duration }),
    consent: fc.array(text, { maxLength: 2 }),
    campaigns: fc.uniqueArray(campaign, { maxLength: 3, selector: ({ id }) => id }),
  },
  { requiredKeys: ['version', 'surveys', 'campaigns'] },
);

/** Every place in a value, as the way down to it. */
function waysIn(value: unknown, above: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [above];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [above, ...entries.flatMap(([key, each]) => waysIn(each, [...above, key]))];
}

const JUNK = [null, 0, -1, 1.5, 101, '', 'session', 'never', '5 days', '5w', '/x?y', '__proto__', true, false, [], {}, [null], { x: 1 }, { not: {} }, { url: '/', flag: 'x' }, 'x'.repeat(501), '\u0000'];
const KEYS = ['x', 'all', 'not', 'url', 'flag', 'where', 'id', 'toString', 'set'];

/** Configurations in which one thing was replaced, added or taken away; some are sound all the same. */
export const brokenConfig = fc.tuple(validConfig, fc.nat(), one('replace', 'add', 'remove', 'deepen', 'proto'), fc.nat(JUNK.length - 1), one(...KEYS)).map(([config, place, how, junk, key]) => {
  const copy = JSON.parse(JSON.stringify(config)) as Loose;
  const ways = waysIn(copy).filter((way) => way.length > 0);
  const way = ways[place % ways.length]!;
  let holder = copy as Record<string | number, unknown>;
  for (const step of way.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = way.at(-1)!;
  const target = holder[last];
  if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  } else if (how === 'add' && typeof target === 'object' && target !== null && !Array.isArray(target)) (target as Loose)[key] = JUNK[junk];
  else if (how === 'proto') holder[last] = JSON.parse('{"__proto__": "x"}');
  else if (how === 'deepen') holder[last] = { not: { not: { not: { not: { any: [{ not: { all: [{ not: target }] } }] } } } } };
  else holder[last] = JUNK[junk];
  return copy;
});
