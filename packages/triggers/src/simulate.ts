import type { AskwellConfig, Campaign } from '@askwell/core';

import { arbitrate } from './arbitrate.js';
import { evaluate } from './evaluate.js';
import type { Explain, RuleId } from './explain.js';
import { parseDuration } from './parse-duration.js';
import type { Person, Reaction, Visit } from './person.js';
import { isTriggered } from './test-trigger.js';
import type { Ending, Happening, PastEvent, PastShow, TriggerContext } from './trigger-context.js';

export type { Person, Reaction, Visit } from './person.js';

/** What happens on one day. */
export interface Occasion {
  /** From 1. */
  day: number;
  /** ISO 8601. */
  at: string;
  campaign: string;
  shown: boolean;
  /** What the person did with it. */
  ending?: Ending;
  /** What stood in the way of one that was triggered. */
  reason?: RuleId;
  until?: string | undefined;
  explain: Explain;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 1000;
const MOST_VISITS = 10_000;
const PAGE_SECONDS = 60;
const REACTION_MS = 5000;
const ENDINGS: Record<Reaction, Ending> = { answer: 'answered', dismiss: 'dismissed', later: 'later', ignore: 'ignored' };
const MOMENTARY: readonly string[] = ['moment', 'turn'];

interface Moment {
  at: number;
  happened: Happening;
  url: string;
}

/**
 * Lets a person visit for some days, and says what they see: every prompt, and every one that was triggered and did not
 * show, with the reason. Pure; the same input gives the same calendar.
 *
 * @param start the beginning of day 1, milliseconds since 1970
 * @throws RangeError for more than 1,000 days or 10,000 visits
 */
export function simulate(config: AskwellConfig, person: Person, days: number, start: number): Occasion[] {
  const visits = visitsOf(person.visits, days);
  const shows: PastShow[] = [];
  const events: PastEvent[] = [];
  const occasions: Occasion[] = [];
  for (const [index, visit] of visits.entries()) playVisit({ config, person, start, shows, events, occasions }, visit, index + 1);
  return occasions;
}

function visitsOf(visits: readonly Visit[], days: number): Visit[] {
  if (!(days >= 1 && days <= MOST_DAYS)) throw new RangeError(`Expected 1 to ${MOST_DAYS} days, not ${days}.`);
  const all: Visit[] = [];
  for (const visit of visits) {
    for (let { day } = visit; day <= days; day += visit.every!) {
      if (all.push({ ...visit, day }) > MOST_VISITS) throw new RangeError(`Expected at most ${MOST_VISITS} visits.`);
      if (!(visit.every! > 0)) break;
    }
  }
  return all.sort((a, b) => a.day - b.day || (a.hour ?? 9) - (b.hour ?? 9));
}

interface Stage {
  config: AskwellConfig;
  person: Person;
  start: number;
  shows: PastShow[];
  events: PastEvent[];
  occasions: Occasion[];
}

/** One visit is one session. A prompt that waits when it ends is lost with it. */
function playVisit({ config, person, start, shows, events, occasions }: Stage, visit: Visit, number: number): void {
  const { day, hour = 9, pages = ['/'], seconds = PAGE_SECONDS } = visit;
  const began = start + (day - 1) * DAY_MS + hour * 3_600_000;
  const addresses = pages.map((page) => new URL(page, 'https://example.com').href);
  const moments: Moment[] = addresses.map((url, index) => ({ at: began + index * seconds * 1000, happened: { page: true }, url }));
  for (const { after = 5, ...happened } of visit.events ?? []) {
    const page = Math.min(Math.floor(after / seconds), addresses.length - 1);
    moments.push({ at: began + after * 1000, happened, url: addresses[page] ?? '' });
  }
  moments.sort((a, b) => a.at - b.at);
  const over = Math.max(began + pages.length * seconds * 1000, ...moments.map(({ at }) => at + 1));
  const armed = new Map<string, { happened: Happening; dueAt: number }>();
  const told = new Set<string>();
  let url = addresses[0] ?? '';
  let seen = 0;
  let busyUntil = -Infinity;

  const context = (now: number, happened?: Happening): TriggerContext => ({
    now,
    url,
    happened,
    visitor: person.id ?? 'visitor',
    traits: person.traits ?? {},
    flags: person.flags ?? {},
    consent: person.consent,
    device: person.device ?? 'desktop',
    lang: person.lang ?? 'en',
    session: { pages: seen, seconds: (now - began) / 1000, number, startedAt: began },
    history: { shows, events },
    open: now < busyUntil ? (shows.at(-1)?.campaign ?? '') : undefined,
  });
  const tell = (campaign: Campaign, now: number, explain: Explain, more: Pick<Occasion, 'shown'> & Partial<Occasion>): void => {
    occasions.push({ day, at: new Date(now).toISOString(), campaign: campaign.id, explain, ...more });
  };
  const refuse = (campaign: Campaign, now: number, explain: Explain): void => {
    const key = `${campaign.id} ${explain.reason}`;
    if (told.has(key)) return;
    told.add(key);
    tell(campaign, now, explain, { shown: false, reason: explain.reason as RuleId, until: explain.until });
  };

  /** What is due is tested again, and one of it shows. Answers when to look next. */
  const look = (now: number): number => {
    const ready: { campaign: Campaign; explain: Explain }[] = [];
    for (const [id, { happened, dueAt }] of armed) {
      if (dueAt > now) continue;
      const campaign = config.campaigns.find((each) => each.id === id)!;
      const explain = evaluate(campaign, context(now, happened), config);
      if (explain.show) ready.push({ campaign, explain });
      else if (!MOMENTARY.includes(explain.reason)) {
        armed.delete(id);
        refuse(campaign, now, explain);
      }
    }
    const campaign = arbitrate(ready.map((each) => each.campaign));
    if (campaign) {
      const { reaction = 'ignore', score } = person;
      const ending = ENDINGS[typeof reaction === 'string' ? reaction : (reaction[campaign.id] ?? 'ignore')];
      const endedAt = now + REACTION_MS;
      // Of one that was ignored nothing is heard any more.
      const end = ending === 'ignored' ? {} : { ending, endedAt, ...(ending === 'answered' && { score: score ?? 9 }) };
      shows.push({ campaign: campaign.id, survey: campaign.survey, at: now, ...end });
      tell(campaign, now, ready.find((each) => each.campaign === campaign)!.explain, { shown: true, ending });
      armed.delete(campaign.id);
      busyUntil = ending === 'ignored' ? over : endedAt;
    }
    const dues = [...armed.values()].map(({ dueAt }) => Math.max(dueAt, busyUntil)).filter((at) => at > now);
    return Math.min(Infinity, ...dues);
  };

  let next = Infinity;
  for (let step = moments.shift(); ; step = moments.shift()) {
    while (next < (step?.at ?? over)) next = look(next);
    if (!step) break;
    const { at: now, happened } = step;
    if ('page' in happened) {
      ({ url } = step);
      seen++;
      for (const [id, each] of armed) if ('page' in each.happened) armed.delete(id);
    } else if ('event' in happened) events.push({ ...happened, at: now });
    for (const campaign of config.campaigns) {
      if (armed.has(campaign.id) || !isTriggered(campaign, context(now, happened))) continue;
      const explain = evaluate(campaign, context(now, happened), config);
      if (explain.rules.every(({ rule, status }) => status === 'pass' || MOMENTARY.includes(rule))) {
        armed.set(campaign.id, { happened, dueAt: now + (campaign.delay ? parseDuration(campaign.delay) : 0) });
      } else refuse(campaign, now, explain);
    }
    next = look(now);
  }
}
