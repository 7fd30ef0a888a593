import type { AskwellConfig, Campaign } from '@askwell/core';
import { at, faultOf, flag, isObject, NAME, number, unless, type Fault, type Fields, type Shape } from '@askwell/core/shape.js';

/** What is broken, and where. */
export interface ConfigFault {
  /** JSON pointer into the configuration; empty for the whole. */
  path: string;
  /** The campaign that is off for it, by its place in the list; none where the whole configuration is. */
  campaign?: number;
}

/** Surveys that need no definition. */
const BUILT_IN = ['nps', 'csat', 'ces', 'feedback'];
const MOST_DEPTH = 8;

const DURATION = /^\d{1,6}(\.\d{1,6})?[smhd]$/;
const REST = /^(never|\d{1,6}(\.\d{1,6})?[smhd])$/;
const ID = /^(?!(__proto__|constructor|prototype)$)[\w.:-]{1,100}$/;
const CSS = /^[^\p{Cc}\p{Cs}]{1,500}$/u;
const PATH = /^(\/|\*\*)[^\s?#\\\p{Cc}\p{Cs}]{0,499}$/u;
const TAG = /^[A-Za-z]{1,8}(-[A-Za-z\d]{1,8})*$/;
const SHORT = /^[^]{0,1000}$/u;
const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const between =
  (min: number, max: number) =>
  (value: number): Fault =>
    number(value) ?? unless(value >= min && value <= max);
const whole = (value: unknown): Fault => unless(Number.isSafeInteger(value) && (value as number) >= 0);
const only =
  (wanted: unknown) =>
  (value: unknown): Fault =>
    unless(value === wanted);
// Engines disagree about the 31st of February.
const time = (value: string): Fault => faultOf(TIME, value) ?? unless(new Date(value.slice(0, 10)).getUTCDate() === Number(value.slice(8, 10)));
const scalar = (value: unknown): Fault => number(value) && flag(value) && faultOf(SHORT, value);
/** The list or one. */
const some =
  (shape: Shape) =>
  (value: unknown): Fault =>
    Array.isArray(value) ? faultOf(list(shape), value) : faultOf(shape, value);
/** A list that is not empty. */
const list =
  (shape: Shape, most = 100) =>
  (value: unknown[]): Fault =>
    Array.isArray(value) && value.length && value.length <= most ? faultOf([shape], value) : [];
/** An object of these fields, and at least one of them. */
const fields =
  (shape: Fields) =>
  (value: object): Fault =>
    faultOf(shape, value) ?? unless(Object.keys(value).length > 0);
/** An object with names of its own, and at least one. */
const record =
  (shape: Shape, name = NAME) =>
  (value: unknown): Fault => {
    const names = isObject(value) ? Object.keys(value) : [];
    if (!names.length || names.length > 100) return [];
    for (const key of names) {
      const fault = at(key, key !== '__proto__' && name.test(key) ? faultOf(shape, (value as Record<string, unknown>)[key]) : []);
      if (fault) return fault;
    }
    return undefined;
  };

const limits = { gt: number, gte: number, lt: number, lte: number };
const range = fields(limits);
const comparison = fields({ ...limits, not: some(scalar), set: flag, olderThan: DURATION, newerThan: DURATION });
const where = record((value: unknown) => faultOf(isObject(value) ? comparison : some(scalar), value));
const address = fields({
  path: some(PATH),
  host: some(/^[\w*.:-]{1,253}$/),
  query: record((value: unknown) => only(true)(value) && faultOf(/^[^]{0,500}$/u, value)),
  hash: /^[^\p{Cc}\p{Cs}]{0,500}$/u,
});
const url = (value: unknown): Fault => faultOf(isObject(value) ? address : some(PATH), value);

/** The one of several shapes whose first field is there; another kind's field beside it is unknown to that shape. */
const kindOf =
  (...kinds: Fields[]) =>
  (value: unknown): Fault => {
    const kind = kinds.find((fields) => isObject(value) && Object.hasOwn(value, Object.keys(fields)[0]!.replace('!', '')));
    return kind ? faultOf(kind, value) : [];
  };

const trigger = kindOf(
  { 'event!': NAME, where },
  { 'page!': (value: unknown) => only(true)(value) && url(value) },
  { 'click!': CSS },
  { 'visible!': CSS, ratio: between(0, 1) },
  { 'scroll!': between(0, 100) },
  { 'exit!': only(true) },
);

let depth = 0;
/** Conditions within conditions, to a depth that no machine minds. */
function condition(value: unknown): Fault {
  depth++;
  try {
    return depth > MOST_DEPTH ? [] : conditions(value);
  } finally {
    depth--;
  }
}
const conditions = kindOf(
  { 'all!': list(condition) },
  { 'any!': list(condition) },
  { 'not!': condition },
  { 'url!': url },
  { 'trait!': where },
  { 'flag!': NAME, is: (value: unknown) => flag(value) && faultOf(SHORT, value) },
  { 'event!': NAME, where, count: range, within: /^(session|\d{1,6}(\.\d{1,6})?[smhd])$/ },
  { 'survey!': NAME, 'was!': /^(shown|answered|dismissed)$/, within: DURATION, score: range },
  { 'device!': list(/^(phone|tablet|desktop)$/) },
  { 'lang!': list(TAG) },
  { 'session!': fields({ pages: range, seconds: range, number: range }) },
);

const campaignShape: Fields = {
  'id!': ID,
  'survey!': ID,
  enabled: flag,
  on: list(trigger, 5),
  if: condition,
  delay: DURATION,
  repeat: { answered: REST, dismissed: REST, later: REST, ignored: REST, maxShows: (value: unknown) => whole(value) ?? unless(value !== 0) },
  sample: { 'percent!': between(0, 100), seed: NAME, offset: between(0, 100) },
  schedule: { from: time, until: time },
  quota: { 'responses!': whole, used: whole },
  priority: number,
  budget: /^(respect|ignore)$/,
  consent: [NAME],
  'show!': {
    'as!': /^(corner|modal|sheet|banner|anchor|tab|inline)$/,
    at: /^(start|end|center|top|bottom)$/,
    anchor: CSS,
  },
};

const common: Fields = {
  'version!': only(1),
  surveys: (value: unknown) => unless(isObject(value)),
  budget: { minGap: DURATION, max: whole, per: DURATION, afterDismiss: DURATION },
  consent: [NAME],
  'campaigns!': (value: unknown) => unless(Array.isArray(value) && value.length <= 100),
};

const pointer = (fault: readonly (string | number)[]): string =>
  fault.map((key) => `/${`${key}`.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** What the names of a campaign and its survey have to do with the rest of the configuration. */
function relationFault({ id, survey, show }: Campaign, ids: Set<string>, surveys: ReadonlySet<string>): Fault {
  if (ids.has(id)) return ['id'];
  ids.add(id);
  if (!surveys.has(survey)) return ['survey'];
  return show.as === 'anchor' && !show.anchor ? ['show', 'anchor'] : undefined;
}

/** Runs a test over what somebody wrote; a getter that throws is a fault too. */
function attempt(test: () => Fault): Fault {
  try {
    return test();
  } catch {
    return [];
  }
}

/**
 * Separates what of a configuration can be used from what is broken. A broken campaign is left out and the others stay;
 * so are campaigns of a survey that is broken, if `surveyFault` of `@askwell/core` is given to tell. Where what all
 * campaigns share is broken, or the value is no configuration at all, `config` is undefined. Never throws.
 * The zod schema of `@askwell/schema` gives the same verdict.
 */
export function guardConfig(
  value: unknown,
  surveyFault: (definition: unknown) => string | undefined = () => undefined,
): { config: AskwellConfig | undefined; faults: ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const shared = attempt(() => faultOf(common, value));
  if (shared) return { config: undefined, faults: [{ path: pointer(shared) }] };
  const given = value as AskwellConfig;
  const surveys = new Set(BUILT_IN);
  for (const [id, definition] of Object.entries(given.surveys ?? {})) {
    const fault = attempt(() => (ID.test(id) ? surveyFault(definition)?.split('.') : []));
    if (fault) {
      faults.push({ path: pointer(['surveys', id, ...fault]) });
      surveys.delete(id);
    } else surveys.add(id);
  }
  const ids = new Set<string>();
  const campaigns = given.campaigns.filter((campaign, index) => {
    const fault = attempt(() => faultOf(campaignShape, campaign) ?? relationFault(campaign, ids, surveys));
    if (fault) faults.push({ path: pointer(['campaigns', index, ...fault]), campaign: index });
    return !fault;
  });
  return { config: { ...given, campaigns }, faults };
}
