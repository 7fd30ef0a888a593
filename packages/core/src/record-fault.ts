const KINDS = ['nps', 'csat', 'ces', 'feedback', 'form'];
const STATUSES = ['shown', 'partial', 'complete', 'dismissed', 'later'];
const CHANNELS = ['in-app', 'email', 'web-form', 'sms', 'qr', 'interview', 'import', 'other'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
// The years, and below the days, that every engine and database reads alike: there is no year 0, and no 31 February.
const UTC = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
// `recordBody` would alter a control character or a lone surrogate, and a name must arrive as it was written.
const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && NAME.test(value);
const isFinite: Check = (value) => Number.isFinite(value);
const isTime: Check = (value) =>
  typeof value === 'string' && UTC.test(value) && new Date(value).getUTCDate() === Number(value.slice(8, 10));
const isScalar: Check = (value) => isText(value) || isFinite(value) || typeof value === 'boolean';
const isAnswer: Check = (value) => isScalar(value) || (Array.isArray(value) && value.every(isText));
const oneOf = (values: readonly string[]): Check => (value) => values.includes(value as string);
const optional = (check: Check): Check => (value) => value === undefined || check(value);
const recordOf = (check: Check): Check => (value) =>
  isObject(value) &&
  Object.entries(value).every(([key, each]) => isName(key) && key !== '__proto__' && check(each));

const FIELDS: Record<string, Check> = {
  v: (value) => value === 1,
  id: (value) => typeof value === 'string' && UUID.test(value),
  revision: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  survey: isName,
  kind: oneOf(KINDS),
  scale: optional(
    (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) && value[0] < value[1],
  ),
  campaign: optional(isName),
  wording: isName,
  locale: isName,
  status: oneOf(STATUSES),
  answers: recordOf(isAnswer),
  shownAt: isTime,
  answeredAt: optional(isTime),
  channel: oneOf(CHANNELS),
  respondent: optional(
    (value) =>
      isObject(value) &&
      Object.keys(value).every((key) => key === 'id' || key === 'traits') &&
      optional(isName)(value.id) &&
      optional(recordOf(isScalar))(value.traits),
  ),
  page: optional(isText),
  client: isName,
};

/**
 * Finds what keeps a value from being a {@link ResponseRecord}: the name of the first faulty or unknown field,
 * `''` when the value is no object at all, `undefined` when there is no fault.
 * The zod schema of `@askwell/schema` gives the same verdict; this one costs a page far less.
 */
export function recordFault(value: unknown): string | undefined {
  if (!isObject(value)) return '';
  for (const key in FIELDS) if (!FIELDS[key]!(value[key])) return key;
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(FIELDS, key));
  if (unknown !== undefined) return unknown;
  const { answers, scale } = value as { answers: Record<string, unknown>; scale?: [number, number] };
  const score = answers.score;
  if (score === undefined) return undefined;
  const fits = scale ? Number.isSafeInteger(score) && (score as number) >= scale[0] && (score as number) <= scale[1] : false;
  return fits ? undefined : 'answers';
}
