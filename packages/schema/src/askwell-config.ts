import type { Condition, Duration } from '@askwell/core';
import * as z from 'zod';

import { surveyDefinition } from './survey-definition.js';

const MOST = 100;
const MOST_DEPTH = 8;
const BUILT_IN = ['nps', 'csat', 'ces', 'feedback'];

const DURATION = /^\d{1,6}(\.\d+)?[smhd]$/;
const ID = /^(?!__)[\w.:-]{1,100}$/;
const TEXT = /^(?!__)[^\p{Cc}\p{Cs}]{1,500}$/u;
const PATH = /^(\/|\*\*)[^\s?#]{0,499}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const optional = z.exactOptional;
/** A text of a pattern that TypeScript knows more exactly than zod does. */
const patterned = <Type extends string>(pattern: RegExp, message: string): z.ZodType<Type, Type> =>
  z.string().regex(pattern, message) as unknown as z.ZodType<Type, Type>;

const duration = patterned<Duration>(DURATION, 'Expected a number and s, m, h or d, as 30s or 90d').meta({ id: 'Duration', description: 'A number and its unit: s, m, h or d. A day is 24 hours.' });
const rest = z.union([z.literal('never'), duration]).meta({ id: 'Rest', description: 'A length of time, or never.' });
const id = z.string().regex(ID, 'Expected 1 to 100 letters, digits or any of . _ : -');
const text = z.string().regex(TEXT, 'Expected 1 to 500 characters, none of them a control character, and no __ at the start');
const short = z.string().max(500);
const scalar = z.union([short, z.number(), z.boolean()]);
const flag = optional(z.boolean());
const count = z.number().min(0).refine(Number.isInteger, 'Expected a whole number').meta({ type: 'integer' });
const percent = z.number().min(0).max(100);
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).min(1).max(MOST);
const some = <Shape extends z.ZodType>(shape: Shape) => z.union([shape, list(shape)]);
const filled = <Shape extends z.ZodType>(shape: Shape, what: string) =>
  shape.refine((value) => Object.keys(value as object).length > 0, `Expected at least one ${what}`).meta({ minProperties: 1 });
const time = z
  .string()
  .regex(TIME, 'Expected a moment as 2026-12-01T00:00:00+01:00')
  .refine((value) => Number.isFinite(Date.parse(value)), 'There is no such moment');

/** Values by name. `z.record` drops a key `__proto__` without a word, so it is refused before. */
const record = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((input, context) => {
    if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__')) {
      context.addIssue({ code: 'custom', message: 'This name is not allowed', path: ['__proto__'] });
    }
    return input;
  }, filled(z.record(text, shape), 'name'));

const limits = { gt: optional(z.number()), gte: optional(z.number()), lt: optional(z.number()), lte: optional(z.number()) };
const range = filled(z.strictObject(limits), 'limit').meta({ id: 'Range', description: 'Every limit that is given must hold.' });
const comparison = filled(
  z.strictObject({
    ...limits,
    not: optional(some(scalar)).meta({ description: 'It is not this, or none of these.' }),
    set: flag.meta({ description: 'true: there is a value; false: there is none.' }),
    olderThan: optional(duration).meta({ description: 'A date at least this long ago.' }),
    newerThan: optional(duration).meta({ description: 'A date less long ago than this.' }),
  }),
  'test',
).meta({ id: 'Comparison' });
const where = record(z.union([some(scalar), comparison])).meta({ id: 'Where', description: 'Values by name: all must hold. A list means one of these.' });

const path = z.string().regex(PATH, 'Expected a path that begins with / or **, without query and hash');
const url = z
  .union([
    some(path),
    filled(
      z.strictObject({ path: optional(some(path)), host: optional(some(text)), query: optional(record(z.union([z.literal(true), short]))), hash: optional(text) }),
      'part',
    ),
  ])
  .meta({ id: 'UrlPattern', description: 'A glob of the path (* no slash, ** anything; /app/** is /app too), several, or parts of the address.' });

const trigger = z
  .union([
    z.strictObject({ event: text, where: optional(where) }),
    z.strictObject({ page: z.union([z.literal(true), url]) }),
    z.strictObject({ click: text }),
    z.strictObject({ visible: text, ratio: optional(z.number()) }),
    z.strictObject({ scroll: percent }),
    z.strictObject({ exit: z.literal(true) }),
  ])
  .meta({ id: 'Trigger', description: 'What has to happen. One kind each.' });

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: list(condition) }),
      z.strictObject({ any: list(condition) }),
      z.strictObject({ not: condition }),
      z.strictObject({ url }),
      z.strictObject({ trait: where }),
      z.strictObject({ flag: text, is: optional(scalar) }),
      z.strictObject({ event: text, where: optional(where), count: optional(range), within: optional(z.union([z.literal('session'), duration])) }),
      z.strictObject({ survey: text, was: z.enum(['shown', 'answered', 'dismissed']), within: optional(duration), score: optional(range) }),
      z.strictObject({ device: list(z.enum(['phone', 'tablet', 'desktop'])) }),
      z.strictObject({ lang: list(text) }),
      z.strictObject({ session: filled(z.strictObject({ pages: optional(range), seconds: optional(range), number: optional(range) }), 'test') }),
    ]),
  )
  .meta({ id: 'Condition', description: 'What has to be true. One kind each; all, any and not join them.' });

