import type { AskwellConfig, Budget, Campaign, Condition, SurveyDefinition } from '@askwell/core';
import { checkConfig } from '@askwell/triggers/check.js';
import { simulate } from '@askwell/triggers/simulate.js';
import { describe, expect, it, vi } from 'vitest';

import { campaign, examples, NOW } from './setting.js';

const found = (config: Partial<AskwellConfig>): string[] =>
  checkConfig({ version: 1, campaigns: [], ...config }, { now: NOW }).map(({ code, path }) => `${code} ${path.join('/')}`);
const of = (more: Partial<Campaign>): string[] => found({ campaigns: [campaign(more)] });
const always = { answered: '0s', dismissed: '0s', later: '0s', ignored: '0s' } as const;

describe('checkConfig()', () => {
  it('finds nothing in the examples but the modal that holds whoever leaves', () => {
    expect(checkConfig(examples, { now: NOW }).map(({ code, severity }) => [code, severity])).toEqual([['unkind', 'warning']]);
  });

  it.each<[string, Partial<Campaign>, string[]]>([
    ['ends before it begins', { schedule: { from: '2027-01-01T00:00:00Z', until: '2026-12-01T00:00:00Z' } }, ['never-shows campaigns/0/schedule']],
    ['is over', { schedule: { until: '2026-11-25T12:00:00Z' } }, ['never-shows campaigns/0/schedule']],
    ['begins on a day that there is not', { schedule: { from: '2027-02-31T00:00:00Z' } }, ['no-such-moment campaigns/0/schedule/from']],
    ['has its answers', { quota: { responses: 3, used: 3 } }, ['never-shows campaigns/0/quota']],
    ['asks nobody', { sample: { percent: 0 } }, ['never-shows campaigns/0/sample']],
    ['may not be shown', { repeat: { maxShows: 0 } }, ['never-shows campaigns/0/repeat']],
    ['stands beside nothing', { show: { as: 'anchor' } }, ['no-anchor campaigns/0/show']],
  ])('says of a campaign that it %s', (_name, more, expected) => {
    expect(of(more)).toEqual(expected);
  });

  it('says that a campaign without a trigger waits for the page', () => {
    const { on: _none, ...manual } = campaign();
    expect(found({ campaigns: [manual] })).toEqual(['never-shows campaigns/0']);
    expect(found({ campaigns: [{ ...manual, show: { as: 'tab' } }] })).toEqual([]);
  });

  it.each<[Condition, string[]]>([
    [{ all: [{ trait: { seats: { gt: 10 } } }, { trait: { seats: { lt: 5 } } }] }, ['all/1/trait/seats']],
    [{ all: [{ trait: { seats: { gte: 5 } } }, { trait: { seats: { lte: 5 } } }] }, []],
    [{ all: [{ trait: { seats: { gt: 5 } } }, { trait: { seats: { lte: 5 } } }] }, ['all/1/trait/seats']],
    [{ trait: { seats: { gt: 5, lt: 3 } } }, ['trait/seats']],
    [{ all: [{ trait: { plan: 'pro' } }, { trait: { plan: ['free', 'trial'] } }] }, ['all/1/trait/plan']],
    [{ all: [{ trait: { plan: ['pro', 'free'] } }, { trait: { plan: { not: 'pro' } } }] }, []],
    [{ all: [{ trait: { plan: 'pro' } }, { trait: { plan: { not: ['pro'] } } }] }, ['all/1/trait/plan']],
    [{ all: [{ trait: { plan: 'pro' } }, { trait: { plan: { set: false } } }] }, ['all/1/trait/plan']],
    [{ all: [{ device: ['phone'] }, { all: [{ device: ['desktop', 'tablet'] }] }] }, ['all/1/all/0/device']],
    [{ all: [{ url: '/a' }, { not: { url: '/a' } }] }, ['all/1']],
    [{ all: [{ url: '/a' }, { not: { url: '/b' } }] }, []],
    [{ all: [{ url: '/x' }, { url: '/y' }] }, ['all/1/url']],
    [{ all: [{ url: ['/x', '/y/'] }, { url: { path: '/y' } }] }, []],
    [{ all: [{ url: { path: '/x', host: 'a.example' } }, { url: { path: ['/y', '/z'] } }] }, ['all/1/url/path']],
    [{ all: [{ url: { host: 'a.example' } }, { url: { host: 'b.example' } }] }, ['all/1/url/host']],
    [{ all: [{ url: '/x/**' }, { url: '/y' }] }, []],
    [{ all: [{ url: ['/x', '/y*'] }, { url: '/y' }] }, []],
    [{ all: [{ url: '/x' }, { url: { query: { a: true } } }] }, []],
    [{ any: [{ url: '/x' }, { url: '/y' }] }, []],
    [{ all: [{ flag: 'x', is: 'a' }, { flag: 'x', is: 'b' }] }, ['all/1/is']],
    [{ all: [{ session: { number: { gte: 3 } } }, { session: { number: { lt: 3 } } }] }, ['all/1/session/number']],
    [{ event: 'x', count: { lt: 0 } }, ['count']],
    [{ any: [{ trait: { a: { gt: 1, lt: 0 } } }, { device: ['phone'] }] }, ['any/0/trait/a']],
  ])('finds the contradiction in %j', (condition, ways) => {
    expect(of({ if: condition })).toEqual(ways.map((way) => `contradiction campaigns/0/if/${way}`));
  });

  it('looks at conditions once each, however many there are', () => {
    const many = (count: number): Condition[] => Array.from({ length: count }, (_, index) => (index % 2 ? { not: { url: `/${index}` } } : { trait: { plan: { not: `${index}` } } }));
    const groups: Condition = { all: Array.from({ length: 100 }, () => ({ all: many(100) })) };
    const stringify = vi.spyOn(JSON, 'stringify');
    const ways = of({ if: groups });
    const { length } = stringify.mock.calls;
    stringify.mockRestore();
    expect(ways).toEqual([]);
    // 10,000 conditions, each as it stands and half of them without their "not".
    expect(length).toBeLessThan(20_000);
  });

  describe('of two that wait for the same', () => {
    const greedy = campaign({ id: 'a', priority: 1, repeat: always });
    const poor = campaign({ id: 'b', delay: '5s', repeat: always });
    const budget = { minGap: '14d' } as const;

    it('finds who never gets a turn, and by whom', () => {
      const rested = { ...greedy, repeat: { ...always, answered: '14d' } } as const;
      expect(found({ budget, campaigns: [greedy, poor] })).toEqual(['starved campaigns/1']);
      expect(found({ budget, campaigns: [rested, poor] })).toEqual(['starved campaigns/1']);
      expect(found({ budget: { max: 1, per: '7d' }, campaigns: [greedy, poor] })).toEqual(['starved campaigns/1']);
    });

    it.each<[string, Partial<AskwellConfig>]>([
      ['another trigger', { campaigns: [{ ...greedy, on: [{ event: 'x' }] }, poor] }],
      ['a condition', { campaigns: [{ ...greedy, if: { device: ['phone'] } }, poor] }],
      ['a lower priority', { campaigns: [{ ...greedy, priority: -1 }, poor] }],
      ['a longer delay', { campaigns: [{ ...greedy, delay: '9s' }, poor] }],
      ['a longer rest than the pause', { campaigns: [{ ...greedy, repeat: { ...always, answered: '15d' } }, poor] }],
      ['a rest that is usual', { campaigns: [campaign({ id: 'a', priority: 1 }), poor] }],
      ['no power over who ignores the budget', { campaigns: [greedy, { ...poor, budget: 'ignore' }] }],
    ])('finds nobody where the first has %s', (_name, config) => {
      expect(found({ budget, ...config })).toEqual([]);
    });

    // Without a pause the second has its turn as soon as the prompt of the first is closed: it was reported all the same.
    it.each<[Budget, boolean]>([
      [{ minGap: '14d' }, true],
      [{ max: 1, per: '7d' }, true],
      [{}, false],
      [{ minGap: '2s' }, false],
      [{ max: 2, per: '7d' }, false],
    ])('says with a budget of %j what a simulation shows', (common, starved) => {
      const config = { version: 1, budget: common, campaigns: [greedy, poor] } as const;
      const shown = simulate({ ...config, campaigns: [...config.campaigns] }, { visits: [{ day: 1, every: 1 }], reaction: 'dismiss' }, 60, NOW).some((occasion) => occasion.shown && occasion.campaign === 'b');
      expect(shown).toBe(!starved);
      expect(found({ budget: common, campaigns: [greedy, poor] })).toEqual(starved ? ['starved campaigns/1'] : []);
    });
  });

  it('finds steps that nobody sees, surveys that nobody shows, and languages that are missing', () => {
    const form: SurveyDefinition = {
      kind: 'form',
      steps: [
        { id: 'a', type: 'rating', scale: [0, 10], question: { en: 'A', de: 'A' }, next: [{ if: { atMost: 6 }, to: 'c' }, { to: 'd' }] },
        { id: 'b', type: 'text', question: 'B' },
        { id: 'c', type: 'text', question: { en: 'C' } },
        { id: 'd', type: 'text', question: { en: 'D', de: 'D' } },
      ],
    };
    const campaigns = [campaign({ survey: 'form', if: { lang: ['en', 'de', 'fr'] } })];
    expect(found({ surveys: { form, other: { kind: 'nps' } }, campaigns })).toEqual([
      'dead-step surveys/form/steps/1',
      'missing-language surveys/form/steps/0/question',
      'missing-language surveys/form/steps/2/question',
      'missing-language surveys/form/steps/3/question',
      'unused-survey surveys/other',
    ]);
  });

  it('says nothing of surveys that are broken', () => {
    const broken = { kind: 'form' } as unknown as SurveyDefinition;
    expect(found({ surveys: { broken } })).toEqual([]);
  });

  it('finds half a budget, and one that allows nothing', () => {
    expect(found({ budget: { max: 4 } })).toEqual(['half-a-budget budget']);
    expect(found({ budget: { max: 0, per: '1d' }, campaigns: [campaign()] })).toEqual(['never-shows budget/max']);
  });

  it.each<[Condition, string[]]>([
    [{ event: 'x', count: { gte: 100 } }, []],
    [{ event: 'x', count: { gte: 101 } }, ['count']],
    [{ all: [{ device: ['phone'] }, { not: { event: 'x', count: { gt: 100 } } }] }, ['all/1/not/count']],
    [{ any: [{ event: 'x', count: { lt: 100 } }, { event: 'x', count: { lte: 100 } }] }, ['any/1/count']],
    [{ event: 'x', count: { lt: 101 } }, ['count']],
  ])('says of %j where it counts further than a device remembers', (condition, ways) => {
    expect(of({ if: condition })).toEqual(ways.map((way) => `beyond-memory campaigns/0/if/${way}`));
  });

  it('says of addresses that no page can have for how they are written', () => {
    expect(of({ on: [{ page: ['/ok', '/my%20docs'] }, { page: true }] })).toEqual(['misspelt-address campaigns/0/on/0/page']);
    expect(of({ if: { all: [{ not: { url: { host: 'Example.com' } } }, { any: [{ url: { host: 'bücher.example' } }, { url: { path: '/caf%C3%A9', host: 'a.example' } }] }] } })).toEqual([
      'misspelt-address campaigns/0/if/all/0/not/url', 'misspelt-address campaigns/0/if/all/1/any/0/url', 'misspelt-address campaigns/0/if/all/1/any/1/url',
    ]);
    expect(of({ if: { url: { path: ['/café', '/100%'], host: ['*.example', 'xn--bcher-kva.example'] } } })).toEqual([]);
  });

  it('says of less than one percent how few that are', () => {
    expect(checkConfig({ version: 1, campaigns: [campaign({ sample: { percent: 0.25 } })] }, { now: NOW }).map(({ code, message }) => [code, message])).toEqual([['small-share', '0.25 percent are 2.5 of 1,000 people; for 25 percent write 25.']]);
    expect(checkConfig({ version: 1, campaigns: [campaign({ sample: { percent: 0.07 } })] }, { now: NOW })[0]!.message).toBe('0.07 percent are 0.7 of 1,000 people; for 7 percent write 7.');
    expect(of({ sample: { percent: 1 } })).toEqual([]);
  });

  it('takes a number of shows that is never reached for no limit', () => {
    expect(found({ budget: { max: 1000, per: '90d' }, campaigns: [campaign({ repeat: { maxShows: 1000 } })] })).toEqual([]);
  });
});
