import type { Campaign } from '@askwell/core';
import { clampHistory, type PastShow } from '@askwell/triggers';
import { describe, expect, it } from 'vitest';

import { ago, DAY, explain, iso, NOW, past, ruleOf, show, statusOf } from './setting.js';

describe('repeat', () => {
  it.each<[string, PastShow[], Campaign['repeat'], 'pass' | 'fail', string?]>([
    ['never shown', [], undefined, 'pass'],
    ['ignored 7 days ago, to the millisecond', [show({ at: ago(7) })], undefined, 'pass'],
    ['ignored a millisecond less', [show({ at: ago(7) + 1 })], undefined, 'fail', iso(NOW + 1)],
    ['answered long ago, with never', [show({ at: ago(900), ending: 'answered' })], undefined, 'fail'],
    ['answered 90 days ago, with 90d', [show({ at: ago(90), ending: 'answered' })], { answered: '90d' }, 'pass'],
    ['dismissed 29 days ago', [show({ at: ago(29), ending: 'dismissed' })], undefined, 'fail', iso(NOW + DAY)],
    ['dismissed 30 days ago', [show({ at: ago(30), ending: 'dismissed' })], undefined, 'pass'],
    ['put off 6 days ago', [show({ at: ago(6), ending: 'later' })], undefined, 'fail', iso(NOW + DAY)],
    ['put off 7 days ago', [show({ at: ago(7), ending: 'later' })], undefined, 'pass'],
    ['counted from its end', [show({ at: ago(31), ending: 'dismissed', endedAt: ago(29) })], undefined, 'fail', iso(NOW + DAY)],
    ['another campaign was answered', [show({ campaign: 'other', ending: 'answered' })], undefined, 'pass'],
    ['three shows, none answered', [show({ at: ago(50) }), show({ at: ago(40) }), show({ at: ago(30) })], undefined, 'fail'],
    ['two shows', [show({ at: ago(40) }), show({ at: ago(30) })], undefined, 'pass'],
    ['three shows, one of them older than the answered period', [show({ at: ago(95) }), show({ at: ago(40) }), show({ at: ago(30) })], { answered: '90d' }, 'pass'],
    ['three shows in the period: until the first has left it', [show({ at: ago(80) }), show({ at: ago(40) }), show({ at: ago(30) })], { answered: '90d' }, 'fail', iso(ago(80) + 90 * DAY)],
    ['three shows before the last answer', [show({ at: ago(99) }), show({ at: ago(98) }), show({ at: ago(97), ending: 'answered' })], { answered: '30d' }, 'pass'],
    ['opened and dismissed by the person', [show({ at: ago(1), asked: true, ending: 'dismissed' })], undefined, 'pass'],
    ['opened and answered by the person', [show({ at: ago(1), asked: true, ending: 'answered' })], { answered: '90d' }, 'fail', iso(ago(1) + 90 * DAY)],
    ['may be shown 0 times', [], { maxShows: 0 }, 'fail'],
  ])('%s: %#', (_name, shows, repeat, status, until) => {
    const rule = ruleOf(explain({ ...(repeat && { repeat }) }, past(...shows)), 'repeat');
    expect([rule.status, rule.until]).toEqual([status, until]);
  });

  it('tells how often it was shown since the last answer, and the last time', () => {
    const answered = show({ at: ago(20), ending: 'answered' });
    const found = (repeat: Campaign['repeat'], ...shows: PastShow[]): unknown => ruleOf(explain({ ...(repeat && { repeat }) }, past(...shows)), 'repeat').actual;
    expect(found({ answered: '90d' }, show({ at: ago(30) }), answered, show({ at: ago(9) }), show({ at: ago(8) }))).toEqual({ shows: 2, last: show({ at: ago(8) }) });
    expect(found({ answered: '90d' }, show({ at: ago(30) }), answered)).toEqual({ shows: 0, last: answered });
    // A show as old as the period is none of it any more, a millisecond less is one.
    expect(found({ answered: '90d' }, show({ at: ago(90) }), show({ at: ago(90) + 1 }))).toMatchObject({ shows: 1 });
    expect(found(undefined)).toEqual({ shows: 0, last: undefined });
  });

  it('is unknown where nothing can be stored, but for whoever asks', () => {
    expect(statusOf({}, { history: undefined }, 'repeat')).toBe('unknown');
    expect(statusOf({}, { history: undefined, asked: true }, 'repeat')).toBe('pass');
  });

  it('shows its defaults as what is expected', () => {
    expect(ruleOf(explain({ repeat: { answered: '90d' } }), 'repeat').expected).toEqual({ answered: '90d', dismissed: '30d', later: '7d', ignored: '7d', maxShows: 3 });
  });
});

