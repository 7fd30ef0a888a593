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
/** What an editor says of a key. */
const told = <Shape extends z.ZodType>(shape: Shape, description: string) => shape.meta({ description });
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

const limits = {
  gt: told(optional(z.number()), 'More than this.'),
  gte: told(optional(z.number()), 'This or more.'),
  lt: told(optional(z.number()), 'Less than this.'),
  lte: told(optional(z.number()), 'This or less.'),
};
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
).meta({ id: 'Comparison', description: 'What the value has to be. Everything that is given must hold.' });
const where = record(z.union([some(scalar), comparison])).meta({ id: 'Where', description: 'Values by name: all must hold. A list means one of these.' });

const path = z.string().regex(PATH, 'Expected a path that begins with / or **, without query and hash');
const url = z
  .union([
    some(path),
    filled(
      z.strictObject({
        path: told(optional(some(path)), 'A glob of the path, or several: * is anything but a slash, ** is anything.'),
        host: told(optional(some(text)), 'A glob of the host, or several, as *.example.com; with the port where there is one.'),
        query: told(optional(record(z.union([z.literal(true), short]))), 'Parameters by name: the value that it must have, or true for any.'),
        hash: told(optional(text), 'A glob of what follows the #.'),
      }),
      'part',
    ),
  ])
  .meta({ id: 'UrlPattern', description: 'A glob of the path (* no slash, ** anything; /app/** is /app too), several, or parts of the address.' });

