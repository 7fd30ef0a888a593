import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSurveys } from '@askwell/cli/import.js';
import { surveyFault } from '@askwell/core';
import { guardConfig } from '@askwell/triggers';
import { describe, expect, it } from 'vitest';

import { file, folder } from './files.js';
import { run } from './run.js';

describe('askwell import', () => {
  const postHog = {
    name: 'NPS Q4', type: 'popover', start_date: '2026-10-01', end_date: null, schedule: 'once', linked_flag_key: 'beta',
    questions: [{ type: 'rating', scale: 10, question: 'How likely?', lowerBoundLabel: 'Not', upperBoundLabel: 'Very' }, { type: 'open', question: 'Why?' }],
    conditions: { url: '/app', urlMatchType: 'icontains', seenSurveyWaitPeriodInDays: 14, events: { values: [{ name: 'done', propertyFilters: { plan: { operator: 'exact', values: ['pro'] } } }] } },
    appearance: { position: 'left', surveyPopupDelaySeconds: 5 },
  };

  it('makes a configuration that check finds sound, with a report of what is not the same', async () => {
    const out = join(folder, 'out.json');
    const { code, err } = await run('import', file({ results: [postHog] }), '--out', out);
    expect(code).toBe(0);
    expect(err).toMatch(/changed NPS-Q4: seenSurveyWaitPeriodInDays: .*\n.*1 campaign, 0 of them off/s);
    const config = JSON.parse(readFileSync(out, 'utf8')) as unknown;
    expect(config).toMatchObject({
      version: 1,
      budget: { minGap: '14d' },
      surveys: { 'NPS-Q4': { kind: 'nps', question: 'How likely?', anchorStart: 'Not', anchorEnd: 'Very', followUp: 'Why?' } },
      campaigns: [{ id: 'NPS-Q4', on: [{ event: 'done', where: { plan: ['pro'] } }], delay: '5s', repeat: { answered: 'never', dismissed: 'never' }, show: { as: 'corner', at: 'start' } }],
    });
    expect((await run('check', out)).code).toBe(0);
  });

  it.each([
    ['a folder that is not there', join(folder, 'nowhere', 'out.json'), 'ENOENT'],
    ['a folder', folder, 'EISDIR'],
  ])('says in a sentence that %s cannot be written, and ends with 2', async (_name, out, code) => {
    expect(await run('import', file(postHog), '--out', out)).toEqual({ code: 2, out: '', err: `${out} cannot be written: ${code}.\nSee: askwell import --help\n` });
  });

  it('switches off what lost a condition, and says which', () => {
    const { config, notes } = importSurveys([{ ...postHog, conditions: { url: '.*', urlMatchType: 'regex' } }]);
    expect(config.campaigns[0]?.enabled).toBe(false);
    expect(notes.filter(({ what }) => what === 'lost')).toEqual([{ at: 'NPS-Q4: url', what: 'lost', reason: expect.stringContaining('regular expressions') }]);
  });

  it('carries over a Formbricks survey with its trigger, its pages and its segment', () => {
    const survey = {
      name: 'Exit', status: 'inProgress', displayOption: 'displaySome', displayLimit: 2, displayPercentage: 30, recontactDays: 7, delay: 3, autoClose: 10,
      questions: [{ type: 'nps', headline: { default: 'How <b>likely</b>?' } }],
      triggers: [{ actionClass: { type: 'noCode', name: 'leave', noCodeConfig: { type: 'exitIntent', urlFilters: [{ rule: 'startsWith', value: 'https://shop.example/pricing' }], urlFiltersConnector: 'or' } } }],
      segment: { filters: [{ connector: null, resource: { root: { type: 'attribute', contactAttributeKey: 'seats' }, qualifier: { operator: 'greaterEqual' }, value: 5 } }, { connector: 'or', resource: { root: { type: 'device' }, qualifier: { operator: 'equals' }, value: 'phone' } }] },
    };
    const { config, notes } = importSurveys({ data: [survey] });
    expect(config).toEqual({
      version: 1,
      budget: { minGap: '7d' },
      surveys: { Exit: { kind: 'nps', question: 'How likely?' } },
      campaigns: [
        {
          id: 'Exit', survey: 'Exit', on: [{ exit: true }], delay: '3s',
          if: { all: [{ url: { host: 'shop.example', path: '/pricing**' } }, { any: [{ trait: { seats: { gte: 5 } } }, { device: ['phone'] }] }] },
          repeat: { answered: 'never', dismissed: '0s', later: '0s', ignored: '0s', maxShows: 2 },
          sample: { percent: 30 }, show: { as: 'corner' },
        },
      ],
    });
    expect(notes.map(({ at }) => at)).toEqual(expect.arrayContaining(['Exit: autoClose', 'Exit: displayPercentage']));
    expect(guardConfig(config, surveyFault).faults).toEqual([]);
  });

  describe('of Formbricks', () => {
    const survey = (more: object): object => ({ name: 'S', displayOption: 'displayOnce', questions: [{ type: 'nps', headline: 'How?' }], ...more });
    const code = (key: string): object => ({ actionClass: { type: 'code', key } });
    const click = (elementSelector: object): object => ({ actionClass: { type: 'noCode', name: 'press', noCodeConfig: { type: 'click', elementSelector } } });
    const page = (type: string, more: object = {}): object => ({ actionClass: { type: 'noCode', name: type, noCodeConfig: { type, ...more } } });
    const told = (...surveys: object[]): string[] => importSurveys(surveys, 'formbricks').notes.map(({ what, at, reason }) => `${what} ${at}: ${reason}`);

    it('calls the surveys of a segment by the names that they get', () => {
      const filters = [{ connector: null, resource: { root: { type: 'surveyInteraction' }, qualifier: { operator: 'haveNotSeen' }, surveys: ['clx1'] } }];
      const { config, notes } = importSurveys([survey({ id: 'clx1', name: 'Old NPS' }), survey({ id: 'clx2', segment: { filters } })], 'formbricks');
      expect(config.campaigns[1]!.if).toEqual({ not: { survey: 'Old-NPS', was: 'shown' } });
      expect(notes).toEqual([]);
      expect(told(survey({ segment: { filters } }))).toEqual([expect.stringContaining('changed S: segment: "clx1" is no survey of this file')]);
    });

    it('says which triggers it leaves out, and what holds for all of them', () => {
      expect(told(survey({ triggers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(code) }))).toEqual(['lost S: triggers: only the first 5 of 7 triggers are kept']);
      expect(told(survey({ triggers: [code('a'), code('b')] }))).toEqual([]);
      expect(told(survey({ triggers: [click({})] }))).toEqual([expect.stringContaining('lost S: triggers: press says of no element')]);
      expect(told(survey({ triggers: [code('a'), page('pageDwell', { timeInSeconds: 60 })] }))).toEqual(['changed S: triggers: the time on the page is waited out after every trigger']);
      const there = { urlFilters: [{ rule: 'startsWith', value: 'https://a.example/x' }] };
      expect(told(survey({ triggers: [page('exitIntent', there), page('pageView', there)] }))).toContain('changed S: triggers: the pages of each trigger hold for all of them');
    });

    it('takes no page for one that ends with a slash', () => {
      expect(told(survey({ triggers: [page('pageView', { urlFilters: [{ rule: 'endsWith', value: '/' }] })] }))).toEqual(['lost S: urlFilters: a glob looks at no slash at the end, so it cannot say "/"']);
    });
  });

  it('says what of an import no configuration can have', () => {
    const { config, notes } = importSurveys([{ ...postHog, appearance: { surveyPopupDelaySeconds: 86_400_000 } }], 'posthog');
    expect(guardConfig(config, surveyFault).faults).toHaveLength(1);
    expect(notes).toContainEqual({ at: '/campaigns/0/delay', what: 'lost', reason: expect.stringContaining('off until it is corrected') });
  });

  it('makes a form of a SurveyJS model, and names what is left out', () => {
    const model = {
      title: { default: 'Visit', de: 'Besuch' },
      pages: [
        { elements: [{ type: 'rating', name: 'stay', rateMax: 10, rateMin: 0, isRequired: true }, { type: 'checkbox', name: 'what', choices: ['a b', { value: 'c', text: 'C' }], visibleIf: '{stay} > 3' }] },
        { elements: [{ type: 'matrix', name: 'all' }, { type: 'text', name: 'mail', inputType: 'email' }, { type: 'comment', name: 'end' }] },
      ],
      completedHtml: '<h3>Thanks</h3>',
    };
    const { config, notes } = importSurveys(model);
    expect(config.surveys!.Visit ?? Object.values(config.surveys!)[0]).toEqual({
      kind: 'form',
      question: { en: 'Visit', de: 'Besuch' },
      steps: [
        { id: 'stay', type: 'rating', scale: [0, 10], question: 'stay', required: true },
        { id: 'what', type: 'choice', multiple: true, question: 'what', options: [{ id: 'a-b', label: 'a b' }, { id: 'c', label: 'C' }] },
        { id: 'mail', type: 'contact', question: 'mail' },
        { id: 'end-', type: 'text', question: 'end' },
      ],
      thanks: { text: 'Thanks' },
    });
    expect(notes.map(({ what, at }) => `${what} ${at.split(': ')[1]}`)).toEqual(expect.arrayContaining(['changed what.visibleIf', 'lost all']));
    expect(guardConfig(config, surveyFault).faults).toEqual([]);
  });

  it.each([
    ['formbricks', postHog, 'Survey 1 is none of formbricks, it looks like one of posthog: expected "displayOption"'],
    ['surveyjs', postHog, 'expected "pages", "elements"'],
    ['microsurveys', postHog, 'expected "event", "match"'],
    ['posthog', { questions: [{ type: 'nps', headline: 'How?' }] }, 'it looks like one of formbricks: expected "conditions"'],
    ['posthog', { elements: [{ type: 'comment', name: 'a' }], triggers: [] }, 'it looks like one of surveyjs'],
    ['formbricks', { elements: [{ type: 'comment', name: 'a' }], triggers: [{ type: 'complete' }] }, 'it looks like one of surveyjs'],
    ['posthog', [postHog, { hello: 1 }], 'Survey 2 is none of posthog: expected'],
  ])('refuses as one of %s what has not its shape', async (from, survey, message) => {
    expect(await run('import', file(survey), '--from', from)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  it('names every origin in its help', async () => {
    for (const origin of ['posthog', 'formbricks', 'surveyjs', 'microsurveys']) expect((await run('import', '--help')).out).toContain(origin);
  });

  it('refuses what it does not know', async () => {
    expect(await run('import', file([]))).toMatchObject({ code: 2, err: expect.stringContaining('no survey') });
    expect(await run('import', file({ hello: 1 }))).toMatchObject({ code: 2, err: expect.stringContaining('of no origin') });
    expect(await run('import', file(postHog), '--from', 'typeform')).toMatchObject({ code: 2, err: expect.stringContaining('--from') });
  });
});
