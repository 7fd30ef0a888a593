import type { Campaign, Condition } from '@askwell/core';
import { arbitrate, evaluate, isTriggered, type TriggerContext } from '@askwell/triggers';
import { describe, expect, it } from 'vitest';

import { ago, campaign, context, DAY, examples, explain, iso, NOW, past, ruleOf, show, statusOf } from './setting.js';


describe('evaluate()', () => {
  it('shows where nothing stands in the way, and names every rule in its order', () => {
    const { show: shows, reason, at, status, rules } = explain({});
    expect({ shows, reason, at, status }).toEqual({ shows: true, reason: 'ok', at: '2026-11-25T12:00:00.000Z', status: undefined });
    expect(rules.map(({ rule }) => rule)).toEqual(['enabled', 'schedule', 'quota', 'consent', 'trigger', 'if', 'sample', 'repeat', 'budget', 'moment', 'turn']);
  });

  it('asks every rule, also after one that failed, and gives the first as the reason', () => {
    const { reason, status, until, rules } = explain({ enabled: false, quota: { responses: 3, used: 3 }, if: { trait: { plan: 'pro' } } }, { disturbs: ['typing'] });
    expect({ reason, status, until }).toEqual({ reason: 'enabled', status: 'fail', until: undefined });
    expect(rules.filter((rule) => rule.status !== 'pass').map(({ rule }) => rule)).toEqual(['enabled', 'quota', 'if', 'moment']);
  });

  it('says when it may show only where time alone stands in the way: at the latest of the moments', () => {
    const shows = past(show({ at: ago(2), ending: 'dismissed' }));
    const common = { budget: { minGap: '14d' as const } };
    expect(explain({}, shows, common).until).toBe(iso(ago(2) + 30 * DAY));
    expect(explain({ if: { device: ['phone'] } }, shows, common).until).toBeUndefined();
  });
});

describe('schedule and quota', () => {
  const schedule = { from: '2026-11-25T13:00:00+01:00', until: '2026-11-26T00:00:00Z' };
  it.each([
    ['before it begins', NOW - 1, 'fail', '2026-11-25T12:00:00.000Z'],
    ['at its first moment', NOW, 'pass', undefined],
    ['just before its end', Date.parse('2026-11-25T23:59:59.999Z'), 'pass', undefined],
    ['at its end', Date.parse('2026-11-26T00:00:00Z'), 'fail', undefined],
  ])('%s: %#', (_name, now, status, until) => {
    const rule = ruleOf(explain({ schedule }, { now }), 'schedule');
    expect([rule.status, rule.until]).toEqual([status, until]);
  });

  it('ends with the last answer that it asks for', () => {
    expect(statusOf({ quota: { responses: 300, used: 299 } }, {}, 'quota')).toBe('pass');
    expect(statusOf({ quota: { responses: 300, used: 300 } }, {}, 'quota')).toBe('fail');
    expect(statusOf({ quota: { responses: 300 } }, {}, 'quota')).toBe('pass');
    expect(statusOf({ quota: { responses: 0 } }, {}, 'quota')).toBe('fail');
  });
});

describe('consent', () => {
  it.each([
    [{ functional: true, research: true }, 'pass'],
    [{ functional: true }, 'unknown'],
    [{ functional: true, research: false }, 'fail'],
    [{ research: false }, 'fail'],
    [{ toString: true }, 'unknown'],
  ])('%j is %s where functional and research are needed', (consent, status) => {
    expect(statusOf({ consent: ['research'] }, { consent }, 'consent', { consent: ['functional'] })).toBe(status);
  });

  it('of a campaign is not asked for where the person asks for it', () => {
    expect(statusOf({ consent: ['research'] }, { consent: {}, asked: true }, 'consent')).toBe('pass');
    expect(statusOf({}, { consent: {}, asked: true }, 'consent', { consent: ['functional'] })).toBe('unknown');
  });
});