/** How many conditions stand within one another. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { all, any, not } = value as { all?: unknown; any?: unknown; not?: unknown };
  const below = [all, any].flatMap((children): unknown[] => (Array.isArray(children) ? children : []));
  return 1 + Math.max(0, ...[...below, ...(not === undefined ? [] : [not])].map(depthOf));
}

const campaign = z
  .strictObject({
    id: id.meta({ description: 'Unique in this file.' }),
    survey: id.meta({ description: 'nps, csat, ces, feedback, or a key of surveys.' }),
    enabled: flag,
    on: optional(z.array(trigger).min(1).max(5)).meta({ description: 'Any of these begins it. Without, it opens only where a page or a tab asks for it.' }),
    if: optional(condition).meta({ description: 'Tested at the trigger, and again when the delay ends.' }),
    delay: optional(duration).meta({ description: 'The time between the trigger and the question.' }),
    repeat: optional(z.strictObject({ answered: optional(rest), dismissed: optional(rest), later: optional(rest), ignored: optional(rest), maxShows: optional(count) })).meta({
      description: 'How long it rests after each outcome. Usually: answered never, dismissed 30d, later 7d, ignored 7d, maxShows 3.',
    }),
    sample: optional(z.strictObject({ percent, seed: optional(text), offset: optional(percent) })).meta({ description: 'The share of people who are asked; the same person always has the same luck.' }),
    schedule: optional(z.strictObject({ from: optional(time), until: optional(time) })).meta({ description: 'From the first moment up to and without the last.' }),
    quota: optional(z.strictObject({ responses: count, used: optional(count) })).meta({ description: 'Ends it when there are enough answers; whoever serves the file writes used.' }),
    priority: optional(z.number()).meta({ description: 'The highest goes first.' }),
    budget: optional(z.enum(['respect', 'ignore'])).meta({ description: 'ignore: the pauses that all campaigns share do not hold it back.' }),
    consent: optional(z.array(text).max(MOST)).meta({ description: 'Purposes that the person must have agreed to.' }),
    show: z
      .strictObject({
        as: z.enum(['corner', 'modal', 'sheet', 'banner', 'anchor', 'tab', 'inline']),
        at: optional(z.enum(['start', 'end', 'center', 'top', 'bottom'])),
        anchor: optional(text).meta({ description: 'The CSS selector of what it stands beside, or in.' }),
      })
      .meta({ description: 'Where it stands.' }),
  })
  .meta({ id: 'Campaign' });

/** `z.record` drops a key `__proto__` without a word, so what stands there is looked at before. */
const surveys = z.preprocess((input, context) => {
  const hidden = typeof input === 'object' && input !== null ? Object.getOwnPropertyDescriptor(input, '__proto__') : undefined;
  if (hidden && !surveyDefinition.safeParse(hidden.value).success) {
    context.addIssue({ code: 'custom', message: 'Expected a survey definition', path: ['__proto__'] });
  }
  return input;
}, z.record(z.string(), surveyDefinition));

/**
 * `askwell.json`, as `AskwellConfig` of `@askwell/core` and `guardConfig` of `@askwell/triggers` define it. A page goes
 * on without a campaign that is broken; here it is an issue at its place.
 */
export const askwellConfig = z
  .strictObject({
    $schema: optional(text).meta({ description: 'Where editors find this schema.' }),
    version: z.literal(1),
    surveys: optional(surveys).meta({ description: 'Surveys beyond nps, csat, ces and feedback, by their id.' }),
    budget: optional(z.strictObject({ minGap: optional(duration), max: optional(count), per: optional(duration), afterDismiss: optional(duration) })).meta({
      description: 'What all campaigns together may ask of a person. Recommended: minGap 14d, max 4 per 90d, afterDismiss 30d.',
    }),
    consent: optional(z.array(text).max(MOST)).meta({ description: 'Purposes that the person must have agreed to before anything is kept.' }),
    campaigns: z.array(campaign).max(MOST),
  })
  .superRefine(({ surveys: own = {}, campaigns }, context) => {
    const known = new Set([...BUILT_IN, ...Object.keys(own)]);
    const ids = campaigns.map((each) => each.id);
    for (const [index, each] of campaigns.entries()) {
      const report = (field: string, message: string) => context.addIssue({ code: 'custom', path: ['campaigns', index, field], message });
      if (ids.indexOf(each.id) < index) report('id', 'Another campaign has this id');
      if (depthOf(each.if) > MOST_DEPTH) report('if', `Expected conditions at most ${MOST_DEPTH} deep`);
      if (!known.has(each.survey)) report('survey', `There is no survey "${each.survey}"; there are ${[...known].join(', ')}`);
    }
  });
