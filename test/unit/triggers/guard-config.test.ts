import { surveyFault } from '@askwell/core';
import { guardConfig } from '@askwell/triggers';
import { describe, expect, it } from 'vitest';

import { campaign, examples } from './setting.js';

const deep = (levels: number): unknown => (levels > 1 ? { not: deep(levels - 1) } : { device: ['phone'] });
const pathOf = (more: object): string | undefined => {
  const { config, faults } = guardConfig({ version: 1, campaigns: [{ ...campaign(), ...more }, campaign({ id: 'sound' })] });
  expect(config?.campaigns.map(({ id }) => id)).toEqual(faults.length ? ['sound'] : ['c', 'sound']);
  return faults[0]?.path.slice(2).join('/');
};

describe('guardConfig()', () => {
  it('finds nothing wrong with the examples', () => {
    expect(guardConfig(examples, surveyFault)).toEqual({ config: examples, faults: [] });
  });

  it.each<[string, object, string]>([
    ['an unknown field', { when: 'now' }, 'when'],
    ['a text for a number', { priority: '1' }, 'priority'],
    ['six triggers', { on: Array.from({ length: 6 }, () => ({ page: true })) }, 'on'],
    ['no trigger in the list', { on: [] }, 'on'],
    ['two triggers in one', { on: [{ page: true, scroll: 3 }] }, 'on/0/scroll'],
    ['an unknown trigger', { on: [{ hover: 'a' }] }, 'on/0'],
    ['a trigger that is null', { on: [null] }, 'on/0'],
    ['two conditions in one', { if: { url: '/', flag: 'x' } }, 'if/flag'],
    ['an empty all', { if: { all: [] } }, 'if/all'],
    ['an empty condition', { if: {} }, 'if'],
    ['nine conditions deep', { if: deep(9) }, `if/${Array.from({ length: 8 }, () => 'not').join('/')}`],
    ['a duration in words', { delay: '5 days' }, 'delay'],
    ['a duration in weeks', { repeat: { answered: '2w' } }, 'repeat/answered'],
    ['more than all', { sample: { percent: 101 } }, 'sample/percent'],
    ['half an answer', { quota: { responses: 1.5 } }, 'quota/responses'],
    ['a day without a time zone', { schedule: { from: '2026-12-01T00:00:00' } }, 'schedule/from'],
    ['a 25th hour', { schedule: { until: '2026-12-01T25:00:00Z' } }, 'schedule/until'],
    ['an address for a path', { on: [{ page: 'https://evil.example/' }] }, 'on/0/page'],
    ['a path with a query', { if: { url: '/a?b' } }, 'if/url'],
    ['a regular expression', { if: { url: { regex: '.*' } } }, 'if/url/regex'],
    ['code', { if: { js: 'alert(1)' } }, 'if'],
    ['a prototype', { if: { trait: JSON.parse('{"__proto__": "x"}') as object } }, 'if/trait/__proto__'],
    ['a prototype beside fields', JSON.parse('{"__proto__": {"x": 1}, "show": {"as": "corner", "__proto__": {}}}') as object, 'show/__proto__'],
    ['a comparison of nothing', { if: { trait: { plan: {} } } }, 'if/trait/plan'],
    ['a survey that is not there', { survey: 'own' }, 'survey'],
    ['a place that is none', { show: { as: 'popup' } }, 'show/as'],
    ['an id that could be a path', { id: 'a/b' }, 'id'],
    ['a very long selector', { on: [{ click: 'a'.repeat(501) }] }, 'on/0/click'],
  ])('switches a campaign with %s off, and leaves the other', (_name, more, path) => {
    expect(pathOf(more)).toBe(path);
  });

  it('takes conditions eight deep', () => {
    expect(pathOf({ if: deep(8) })).toBeUndefined();
  });

  it('keeps the first of two campaigns with one id, and names the other', () => {
    const { config, faults } = guardConfig({ version: 1, campaigns: [campaign(), campaign({ survey: 'csat' })] });
    expect(config?.campaigns.map(({ survey }) => survey)).toEqual(['nps']);
    expect(faults).toEqual([{ path: ['campaigns', 1, 'id'], campaign: 'c' }]);
  });

  it('switches off what a broken survey belongs to', () => {
    const surveys = { own: { kind: 'nps', question: 3 }, nps: { kind: 'csat' } };
    const { config, faults } = guardConfig({ version: 1, surveys, campaigns: [campaign({ survey: 'own' }), campaign({ id: 'd' })] }, surveyFault);
    expect(config?.campaigns.map(({ id }) => id)).toEqual(['d']);
    expect(faults.map(({ path }) => path.join('/'))).toEqual(['surveys/own/question', 'campaigns/0/survey']);
  });

  it.each<[string, unknown, string]>([
    ['null', null, ''],
    ['a list', [], ''],
    ['a text', '{}', ''],
    ['another version', { version: 2, campaigns: [] }, 'version'],
    ['no campaigns', { version: 1 }, 'campaigns'],
    ['101 campaigns', { version: 1, campaigns: Array.from({ length: 101 }, (_, index) => campaign({ id: `c${index}` })) }, 'campaigns'],
    ['a broken budget', { version: 1, budget: { minGap: 14 }, campaigns: [] }, 'budget/minGap'],
    ['consent that is no list', { version: 1, consent: 'functional', campaigns: [] }, 'consent'],
    ['an unknown field', { version: 1, campaigns: [], endpoint: 'https://evil.example' }, 'endpoint'],
  ])('uses nothing of %s', (_name, value, path) => {
    expect(guardConfig(value)).toEqual({ config: undefined, faults: [{ path: path ? path.split('/') : [] }] });
  });
});
