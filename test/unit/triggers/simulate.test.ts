import { en } from '@askwell/locales/trigger/en.js';
import { de } from '@askwell/locales/trigger/de.js';
import { explainSentence, ruleSentence } from '@askwell/triggers/sentences.js';
import { simulate, type Occasion, type Person } from '@askwell/triggers/simulate.js';
import { describe, expect, it } from 'vitest';

import { campaign, examples, explain, NOW, ruleOf } from './setting.js';

const START = Date.parse('2026-12-01T00:00:00Z');
const seen = (occasions: Occasion[]): string[] => occasions.filter(({ shown }) => shown).map(({ day, campaign: id, ending }) => `${day} ${id} ${ending}`);
const run = (person: Partial<Person>, campaigns = [campaign()], days = 90, common = {}): Occasion[] =>
  simulate({ version: 1, campaigns, ...common }, { visits: [{ day: 1, every: 1 }], ...person }, days, START);

describe('simulate()', () => {
  it('shows day 1, is dismissed, and shows again when that has rested', () => {
    expect(seen(run({ reaction: 'dismiss' }))).toEqual(['1 c dismissed', '32 c dismissed', '63 c dismissed']);
  });

  it('stops at an answer, goes on where one is ignored until it was shown often enough', () => {
    expect(seen(run({ reaction: 'answer' }))).toEqual(['1 c answered']);
    expect(seen(run({}))).toEqual(['1 c ignored', '8 c ignored', '15 c ignored']);
  });

  it('keeps the budget of all campaigns, and lets the higher one go first', () => {
    const campaigns = [campaign(), campaign({ id: 'd', priority: 1 })];
    expect(seen(run({ reaction: 'answer' }, campaigns, 30, { budget: { minGap: '14d' } }))).toEqual(['1 d answered', '15 c answered']);
  });

  it('does not show what a visit is too short for, and begins anew on another page', () => {
    const slow = [campaign({ delay: '30s', on: [{ page: '/a' }] })];
    expect(seen(run({ visits: [{ day: 1, pages: ['/a'], seconds: 20 }] }, slow))).toEqual([]);
    expect(seen(run({ visits: [{ day: 1, pages: ['/a', '/a'], seconds: 20 }] }, slow))).toEqual([]);
    expect(seen(run({ visits: [{ day: 1, pages: ['/a'], seconds: 40 }] }, slow))).toEqual(['1 c ignored']);
  });

  it('counts sessions and events, and says what stood in the way', () => {
    const [export3] = [campaign({ on: [{ event: 'export' }], if: { all: [{ event: 'export', count: { gte: 3 }, within: '30d' }, { session: { number: { gte: 2 } } }] } })];
    const occasions = run({ visits: [{ day: 1, every: 2, events: [{ event: 'export' }, { event: 'export', after: 10 }] }] }, [export3], 3);
    expect(seen(occasions)).toEqual(['3 c ignored']);
    expect(occasions.find(({ shown }) => !shown)).toMatchObject({ day: 1, reason: 'if' });
  });

  it('gives the same calendar each time, and shows no more than two prompts a quarter to whoever answers the examples', () => {
    const person: Person = {
      id: 'u1',
      traits: { role: 'admin', accountCreatedAt: '2026-01-01T00:00:00Z' },
      consent: { functional: true },
      visits: [{ day: 1, every: 1, pages: ['/', '/app'], events: [{ event: 'onboarding_completed' }, { event: 'ticket_closed', props: { channel: 'chat', replies: 2 }, after: 40 }] }],
      reaction: 'answer',
    };
    const calendar = simulate(examples, person, 90, START);
    expect(simulate(examples, person, 90, START)).toEqual(calendar);
    expect(seen(calendar)[0]).toBe('1 onboarding-csat answered');
    // Those about tickets do not respect the budget.
    expect(calendar.filter(({ shown, campaign: id }) => shown && id !== 'ticket-ces').length).toBeLessThanOrEqual(4);
  });

  it('refuses what would take for ever', () => {
    expect(() => run({}, [campaign()], 1001)).toThrow('Expected 1 to 1000 days, not 1001.');
    expect(() => run({ visits: Array.from({ length: 20 }, () => ({ day: 1, every: 1 })) }, [campaign()], 1000)).toThrow('at most 10000 visits');
  });
});

describe('sentences', () => {
  it('say in words why a moment is wrong, in each language, and leave a word that they do not know', () => {
    const rule = { rule: 'moment', status: 'fail', actual: ['typing', 'delay', 'odd'] } as const;
    expect(ruleSentence(rule, en)).toBe('The moment is wrong: somebody types, its delay is not over, odd.');
    expect(ruleSentence(rule, de)).toBe('Der Augenblick ist unpassend: jemand tippt, die Wartezeit läuft noch, odd.');
  });

  it('say why not, in the language that is given', () => {
    const busy = explain({}, { history: { shows: [{ campaign: 'c', survey: 'nps', at: NOW, ending: 'dismissed' }], events: [] } });
    expect(explainSentence(busy, en, 'en-GB')).toMatch(/^It was shown, dismissed or answered too short a time ago, or often enough\. It may show from 25 Dec 2026/);
    expect(explainSentence(busy, de, 'de')).toMatch(/Ab 25\.12\.2026/);
    expect(explainSentence(explain({}), en)).toBe('It shows.');
    expect(explainSentence({ campaign: 'x', at: '', show: false, reason: 'invalid', status: 'invalid', rules: [], path: '/campaigns/0/on' }, en)).toBe('The campaign is broken at /campaigns/0/on and is off.');
  });

  it('name the condition that decides', () => {
    const rule = ruleOf(explain({ if: { all: [{ device: ['desktop'] }, { trait: { plan: 'pro' } }] } }), 'if');
    expect(ruleSentence(rule, en)).toBe('Something that a condition asks for is not known: /if/all/1 {"trait":{"plan":"pro"}} ← {}.');
  });

  it('have words for every rule that does not pass', () => {
    const { rules } = explain({ enabled: false, schedule: { until: '2020-01-01T00:00:00Z' }, quota: { responses: 0 }, on: [{ event: 'x' }], if: { device: ['phone'] }, sample: { percent: 0 } }, { disturbs: ['typing'], open: 'other', history: undefined }, { budget: { minGap: '1d' }, consent: ['f'] });
    for (const rule of rules) {
      expect(rule.status).not.toBe('pass');
      for (const texts of [en, de]) expect(ruleSentence(rule, texts)).toMatch(/^[A-ZÄÖÜ].*\.$/);
    }
  });
});