describe('triggers', () => {
  const on: Campaign['on'] = [
    { event: 'done', where: { channel: ['chat', 'email'], replies: { gte: 1 } } },
    { page: '/app/**' },
    { click: '.buy' },
    { visible: '#x', ratio: 0.5 },
    { scroll: 60 },
    { exit: true },
  ];
  it.each<[TriggerContext['happened'], string]>([
    [{ event: 'done', props: { channel: 'chat', replies: 1 } }, 'pass'],
    [{ event: 'done', props: { channel: 'phone', replies: 1 } }, 'fail'],
    [{ event: 'done', props: { channel: 'chat' } }, 'unknown'],
    [{ event: 'other' }, 'fail'],
    [{ page: true }, 'pass'],
    [{ click: '.buy' }, 'pass'],
    [{ click: '.sell' }, 'fail'],
    [{ visible: '#x', ratio: 0.5 }, 'pass'],
    [{ visible: '#x', ratio: 0.4 }, 'fail'],
    [{ visible: '#x' }, 'pass'],
    [{ visible: '#y' }, 'fail'],
    [{ scroll: 60 }, 'pass'],
    [{ scroll: 59 }, 'fail'],
    [{ exit: true }, 'pass'],
    [undefined, 'fail'],
  ])('%j: %s', (happened, status) => {
    expect(statusOf({ on }, { happened }, 'trigger')).toBe(status);
  });

  it('by what has come into view ask for half of it, unless they say another part', () => {
    const half: Campaign['on'] = [{ visible: '#x' }];
    expect(statusOf({ on: half }, { happened: { visible: '#x', ratio: 0.1 } }, 'trigger')).toBe('fail');
    expect(statusOf({ on: half }, { happened: { visible: '#x', ratio: 0.5 } }, 'trigger')).toBe('pass');
  });

  it('on a page ask for its address, and wait where that is not known', () => {
    const page = (url: string | undefined): string => statusOf({ on: [{ page: '/app/**' }] }, { url }, 'trigger');
    expect([page('https://example.com/app'), page('https://example.com/apps'), page(undefined)]).toEqual(['pass', 'fail', 'unknown']);
  });

  it('tell which of them happened, each with the way to it', () => {
    const on = [{ event: 'done' }, { page: '/elsewhere' }, { page: true as const }];
    const rule = ruleOf(explain({ on }), 'trigger');
    expect(rule).toMatchObject({ status: 'pass', path: '/on', actual: { page: true }, expected: on });
    expect(rule.children?.map(({ path, status }) => `${path} ${status}`)).toEqual(['/on/0 fail', '/on/1 fail', '/on/2 pass']);
    expect(isTriggered(campaign({ on }), context())).toBe(true);
    expect(isTriggered(campaign({ on: on.slice(0, 2) }), context())).toBe(false);
  });

  it('that are not there never happen, but for whoever asks', () => {
    const { on: _none, ...manual } = campaign();
    expect(ruleOf(evaluate(manual, context()), 'trigger').status).toBe('fail');
    expect(ruleOf(evaluate(manual, context({ asked: true })), 'trigger').status).toBe('pass');
  });
});