describe('the budget of all campaigns', () => {
  const common = { budget: { minGap: '14d', max: 2, per: '90d', afterDismiss: '30d' } as const };
  it.each<[string, PastShow[], 'pass' | 'fail', string?]>([
    ['nothing shown', [], 'pass'],
    ['another was shown 5 days ago', [show({ campaign: 'other', at: ago(5) })], 'fail', iso(ago(5) + 14 * DAY)],
    ['another was shown 14 days ago', [show({ campaign: 'other', at: ago(14) })], 'pass'],
    ['another was dismissed 20 days ago', [show({ campaign: 'other', at: ago(20), ending: 'dismissed' })], 'fail', iso(ago(20) + 30 * DAY)],
    ['two in 90 days', [show({ campaign: 'a', at: ago(80) }), show({ campaign: 'b', at: ago(20) })], 'fail', iso(ago(80) + 90 * DAY)],
    ['two, the first 90 days ago', [show({ campaign: 'a', at: ago(90) }), show({ campaign: 'b', at: ago(20) })], 'pass'],
    ['the person asked for it yesterday', [show({ campaign: 'other', at: ago(1), asked: true, ending: 'dismissed' })], 'pass'],
  ])('%s: %#', (_name, shows, status, until) => {
    const rule = ruleOf(explain({}, past(...shows), common), 'budget');
    expect([rule.status, rule.until]).toEqual([status, until]);
  });

  it('tells how many were shown, and the last of them', () => {
    const shows = [show({ campaign: 'a', at: ago(80) }), show({ campaign: 'b', at: ago(20) })];
    expect(ruleOf(explain({}, past(...shows, show({ asked: true })), common), 'budget').actual).toEqual({ shows: 2, last: shows[1] });
  });

  it('counts for ever what has no period, and asks for no gap that it does not name', () => {
    const shows = past(show({ campaign: 'a', at: ago(900) }), show({ campaign: 'b', at: NOW }));
    expect(ruleOf(explain({}, shows, { budget: { max: 2 } }), 'budget')).toMatchObject({ status: 'fail', until: undefined });
    expect(statusOf({}, shows, 'budget', { budget: { max: 3 } })).toBe('pass');
    expect(statusOf({}, past(show({ campaign: 'a', at: NOW, ending: 'dismissed' })), 'budget', { budget: { max: 3 } })).toBe('pass');
  });

  it('holds back neither who ignores it nor whoever asks, and is unknown without storage', () => {
    const shows = past(show({ campaign: 'other', at: ago(1) }));
    expect(statusOf({ budget: 'ignore' }, shows, 'budget', common)).toBe('pass');
    expect(statusOf({ budget: 'respect' }, shows, 'budget', common)).toBe('fail');
    expect(statusOf({}, { ...shows, asked: true }, 'budget', common)).toBe('pass');
    expect(statusOf({}, { history: undefined }, 'budget', common)).toBe('unknown');
    expect(statusOf({}, { history: undefined }, 'budget')).toBe('pass');
    expect(statusOf({}, {}, 'budget', { budget: { max: 0, per: '1d' } })).toBe('fail');
  });
});

describe('a history from a clock that was set back since', () => {
  it('lies in the past from now on, and else as it is', () => {
    const shows = [show({ at: ago(-2), endedAt: ago(-1), ending: 'answered', score: 9 }), show({ at: ago(3) }), show({ at: ago(2), endedAt: ago(1) })];
    const events = [{ event: 'done', at: ago(-5), props: { a: 1 } }, { event: 'done', at: ago(5) }];
    expect(clampHistory({ shows, events }, NOW)).toEqual({
      shows: [show({ at: NOW, endedAt: NOW, ending: 'answered', score: 9 }), show({ at: ago(3) }), show({ at: ago(2), endedAt: ago(1) })],
      events: [{ event: 'done', at: NOW, props: { a: 1 } }, { event: 'done', at: ago(5) }],
    });
    expect(Object.hasOwn(clampHistory({ shows: [show()], events: [] }, NOW).shows[0]!, 'endedAt')).toBe(false);
  });
});