const trigger = z
  .union([
    z.strictObject({
      event: told(text, 'The page tells of this event: kit.track("name").'),
      where: told(optional(where), 'What the properties of the event have to be.'),
    }),
    z.strictObject({ page: told(z.union([z.literal(true), url]), 'A page is shown: true for any, or those that fit.') }),
    z.strictObject({ click: told(text, 'An element that this CSS selector means is clicked.') }),
    z.strictObject({
      visible: told(text, 'An element that this CSS selector means comes into view.'),
      ratio: told(optional(z.number()), 'How much of it has to be in view, from 0 to 1. Usually 0.5.'),
    }),
    z.strictObject({ scroll: told(percent, 'So many percent of the page have been scrolled.') }),
    z.strictObject({ exit: told(z.literal(true), 'A mouse leaves the window at its top edge. Does not happen on touch screens.') }),
  ])
  .meta({ id: 'Trigger', description: 'What has to happen. One kind each.' });

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: told(list(condition), 'All of these hold.') }),
      z.strictObject({ any: told(list(condition), 'At least one of these holds.') }),
      z.strictObject({ not: condition }),
      z.strictObject({ url }),
      z.strictObject({ trait: told(where, 'What the page knows of the person. A trait that it does not know holds the survey back.') }),
      z.strictObject({ flag: told(text, 'A feature flag is on.'), is: told(optional(scalar), 'The flag has this value, as the name of a variant.') }),
      z.strictObject({
        event: told(text, 'An event has happened before.'),
        where: told(optional(where), 'What its properties have to be.'),
        count: told(optional(range), 'How often. Usually once or more.'),
        within: told(optional(z.union([z.literal('session'), duration])), 'In the time before, or in this session.'),
      }),
      z.strictObject({
        survey: told(text, 'A survey of this id; * for any.'),
        was: told(z.enum(['shown', 'answered', 'dismissed']), 'What became of it.'),
        within: told(optional(duration), 'In the time before.'),
        score: told(optional(range), 'What the score of the answer has to be.'),
      }),
      z.strictObject({ device: told(list(z.enum(['phone', 'tablet', 'desktop'])), 'The device is one of these.') }),
      z.strictObject({ lang: told(list(text), 'The language of the page is one of these; de means de-AT too.') }),
      z.strictObject({
        session: told(
          filled(
            z.strictObject({
              pages: told(optional(range), 'Pages seen in this visit.'),
              seconds: told(optional(range), 'Seconds in which the page was in view in this visit.'),
              number: told(optional(range), 'Which visit of this person it is: 1 is the first.'),
            }),
            'test',
          ),
          'What is true of this visit.',
        ),
      }),
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
    enabled: told(flag, 'false: it is off.'),
    on: optional(z.array(trigger).min(1).max(5)).meta({ description: 'Any of these begins it. Without, it opens only where a page or a tab asks for it.' }),
    if: optional(condition).meta({ description: 'Tested at the trigger, and again when the delay ends.' }),
    delay: optional(duration).meta({ description: 'The time between the trigger and the question.' }),
    repeat: optional(
      z.strictObject({
        answered: told(optional(rest), 'After an answer. Usually never again.'),
        dismissed: told(optional(rest), 'After it was closed. Usually 30d.'),
        later: told(optional(rest), 'After "Ask me later". Usually 7d.'),
        ignored: told(optional(rest), 'After it was shown and the person went on. Usually 7d.'),
        maxShows: told(optional(count), 'At most so many times without an answer. Usually 3.'),
      }),
    ).meta({
      description: 'How long it rests after each outcome. Usually: answered never, dismissed 30d, later 7d, ignored 7d, maxShows 3.',
    }),
    sample: optional(
      z.strictObject({
        percent: told(percent, 'How many of a hundred people. Raising it only adds people.'),
        seed: told(optional(text), 'Campaigns with one seed cast one lot. Usually the id of the campaign.'),
        offset: told(optional(percent), 'Where in the hundred the asked begin: 0 and 25, each of 25 percent, ask different people.'),
      }),
    ).meta({ description: 'The share of people who are asked; the same person always has the same luck.' }),
    schedule: optional(z.strictObject({ from: told(optional(time), 'As 2026-12-01T00:00:00+01:00.'), until: told(optional(time), 'As 2026-12-31T00:00:00+01:00.') })).meta({ description: 'From the first moment up to and without the last.' }),
    quota: optional(z.strictObject({ responses: told(count, 'So many answers are enough.'), used: told(optional(count), 'So many there are.') })).meta({ description: 'Ends it when there are enough answers; whoever serves the file writes used.' }),
    priority: optional(z.number()).meta({ description: 'The highest goes first.' }),
    budget: optional(z.enum(['respect', 'ignore'])).meta({ description: 'ignore: the pauses that all campaigns share do not hold it back.' }),
    consent: optional(z.array(text).max(MOST)).meta({ description: 'Purposes that the person must have agreed to.' }),
    show: z
      .strictObject({
        as: told(z.enum(['corner', 'modal', 'sheet', 'banner', 'anchor', 'tab', 'inline']), 'In a corner, over the page, from below, across the page, beside an element, behind a tab at the edge, or within the page.'),
        at: told(optional(z.enum(['start', 'end', 'center', 'top', 'bottom'])), 'At which edge. start is the left where one reads from left to right.'),
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
    $schema: told(optional(text), 'The address of this schema; editors complete and check the file with it.'),
    version: told(z.literal(1), 'Always 1.'),
    surveys: optional(surveys).meta({ description: 'Surveys beyond nps, csat, ces and feedback, by their id.' }),
    budget: optional(
      z.strictObject({
        minGap: told(optional(duration), 'At least so long between two prompts.'),
        max: told(optional(count), 'At most so many prompts...'),
        per: told(optional(duration), '...in so long.'),
        afterDismiss: told(optional(duration), 'No prompt for so long after one was closed.'),
      }),
    ).meta({
      description: 'What all campaigns together may ask of a person. Recommended: minGap 14d, max 4 per 90d, afterDismiss 30d.',
    }),
    consent: optional(z.array(text).max(MOST)).meta({ description: 'Purposes that the person must have agreed to before anything is kept.' }),
    campaigns: told(z.array(campaign).max(MOST), 'Who is asked what, when and where.'),
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