describe('conditions', () => {
  const test = (condition: Condition, at: Partial<TriggerContext> = {}): string => statusOf({ if: condition }, at, 'if');
  const traits = { plan: 'pro', seats: 12, since: '2026-10-01T00:00:00Z', born: NOW - 5 * DAY, admin: true, none: null };

  it.each<[Condition, string]>([
    [{ trait: { plan: 'pro' } }, 'pass'],
    [{ trait: { plan: 'free' } }, 'fail'],
    [{ trait: { plan: ['free', 'pro'] } }, 'pass'],
    [{ trait: { seats: '12' } }, 'fail'],
    [{ trait: { admin: true } }, 'pass'],
    [{ trait: { role: 'x' } }, 'unknown'],
    [{ trait: { toString: 'x' } }, 'unknown'],
    [{ trait: { none: 'x' } }, 'unknown'],
    [{ trait: { role: { not: 'x' } } }, 'unknown'],
    [{ trait: { plan: { not: 'free' } } }, 'pass'],
    [{ trait: { plan: { not: ['free', 'pro'] } } }, 'fail'],
    [{ trait: { role: { set: false } } }, 'pass'],
    [{ trait: { role: { set: true } } }, 'fail'],
    [{ trait: { none: { set: true } } }, 'fail'],
    [{ trait: { plan: { set: true } } }, 'pass'],
    [{ trait: { seats: { gt: 12 } } }, 'fail'],
    [{ trait: { seats: { gte: 12, lt: 13 } } }, 'pass'],
    [{ trait: { seats: { lte: 11 } } }, 'fail'],
    [{ trait: { plan: { gt: 1 } } }, 'fail'],
    [{ trait: { since: { olderThan: '55d' } } }, 'pass'],
    [{ trait: { since: { olderThan: '56d' } } }, 'fail'],
    [{ trait: { since: { newerThan: '56d' } } }, 'pass'],
    [{ trait: { since: { newerThan: '55d' } } }, 'fail'],
    [{ trait: { born: { olderThan: '5d' } } }, 'pass'],
    [{ trait: { born: { newerThan: '5d' } } }, 'fail'],
    [{ trait: { plan: { olderThan: '1d' } } }, 'fail'],
    [{ trait: { plan: 'pro', role: 'x' } }, 'unknown'],
    [{ trait: { plan: 'free', role: 'x' } }, 'fail'],
    [{ flag: 'new' }, 'pass'],
    [{ flag: 'off' }, 'fail'],
    [{ flag: 'variant', is: 'b' }, 'pass'],
    [{ flag: 'variant', is: 'a' }, 'fail'],
    [{ flag: 'off', is: false }, 'pass'],
    [{ flag: 'missing' }, 'unknown'],
    [{ flag: 'constructor' }, 'unknown'],
    [{ device: ['phone', 'desktop'] }, 'pass'],
    [{ device: ['phone'] }, 'fail'],
    [{ lang: ['de', 'en'] }, 'pass'],
    [{ lang: ['en-gb'] }, 'pass'],
    [{ lang: ['en-US'] }, 'fail'],
    [{ lang: ['e'] }, 'fail'],
    [{ url: '/app/**' }, 'pass'],
    [{ url: { query: { utm: true } } }, 'pass'],
    [{ session: { pages: { gte: 1 }, number: { lt: 2 } } }, 'pass'],
    [{ session: { seconds: { gte: 11 } } }, 'fail'],
    [{ not: { trait: { role: 'x' } } }, 'unknown'],
    [{ not: { trait: { plan: 'free' } } }, 'pass'],
    [{ not: { trait: { plan: 'pro' } } }, 'fail'],
    [{ all: [{ trait: { role: 'x' } }, { device: ['phone'] }] }, 'fail'],
    [{ all: [{ trait: { role: 'x' } }, { device: ['desktop'] }] }, 'unknown'],
    [{ any: [{ trait: { role: 'x' } }, { device: ['desktop'] }] }, 'pass'],
    [{ any: [{ trait: { role: 'x' } }, { device: ['phone'] }] }, 'unknown'],
    [{ any: [{ flag: 'off' }, { device: ['phone'] }] }, 'fail'],
  ])('%j: %s', (condition, status) => {
    expect(test(condition, { traits, flags: { new: true, off: false, variant: 'b' } })).toBe(status);
  });

  it.each<Condition>([{ device: ['phone'] }, { lang: ['en'] }, { url: '/' }, { flag: 'x' }, { event: 'x' }, { survey: '*', was: 'shown' }, { session: { pages: { gt: 0 } } }, { trait: { x: 1 } }])(
    'what is not given is unknown, and so is its opposite: %j',
    (condition) => {
      const nothing = { url: undefined, device: undefined, lang: undefined, flags: undefined, history: undefined, session: undefined, traits: undefined };
      expect([test(condition, nothing), test({ not: condition }, nothing)]).toEqual(['unknown', 'unknown']);
    },
  );

  it('count events in a time, and in the session', () => {
    const history = { shows: [], events: [{ event: 'export', at: ago(30) }, { event: 'export', at: ago(1), props: { format: 'csv' } }, { event: 'export', at: NOW - 30_000 }] };
    const count = (more: object): string => test({ event: 'export', ...more }, { history });
    expect(count({ count: { gte: 3 } })).toBe('pass');
    expect(count({ count: { gte: 3 }, within: '30d' })).toBe('pass');
    expect(count({ count: { gte: 3 }, within: '29d' })).toBe('fail');
    expect(count({ count: { lte: 1 }, within: 'session' })).toBe('pass');
    expect(count({ count: { gte: 2 }, within: 'session' })).toBe('fail');
    expect(count({ where: { format: 'csv' } })).toBe('pass');
    expect(count({ where: { format: 'csv' }, within: '12h' })).toBe('fail');
    expect(test({ event: 'import', count: { lt: 1 } }, { history })).toBe('pass');
    expect(test({ event: 'export', within: 'session' }, { history, session: {} })).toBe('unknown');
    // The event that begins a session is part of it.
    expect(test({ event: 'export', within: 'session' }, { history, session: { startedAt: NOW - 30_000 } })).toBe('pass');
  });

  it('ask what became of surveys', () => {
    const history = { shows: [show({ survey: 'csat', at: ago(40), ending: 'answered' as const, endedAt: ago(30), score: 2 }), show({ at: ago(3), ending: 'dismissed' as const })], events: [] };
    const ask = (more: object): string => test({ survey: '*', was: 'shown', ...more }, { history });
    expect(ask({ within: '3d' })).toBe('pass');
    expect(ask({ survey: 'csat', within: '30d' })).toBe('fail');
    expect(ask({ survey: 'csat' })).toBe('pass');
    expect(ask({ survey: 'ces' })).toBe('fail');
    expect(ask({ was: 'answered', within: '30d' })).toBe('pass');
    expect(ask({ was: 'answered', within: '29d' })).toBe('fail');
    expect(ask({ was: 'answered', score: { lte: 2 } })).toBe('pass');
    expect(ask({ was: 'answered', score: { gt: 2 } })).toBe('fail');
    expect(ask({ was: 'dismissed', survey: 'csat' })).toBe('fail');
  });

  it('say when they may turn out otherwise', () => {
    const history = { shows: [show({ at: ago(3), ending: 'answered' as const })], events: [] };
    const until = (condition: Condition): string | undefined => ruleOf(explain({ if: condition }, { history, traits }), 'if').until;
    const over = iso(ago(3) + 7 * DAY + 1);
    expect(until({ not: { survey: '*', was: 'answered', within: '7d' } })).toBe(over);
    expect(until({ all: [{ not: { survey: '*', was: 'answered', within: '7d' } }, { trait: { since: { olderThan: '60d' } } }] })).toBe('2026-11-30T00:00:00.000Z');
    expect(until({ all: [{ not: { survey: '*', was: 'answered', within: '7d' } }, { device: ['phone'] }] })).toBeUndefined();
    expect(until({ any: [{ not: { survey: '*', was: 'answered', within: '7d' } }, { device: ['phone'] }] })).toBe(over);
  });

  it('tell what was found and what was asked for, with the way to it', () => {
    const rule = ruleOf(explain({ if: { all: [{ device: ['phone'] }, { not: { trait: { seats: { gt: 3 } } } }] } }, { traits }), 'if');
    expect(rule.children?.[0]).toEqual({ path: '/if/all/0', status: 'fail', actual: 'desktop', expected: { device: ['phone'] }, until: undefined });
    expect(rule.children?.[1]?.children?.[0]).toMatchObject({ path: '/if/all/1/not', status: 'pass', actual: { seats: 12 } });
  });
});

