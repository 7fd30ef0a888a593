import type { AskwellConfig, Campaign, Device } from '@askwell/core';
import { evaluate, parseDuration, sampleBucket, type Ending, type Happening, type PastEvent, type PastShow, type TriggerContext } from '@askwell/triggers';

import { known, N_SECONDS } from './peer-survey.js';
import type { TriggerCase } from './trigger-case.js';

type Loose = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;
const SESSION_MS = 31 * 60_000;
const ORIGIN = 'https://example.com';
const START = Date.parse('2026-11-25T12:00:00Z');

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objectIn = (value: unknown): Loose => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {});
const absolute = (href: unknown): string | undefined => (typeof href === 'string' ? new URL(href, ORIGIN).href : undefined);

const KNOWN = [
  'userId', 'segments', 'displays', 'responses', 'lastAnyDisplayDaysAgo', 'roll', 'rollPasses', 'anotherSurveyRunning', 'language', 'href', 'urlOverride', 'target', 'targetInnerHtml', 'mouseleave', 'scrollY', 'innerHeight', 'scrollHeight',
  'elapsed', 'elapsedTotal', 'elapsedHere', 'samePageRechecked', 'timeline', 'now', 'lastSeenSurveyDate', 'storage', 'seen', 'inProgress', 'seenIteration', 'ua', 'flags', 'flagsLoaded', 'events', 'event', 'properties', 'occurrence',
  'triggeredSecondsAgo', 'visitor', 'survey', 'bucket', 'traits', 'dom',
];

/** One visitor and one campaign, with a clock of their own. */
class Play {
  now: number;
  url: string | undefined;
  shows: PastShow[] = [];
  readonly events: PastEvent[] = [];
  flags: Record<string, string | boolean> | undefined;
  visitor: string | undefined;
  armed: { happened: Happening; at: number } | undefined;
  readonly given: Loose;

  constructor(
    readonly campaign: Campaign,
    readonly config: AskwellConfig,
    { condition, context: given }: TriggerCase,
  ) {
    this.given = given;
    known(given, KNOWN);
    const now = Date.parse(`${given.now}`);
    this.now = Number.isFinite(now) ? now : START;
    this.url = absolute(given.urlOverride ?? ('href' in given ? given.href : (condition.urlContains ?? '/')));
    const cached = /true|false/.exec(`${condition.internal_targeting_flag}`)?.[0];
    const internal = cached ? { 'internal-targeting': cached === 'true' } : {};
    this.flags = given.flagsLoaded === false ? undefined : { ...internal, ...(given.flags as Record<string, string>) };
    this.visitor = visitorOf(campaign, given);
    this.shows = showsOf(campaign, given, this.now);
  }

  context(happened: Happening | undefined): TriggerContext {
    const { given } = this;
    const segments = list(given.segments).map((name) => [`segment:${name}`, true] as const);
    const traits = { true: 'yes', false: 'no', ...Object.fromEntries(segments), ...objectIn(given.traits) };
    const ua = `${given.ua}`;
    const device: Device = /ipad|tablet/i.test(ua) ? 'tablet' : /phone|mobile|android/i.test(ua) ? 'phone' : 'desktop';
    return {
      now: this.now,
      url: this.url,
      happened,
      visitor: this.visitor,
      traits,
      flags: this.flags,
      device,
      lang: typeof given.language === 'string' ? given.language.slice(0, 2) : 'en',
      history: given.storage === 'throws' ? undefined : { shows: this.shows, events: this.events },
      ...(given.anotherSurveyRunning === true && { open: 'another' }),
      // A prompt that a reload has taken away comes back without being asked about how often.
      ...(given.inProgress === true && { asked: true }),
    };
  }

  shown(happened: Happening | undefined): boolean {
    return evaluate(this.campaign, this.context(happened), this.config).show;
  }

  /** As a page does: what happens begins the delay, unless one runs; another page begins it anew. */
  happen(happened: Happening): void {
    if ('event' in happened) this.events.push({ event: happened.event, at: this.now, ...(happened.props && { props: happened.props }) });
    if ('page' in happened && this.armed && 'page' in this.armed.happened) this.armed = undefined;
    const triggered = evaluate(this.campaign, this.context(happened), this.config).rules.find(({ rule }) => rule === 'trigger')!.status === 'pass';
    if (triggered) this.armed ??= { happened, at: this.now };
  }

