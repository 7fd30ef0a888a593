import { clampHistory, type PromptHistory, type TriggerContext } from '@askwell/triggers';

import { happeningShape } from './happening-shape.js';
import { anything, choice, device, fields, flag, lang, listOf, namesOf, number, one, text, whole } from './shape.js';

/** The last moment that a date can be, in milliseconds since 1970. */
const LAST = 8.64e15;

/** Moments may be written as text. */
const msOf = (moment: unknown): number => (typeof moment === 'string' && /^\d{4}-\d\d/.test(moment) ? Date.parse(moment) : (moment as number));
const moment = one('a moment such as 2026-11-25T12:00:00Z', (value) => Number.isFinite(msOf(value)) && Math.abs(msOf(value)) <= LAST);

const context = fields({
  now: moment,
  url: one('an address such as https://example.com/app', (value) => typeof value === 'string' && URL.canParse(value)),
  happened: happeningShape(),
  asked: flag,
  visitor: text,
  traits: namesOf(anything),
  flags: namesOf(anything),
  consent: namesOf(flag),
  device,
  lang,
  session: fields({ pages: whole(0), seconds: number(0), number: whole(1), startedAt: moment }),
  history: fields({
    shows: listOf(
      fields({ campaign: text, survey: text, at: moment, asked: flag, ending: choice('answered', 'dismissed', 'later', 'ignored'), endedAt: moment, score: number() }, ['survey', 'at']),
    ),
    events: listOf(fields({ event: text, at: moment, props: namesOf(anything) }, ['event', 'at'])),
  }),
  disturbs: listOf(text),
  open: text,
});

type Moments<T> = { [Key in keyof T]: Key extends 'now' | 'at' | 'endedAt' | 'startedAt' ? T[Key] | string : Moments<T[Key]> };
type Given = Moments<Omit<Partial<TriggerContext>, 'history'>> & { history?: Moments<Partial<PromptHistory>> };

/** A context as a file gives it. Its history may be in any order; a page has it in that of time, and nothing of the future. */
export function contextOf(value: unknown): TriggerContext {
  context(value, [], 'The context');
  const { now: at = Date.now(), session, history, ...given } = value as Given;
  const now = msOf(at);
  return {
    ...(given as Partial<TriggerContext>),
    now,
    ...(session && { session: withMoments(session, ['startedAt']) }),
    ...(history && { history: historyOf(history, now) }),
  };
}

function historyOf({ shows = [], events = [] }: Moments<Partial<PromptHistory>>, now: number): PromptHistory {
  const history = clampHistory({ shows: shows.map((show) => withMoments(show, ['at', 'endedAt'])), events: events.map((event) => withMoments(event, ['at'])) }, now);
  const inOrder = <T extends { at: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.at - b.at);
  return { shows: inOrder(history.shows), events: inOrder(history.events) };
}

function withMoments<T>(given: Moments<T>, keys: readonly (keyof T)[]): T {
  return Object.fromEntries(Object.entries(given).map(([key, each]) => [key, keys.includes(key as keyof T) ? msOf(each) : each])) as T;
}