describe('moment and turn', () => {
  it('wait for what disturbs, and for another prompt', () => {
    expect(ruleOf(explain({}, { disturbs: ['typing', 'modal'] }), 'moment')).toMatchObject({ status: 'fail', actual: ['typing', 'modal'] });
    expect(ruleOf(explain({}, { open: 'other' }), 'turn')).toMatchObject({ status: 'fail', actual: 'other' });
    expect(statusOf({}, { open: 'c' }, 'turn')).toBe('pass');
  });

  it('go by priority, then by the name', () => {
    const one = (id: string, priority?: number): Campaign => campaign({ id, ...(priority !== undefined && { priority }) });
    expect(arbitrate([one('b'), one('a'), one('c', 1)])?.id).toBe('c');
    expect(arbitrate([one('b'), one('a'), one('c', -1)])?.id).toBe('a');
    expect(arbitrate([one('b', 2), one('a', 2)])?.id).toBe('a');
    expect(arbitrate([one('a', 2), one('b', 2), one('c', 2)])?.id).toBe('a');
    expect(arbitrate([])).toBeUndefined();
  });
});

describe('the example of a quarterly NPS', () => {
  const nps = examples.campaigns.find(({ id }) => id === 'nps-quarterly')!;
  const at = (more: Partial<TriggerContext> = {}): TriggerContext =>
    context({ traits: { accountCreatedAt: '2026-01-01T00:00:00Z', role: 'admin' }, session: { number: 3, pages: 1, seconds: 30 }, consent: { functional: true }, ...more });
  const reason = (more: Partial<TriggerContext> = {}) => {
    const { reason: first, status, until } = evaluate({ ...nps, sample: { percent: 100 } }, at(more), examples);
    return [first, status, until];
  };

  it.each<[string, Partial<TriggerContext>, unknown[]]>([
    ['shows', {}, ['ok', undefined, undefined]],
    ['another survey 5 days ago', past(show({ campaign: 'other', at: ago(5) })), ['budget', 'fail', '2026-12-04T12:00:00.000Z']],
    ['answered 60 days ago', past(show({ campaign: 'nps-quarterly', at: ago(60), ending: 'answered' })), ['repeat', 'fail', '2026-12-25T12:00:00.000Z']],
    ['no role given', { traits: { accountCreatedAt: '2026-01-01T00:00:00Z' } }, ['if', 'unknown', undefined]],
    ['typing', { disturbs: ['typing'] }, ['moment', 'fail', undefined]],
    ['its own answer by the feedback tab yesterday', past(show({ campaign: 'feedback-tab', survey: 'feedback', at: ago(1), asked: true, ending: 'answered' })), ['ok', undefined, undefined]],
  ])('%s', (_name, more, expected) => {
    expect(reason(more)).toEqual(expected);
  });
});