  /** Whether it shows at the end of what was told; a delay that nobody stops is waited for. */
  end(stop?: number): boolean {
    if (!this.armed) return this.campaign.on ? false : this.shown(undefined);
    const due = this.armed.at + parseDuration(this.campaign.delay ?? '0s');
    if (due > this.now && stop !== undefined) return false;
    this.now = Math.max(this.now, due);
    return this.shown(this.armed.happened);
  }
}

/** Somebody whom the lot of the case falls on, or does not. */
function visitorOf({ id, sample }: Campaign, { visitor, userId, roll, rollPasses }: Loose): string | undefined {
  if (!sample || typeof visitor === 'string') return `${visitor ?? userId ?? 'v'}`;
  const wanted = (bucket: number): boolean => (typeof roll === 'number' ? Math.floor(bucket) === roll : bucket < sample.percent === rollPasses);
  for (let nth = 0; ; nth++) if (wanted(sampleBucket(sample.seed ?? id, `v${nth}`))) return `v${nth}`;
}

/** What was shown and answered before, as the peers keep it: displays and responses apart. */
function showsOf({ id, survey }: Campaign, given: Loose, now: number): PastShow[] {
  const self = (other: unknown): Pick<PastShow, 'campaign' | 'survey'> => (other === undefined || other === 'self' ? { campaign: id, survey } : { campaign: `${other}`, survey: `${other}` });
  const ago = (days: unknown): number => now - Number(days ?? 0) * DAY_MS;
  const shows: PastShow[] = list(given.displays).map((display) => ({ ...self(objectIn(display).survey), at: ago(objectIn(display).daysAgo) }));
  for (const response of list(given.responses)) {
    const { daysAgo, finished = true, survey: of = typeof response === 'string' ? response : 'self' } = objectIn(response);
    // When it was shown is not told: long ago.
    shows.push(finished ? { ...self(of), at: 0, ending: 'answered', endedAt: ago(daysAgo), score: 9 } : { ...self(of), at: ago(daysAgo), score: 9 });
  }
  if (typeof given.lastAnyDisplayDaysAgo === 'number') shows.push({ ...self('another'), at: ago(given.lastAnyDisplayDaysAgo) });
  const seenAt = Date.parse(`${given.lastSeenSurveyDate}`);
  // A moment that is none is dropped where history is read.
  if (Number.isFinite(seenAt)) shows.push({ ...self('another'), at: seenAt });
  const seen: PastShow = { campaign: id, survey, at: ago(1), ending: 'dismissed', endedAt: ago(1) };
  if (given.seen === true) shows.push(seen);
  if (given.seenIteration === 'bare id') shows.push({ ...seen, campaign: id.replace(/\.\d+$/, '') });
  if (typeof given.seenIteration === 'number') shows.push({ ...seen, campaign: id.replace(/\.\d+$/, given.seenIteration ? `.${given.seenIteration}` : '') });
  return shows;
}

/** What happens in a case that tells of a single moment. */
function happeningOf({ condition, context }: TriggerCase, campaign: Campaign): Happening | undefined {
  const { event, properties, mouseleave, scrollY, innerHeight, scrollHeight, target, targetInnerHtml } = context;
  if (typeof event === 'string') return { event, ...(properties !== undefined && { props: objectIn(properties) }) };
  if (mouseleave !== undefined) return Number(objectIn(mouseleave).clientY) <= 0 ? { exit: true } : undefined;
  if (typeof scrollY === 'number') return { scroll: (100 * scrollY) / (Number(scrollHeight) - Number(innerHeight)) };
  const [click] = (campaign.on ?? []).flatMap((trigger) => ('click' in trigger ? trigger.click : []));
  if (target !== undefined || targetInnerHtml !== undefined) return { click: click !== undefined && `${target}`.includes(click) ? click : ':other' };
  if (condition.event !== undefined || condition.events !== undefined) {
    const named = [...(Array.isArray(condition.events) ? condition.events : []), ...(condition.event === undefined ? [] : [condition.event])];
    const happened = Array.isArray(context.events) ? context.events.find((each) => named.includes(each)) : named[0];
    return happened === undefined ? undefined : { event: `${happened}` };
  }
  return { page: true };
}

