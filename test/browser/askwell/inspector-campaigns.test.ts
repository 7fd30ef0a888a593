import type { AskwellConfig } from '@askwell/core';
import { expect, waitUntil } from '@open-wc/testing';
import { inspect, type SurveyInspector } from 'askwell/survey-inspector.js';
import { start, type Kit } from 'askwell/start.js';

import { resize } from '../surveys/prompt.js';

const config: AskwellConfig = {
  version: 1,
  campaigns: [
    { id: 'later', survey: 'nps', on: [{ event: 'done' }], schedule: { from: '2090-01-01T00:00:00Z' }, show: { as: 'corner' } },
    { id: 'who', survey: 'csat', on: [{ event: 'done' }], if: { trait: { plan: 'pro' } }, show: { as: 'corner' } },
    { id: 'broken', survey: 'nps', show: { as: 'popup' } } as never,
  ],
};

let kit: Kit;
let inspector: SurveyInspector;

const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const parts = (part: string): HTMLElement[] => [...inspector.shadowRoot!.querySelectorAll<HTMLElement>(`[part=${part}]`)];

describe('?askwell-inspect', () => {
  it('opens the inspector also where all campaigns are broken, and says where', async () => {
    const here = location.href;
    history.replaceState(null, '', '?askwell-inspect');
    const broken = start({ config: { version: 1, campaigns: [config.campaigns[2]!] }, automation: true });
    await broken.ready;
    history.replaceState(null, '', here);
    await waitUntil(() => document.querySelector('survey-inspector')?.shadowRoot?.textContent.includes('broken'), 'it opens', { timeout: 5000 });
    inspector = document.querySelector('survey-inspector')!;
    expect(text(parts('campaign')[0])).to.contain('/campaigns/0/show/as');
    inspector.remove();
    broken.stop();
  });

  for (const [name, source, says] of [
    ['cannot be read', URL.createObjectURL(new Blob(['{"version": 1,'])), /The configuration cannot be used: .*JSON.*No survey opens by itself/],
    ['cannot be had', '/test/nowhere.json', /the server answered 404\. No survey opens by itself/],
    ['is broken in common', { version: 2, campaigns: [] } as never, /it is broken at "\/version"/],
  ] as const) {
    it(`opens the inspector also where the configuration ${name}, and says why`, async () => {
      const here = location.href;
      history.replaceState(null, '', '?askwell-inspect');
      const broken = start({ config: source, automation: true });
      await broken.ready;
      history.replaceState(null, '', here);
      await waitUntil(() => says.test(text(document.querySelector('survey-inspector')?.shadowRoot?.querySelector('[part=pane]'))), 'it says why', { timeout: 5000 });
      document.querySelector('survey-inspector')!.remove();
      broken.stop();
    });
  }
});

describe('two kits that are inspected', () => {
  it('share an inspector', async () => {
    const here = location.href;
    history.replaceState(null, '', '?askwell-inspect');
    const kits = [start({ config, automation: true }), start({ config: { version: 1, campaigns: [{ ...config.campaigns[0]!, id: 'second' }] }, automation: true })];
    await Promise.all(kits.map(({ ready }) => ready));
    history.replaceState(null, '', here);
    await waitUntil(() => document.querySelector('survey-inspector')?.shadowRoot?.textContent.includes('second'), 'it opens', { timeout: 5000 });
    inspector = document.querySelector('survey-inspector')!;
    expect(parts('campaign')).to.have.length(4);
    expect(document.querySelectorAll('survey-inspector')).to.have.length(1);
    inspector.remove();
    for (const each of kits) each.stop();
  });
});

