import type { AskwellConfig, Campaign } from '@askwell/core';
import { at, faultOf, flag, isObject, number, unless, type Fault, type Fields, type Shape } from '@askwell/core/shape.js';

/** What is broken, and where. */
export interface ConfigFault {
  /** The way down to it, as in `['campaigns', 3, 'if', 'any', 0]`; empty for the whole. */
  path: (string | number)[];
  /** The id of the campaign that is off for it, where it has one. */
  campaign?: string | undefined;
}

/** Surveys that need no definition. */
const BUILT_IN = 'nps csat ces feedback';
const MOST = 100;
const MOST_DEPTH = 8;
const MOST_TRIGGERS = 5;

const DURATION = /^\d{1,6}(\.\d+)?[smhd]$/;
const REST = /^(never|\d{1,6}(\.\d+)?[smhd])$/;
const WITHIN = /^(session|\d{1,6}(\.\d+)?[smhd])$/;
const ID = /^(?!__)[\w.:-]{1,100}$/;
/** No name may lead to a prototype. */
const TEXT = /^(?!__)[^\p{Cc}\p{Cs}]{1,500}$/u;
const SHORT = /^[^]{0,500}$/u;
const PATH = /^(\/|\*\*)[^\s?#]{0,499}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const time = (value: string): Fault => faultOf(TIME, value) ?? number(Date.parse(value));
const percent = (value: number): Fault => number(value) ?? unless(value >= 0 && value <= 100);
const count = (value: number): Fault => unless(Number.isInteger(value) && value >= 0);
const yes = (value: unknown): Fault => unless(value === true);
const scalar = (value: unknown): Fault => number(value) && flag(value) && faultOf(SHORT, value);

/** A list or an object that is not empty. */
const filled =
  (shape: Shape) =>
  (value: object): Fault =>
    faultOf(shape, value) ?? unless(!!Object.keys(value).length);
/** One, or a list. */
const some =
  (shape: Shape) =>
  (value: unknown): Fault =>
    faultOf(Array.isArray(value) ? filled([shape]) : shape, value);
/** An object with names of its own. */
const record = (shape: Shape) =>
  filled((value: Record<string, unknown>) => {
    let fault = unless(isObject(value));
    for (const name in value) fault ??= at(name, faultOf(TEXT, name) ?? faultOf(shape, value[name]));
    return fault;
  });
/** The one of several shapes whose first field is there: that of another is a field too many. */
const kindOf =
  (...kinds: Fields[]) =>
  (value: object): Fault =>
    faultOf(kinds.find((kind) => isObject(value) && Object.hasOwn(value, Object.keys(kind)[0]!)) ?? (() => []), value);

const limits = { gt: number, gte: number, lt: number, lte: number };
const range = filled(limits);
const comparison = filled({ ...limits, not: some(scalar), set: flag, olderThan: DURATION, newerThan: DURATION });
const where = record((value: unknown) => faultOf(isObject(value) ? comparison : some(scalar), value));
const address = filled({ path: some(PATH), host: some(TEXT), query: record((value: unknown) => yes(value) && faultOf(SHORT, value)), hash: TEXT });
const url = (value: unknown): Fault => faultOf(isObject(value) ? address : some(PATH), value);

const trigger = kindOf(
  { event: TEXT, where },
  { page: (value: unknown) => yes(value) && url(value) },
  { click: TEXT },
  { visible: TEXT, ratio: number },
  { scroll: percent },
  { exit: yes },
);

let depth = 0;
/** Conditions within conditions, to a depth that no machine minds. */
function condition(value: unknown): Fault {
  depth++;
  const fault = depth > MOST_DEPTH ? [] : anyCondition(value as object);
  depth--;
  return fault;
}
const anyCondition = kindOf(
  { all: filled([condition]) },
  { any: filled([condition]) },
  { not: condition },
  { url },
  { trait: where },
  { flag: TEXT, is: scalar },
  { event: TEXT, where, count: range, within: WITHIN },
  { survey: TEXT, 'was!': /^(shown|answered|dismissed)$/, within: DURATION, score: range },
  { device: filled([/^(phone|tablet|desktop)$/]) },
  { lang: filled([TEXT]) },
  { session: filled({ pages: range, seconds: range, number: range }) },
);

const campaignShape: Fields = {
  'id!': ID,
  'survey!': ID,
  enabled: flag,
  on: (value: unknown[]) => filled([trigger])(value) ?? unless(value.length <= MOST_TRIGGERS),
  if: condition,
  delay: DURATION,
  repeat: { answered: REST, dismissed: REST, later: REST, ignored: REST, maxShows: count },
  sample: { 'percent!': percent, seed: TEXT, offset: percent },
  schedule: { from: time, until: time },
  quota: { 'responses!': count, used: count },
  priority: number,
  budget: /^(respect|ignore)$/,
  consent: [TEXT],
  'show!': { 'as!': /^(corner|modal|sheet|banner|anchor|tab|inline)$/, at: /^(start|end|center|top|bottom)$/, anchor: TEXT },
};

const configShape: Fields = {
  $schema: TEXT,
  'version!': (value: unknown) => unless(value === 1),
  surveys: (value: unknown) => unless(isObject(value)),
  budget: { minGap: DURATION, max: count, per: DURATION, afterDismiss: DURATION },
  consent: [TEXT],
  'campaigns!': (value: unknown) => unless(Array.isArray(value) && value.length <= MOST),
};

/**
 * Separates what of a configuration can be used from what is broken. A broken campaign is left out and the others stay;
 * so are campaigns of a survey that is broken, if `surveyFault` of `@askwell/core` is given to tell. Where what all
 * campaigns share is broken, or the value is no configuration at all, `config` is undefined. Never throws.
 * The zod schema of `@askwell/schema` gives the same verdict.
 *
 * @param value what `JSON.parse` gave
 */
export function guardConfig(
  value: unknown,
  surveyFault: (definition: unknown) => string | undefined = () => undefined,
): { config: AskwellConfig | undefined; faults: ConfigFault[] } {
  const shared = faultOf(configShape, value);
  if (shared) return { config: undefined, faults: [{ path: shared }] };
  const { surveys = {}, campaigns } = value as AskwellConfig;
  const faults: ConfigFault[] = [];
  const ids = new Set<string>();
  const known = new Set(BUILT_IN.split(' '));
  for (const id of Object.keys(surveys)) {
    const fault = surveyFault(surveys[id])?.split('.');
    if (fault) faults.push({ path: ['surveys', id, ...fault] });
    known[fault ? 'delete' : 'add'](id);
  }
  const nameFault = ({ id, survey }: Campaign): Fault => (ids.has(id) ? ['id'] : (ids.add(id), known.has(survey) ? undefined : ['survey']));
  const sound = campaigns.filter((campaign, index) => {
    const fault = faultOf(campaignShape, campaign) ?? nameFault(campaign);
    if (fault) faults.push({ path: ['campaigns', index, ...fault], campaign: campaign?.id });
    return !fault;
  });
  return { config: { ...(value as AskwellConfig), campaigns: sound }, faults };
}