/** Whether the campaign shows at the end of a case. */
export function play(one: TriggerCase, campaign: Campaign, config: AskwellConfig): boolean {
  const { context } = one;
  const stage = new Play(campaign, config, one);
  const { timeline, triggeredSecondsAgo, elapsedHere, occurrence } = context;
  if (Array.isArray(timeline)) return playTimeline(stage, timeline.map((step) => `${step}`));
  const happened = happeningOf(one, campaign);
  if (typeof occurrence === 'number') {
    const [first] = campaign.on ?? [];
    const event = first && 'event' in first ? first.event : 'page_view';
    for (let nth = 0; nth < occurrence; nth++) stage.events.push({ event, at: stage.now });
  }
  if (elapsedHere !== undefined) {
    stage.now -= 1000 * (Number(triggeredSecondsAgo ?? 0) + Number(elapsedHere));
    if (happened) stage.happen(happened);
    stage.now += 1000 * (Number(triggeredSecondsAgo ?? 0) + Number(elapsedHere));
    return stage.end(stage.now);
  }
  if (happened) stage.happen(happened);
  else if (campaign.on) return false;
  const { elapsed } = context;
  if (elapsed !== undefined) {
    stage.now += 1000 * elapsedSeconds(elapsed);
    return stage.end(stage.now);
  }
  return stage.end();
}

/** `N`, `N/2`, `N-1`, `<N`, or a number of seconds. */
function elapsedSeconds(elapsed: unknown): number {
  if (typeof elapsed === 'number') return elapsed;
  const [, less, divisor, minus] = /^(<)?\s*N(?:\s*\/\s*(\d+))?(?:\s*-\s*(\d+))?$/.exec(`${elapsed}`) ?? [];
  return N_SECONDS / Number(divisor ?? 1) - Number(minus ?? (less ? 1 : 0));
}

function playTimeline(stage: Play, steps: readonly string[]): boolean {
  const start = stage.now;
  let last: number | undefined;
  const end = (ending: Ending): void => {
    stage.shows = stage.shows.map((show, index) => (index === stage.shows.length - 1 ? { ...show, ending, endedAt: stage.now } : show));
  };
  const { id, survey, on = [] } = stage.campaign;
  if (on.some((trigger) => 'page' in trigger) && !steps[0]?.startsWith('/')) stage.happen({ page: true });
  for (const step of steps) {
    const [what, at] = step.split('@') as [string, string | undefined];
    if (at === undefined) stage.now += 1000;
    else stage.now = start + 1000 * Number.parseFloat(at);
    last = what === '' ? stage.now : undefined;
    const [, name, property, value] = /^(\w+)\{(\w+):(\w+)\}$/.exec(what) ?? [];
    const [, flag, is] = /^(\w+)=(true|false)$/.exec(what) ?? [];
    const dwell = /^N(?:\/(\d))?$/.exec(what);
    if (what === 'shown') {
      stage.shows = [...stage.shows, { campaign: id, survey, at: stage.now }];
      stage.armed = undefined;
    } else if (what === 'dismissed' || what === 'answered') end(what);
    else if (what === 'eligible') stage.flags = { ...stage.flags, ...Object.fromEntries(flagsIn(stage.campaign).map((key) => [key, true])) };
    else if (flag) stage.flags = { ...stage.flags, [flag]: is === 'true' };
    else if (dwell) {
      stage.now += (1000 * N_SECONDS) / Number(dwell[1] ?? 1);
      last = stage.now;
    } else if (what.startsWith('/')) {
      stage.url = absolute(what);
      stage.happen({ page: true });
    } else if (what === 'logout') {
      // What another visitor has begun does not go on.
      Object.assign(stage, { armed: undefined, shows: [], visitor: 'nobody' });
    } else if (what === 'session rotates' || what === 'new session') stage.now += SESSION_MS;
    else if (what === 'reload') {
      // An event is taken up again for half an hour; the page itself happens anew.
      if (stage.armed && stage.now - stage.armed.at > SESSION_MS - 60_000) stage.armed = undefined;
      if (on.some((trigger) => 'page' in trigger)) stage.happen({ page: true });
    } else if (name) stage.happen({ event: name, props: { [property!]: value } });
    else if (!['', 'navigate', 're-evaluated'].includes(what)) stage.happen({ event: what });
  }
  return stage.end(last);
}

/** The flags that a campaign asks for. */
function flagsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'flag' && typeof each === 'string' ? [each] : flagsIn(each)));
}