describe('the campaigns in the inspector', () => {
  beforeEach(async () => {
    localStorage.clear();
    kit = start({ config, automation: true });
    await kit.ready;
    inspector = inspect(kit);
    inspector.lang = 'en';
    await waitUntil(() => parts('campaign').length === 3);
  });

  afterEach(() => {
    inspector.remove();
    kit.stop();
  });

  it('says of each why it does not show, rule by rule, and where a broken one is broken', () => {
    const [later, who, broken] = parts('campaign');
    expect(text(later!.querySelector('summary'))).to.match(/^✗ later: The campaign runs at another time\. It may show from/);
    expect(text(who!.querySelector('summary'))).to.equal('✗ who: Nothing that it waits for has happened.');
    expect([...who!.querySelectorAll('li')].map(text)).to.include('? if Something that a condition asks for is not known: /if {"trait":{"plan":"pro"}} ← {}.');
    expect(text(broken!.querySelector('summary'))).to.equal('✗ broken: The campaign is broken at /campaigns/2/show/as and is off.');
    expect(broken!.querySelector('button')).to.equal(null);
  });

  it('answers as if it were another time', async () => {
    const field = inspector.shadowRoot!.querySelector<HTMLInputElement>('#moment')!;
    field.value = '2090-06-01T12:00';
    field.dispatchEvent(new Event('change'));
    await inspector.updateComplete;
    expect(text(parts('campaign')[0]!.querySelector('summary'))).to.equal('✗ later: Nothing that it waits for has happened.');
    field.value = '';
    field.dispatchEvent(new Event('change'));
    await inspector.updateComplete;
    expect(text(parts('campaign')[0])).to.contain('at another time');
  });

  it('logs what is decided, latest first', async () => {
    kit.track('done');
    await waitUntil(() => parts('decisions')[0]);
    const [decisions] = parts('decisions');
    expect([...decisions!.children].map((line) => text(line).replace(/^\S+ (AM |PM )?/, '').split(':')[0])).to.deep.equal(['later', 'who']);
  });

  it('shows nothing of a kit that was stopped', async () => {
    kit.stop();
    const second = start({ config: { version: 1, campaigns: [config.campaigns[1]!] }, automation: true });
    await second.ready;
    inspect(second);
    await waitUntil(() => parts('campaign').length === 1);
    second.stop();
  });

  it('says of a prompt that it shows as long as it is open', async () => {
    const open = start({ config: { version: 1, campaigns: [{ id: 'open', survey: 'nps', on: [{ event: 'opened' }], show: { as: 'corner' } }] }, automation: true });
    await open.ready;
    inspect(open);
    const line = (): string => text(parts('campaign').at(-1)!.querySelector('summary'));
    await waitUntil(() => line() === '✗ open: Nothing that it waits for has happened.', 'it waits');
    open.track('opened');
    await waitUntil(() => line() === '✓ open: It shows.', 'it shows', { timeout: 9000 });
    await waitUntil(() => document.querySelector('nps-survey')?.matches(':state(open)'), 'it is open', { timeout: 5000 });
    expect(line()).to.equal('✓ open: It shows.');
    document.querySelector('nps-survey')!.dismiss();
    await waitUntil(() => line().startsWith('✗ open: '), 'it is gone');
    open.stop();
  });

  it('shows a prompt whatever stands in its way, and records nothing of it', async () => {
    parts('campaign')[0]!.querySelector('button')!.click();
    await waitUntil(() => document.querySelector('nps-survey')?.matches(':state(open)'), 'it opens', { timeout: 5000 });
    const survey = document.querySelector('nps-survey')!;
    survey.shadowRoot!.querySelectorAll('input')[9]!.click();
    await survey.updateComplete;
    await survey.submit();
    survey.dismiss();
    await waitUntil(() => !document.querySelector('nps-survey'));
    const kept = Object.entries(localStorage).filter(([key]) => /history|draft|inbox/.test(key));
    expect(kept).to.deep.equal([]);
  });

  for (const [width, height] of [
    [1280, 800],
    [800, 800],
    [360, 800],
  ] as const) {
    it(`is not covered by a prompt in the corner of a window of ${width} x ${height} (where the driver sizes windows)`, async function () {
      const { innerWidth, innerHeight } = window;
      if (!(await resize(width, height))) this.skip();
      for (let each = 0; each < 60; each++) inspector.shadowRoot!.querySelector('[part=pane]')!.append(document.createElement('p'), 'long');
      parts('campaign')[0]!.querySelector('button')!.click();
      await waitUntil(() => document.querySelector('nps-survey')?.matches(':state(open)'), 'it opens', { timeout: 5000 });
      const survey = document.querySelector('nps-survey')!;
      await survey.updateComplete;
      const prompt = survey.shadowRoot!.querySelector('[part=surface]')!.getBoundingClientRect();
      const over = inspector.getBoundingClientRect();
      expect(Math.min(prompt.right, over.right) > Math.max(prompt.left, over.left) && Math.min(prompt.bottom, over.bottom) > Math.max(prompt.top, over.top), 'they overlap').to.equal(false);
      survey.dismiss();
      await resize(innerWidth, innerHeight);
    });
  }

  it('has as much space above the heading of the queue as between all that is in a pane', async () => {
    const pane = parts('pane');
    const gap = Number.parseFloat(getComputedStyle(pane[0]!).rowGap);
    expect(gap).to.be.above(0);
    const heading = inspector.shadowRoot!.querySelector('#queue')!.getBoundingClientRect();
    expect(heading.top - pane[0]!.lastElementChild!.getBoundingClientRect().bottom).to.be.closeTo(gap, 1);
  });

  it('is accessible, and goes when it is closed', async () => {
    await expect(inspector).to.be.accessible();
    inspector.shadowRoot!.querySelector<HTMLElement>('[part=close]')!.click();
    expect(inspector.isConnected).to.equal(false);
  });
});
