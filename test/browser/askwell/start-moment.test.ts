import type { NpsSurvey } from '@askwell/surveys';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { hideNavigation } from '../triggers/hide-navigation.js';
import { begin, campaign, config, forget, gone, openOnes, opens, prompts, rule, stopAll } from './kit-page.js';
import { ask } from './page.js';

/** Lets the browser be one without locks, as long as `task` runs. */
async function withoutLocks(task: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
  try {
    await task();
  } finally {
    delete (navigator as { locks?: unknown }).locks;
  }
}

const others: NpsSurvey[] = [];
const { setTimeout: realTimeout } = globalThis;

/** Has a prompt open that the page itself has put there. */
async function promptOfThePage(): Promise<NpsSurvey> {
  const survey = await ask({ survey: `of-the-page-${performance.now()}`, placement: 'corner' });
  others.push(survey);
  await waitUntil(() => survey.matches(':state(open)'), 'the prompt of the page opens', { timeout: 5000 });
  return survey;
}

describe('the moment at which start() asks', () => {
  before(() => waitUntil(() => performance.now() > 3000, 'the first three seconds are over', { timeout: 5000 }));
  beforeEach(forget);
  afterEach(() => {
    globalThis.setTimeout = realTimeout;
    for (const other of others.splice(0)) other.remove();
    stopAll();
  });

  it('opens at once where nothing stands in the way', async () => {
    const kit = await begin({ config: config(campaign()) });
    // No timer runs out until it is open: whatever made it wait would need one.
    const held: (() => void)[] = [];
    let holds = true;
    globalThis.setTimeout = ((task: () => void, wait?: number) => realTimeout(() => (holds && wait ? held.push(task) : task()), wait)) as typeof setTimeout;
    const opened = new Promise((resolve) => addEventListener('askwell-open', resolve, { capture: true, once: true }));
    kit.track('done');
    await opened;
    holds = false;
    for (const task of held) task();
    await opens();
  });

  it('leaves three quiet seconds after a prompt, whatever happens meanwhile', async () => {
    const kit = await begin({ config: config(campaign({ priority: 1 }), campaign({ id: 'next', survey: 'csat' }), campaign({ id: 'third', survey: 'ces', on: [{ event: 'more' }] })) });
    kit.track('done');
    await opens();
    const dismissed = performance.now();
    prompts()[0]!.dismiss();
    await waitUntil(() => prompts().length === 0, 'the first is gone');
    kit.track('more');
    await opens();
    // A timer may be early by a little.
    expect(performance.now() - dismissed).to.be.above(2900);
    expect(document.querySelector('csat-survey')).to.not.equal(null);
  });

  it('leaves three quiet seconds after a field was left, where a delay ends within them', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    const kit = await begin({ config: config(campaign({ delay: '1s' })) });
    kit.track('done');
    await kit.ready;
    field.focus();
    const left = performance.now();
    field.blur();
    field.remove();
    await opens();
    expect(performance.now() - left).to.be.above(2900);
  });

  it('hears by the next click of a field that was removed with the focus in it', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await kit.ready;
    await aTimeout(100);
    expect(rule(kit, 'moment').actual).to.deep.equal(['typing']);
    // As in an engine that tells nothing of it.
    const silence = (event: Event): void => event.stopImmediatePropagation();
    for (const type of ['focusout', 'focusin']) addEventListener(type, silence, { capture: true });
    field.remove();
    for (const type of ['focusout', 'focusin']) removeEventListener(type, silence, { capture: true });
    document.body.click();
    await opens();
  });

  it('opens nothing whose condition holds no more by then', async () => {
    const other = await promptOfThePage();
    const kit = await begin({ config: config(campaign({ survey: 'csat', if: { trait: { busy: false } } })), respondent: { id: 'u', traits: { busy: false } } });
    const heard: string[] = [];
    kit.track('done');
    await waitUntil(() => prompts().length === 2, 'its own waits beside it');
    kit.on('explain', (decided) => heard.push(...decided.map(({ reason }) => reason)));
    kit.identify('u', { busy: true });
    other.dismiss();
    await waitUntil(() => heard.length, 'it is decided anew', { timeout: 5000 });
    expect(heard).to.deep.equal(['if']);
    other.remove();
    await gone();
  });

  it('gives its turn back while somebody types', async () => {
    const other = await promptOfThePage();
    const kit = await begin({ config: config(campaign({ survey: 'csat' })) });
    kit.track('done');
    await waitUntil(() => prompts().length === 2, 'its own waits beside it');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    other.dismiss();
    other.remove();
    await gone();
    await waitUntil(async () => !(await navigator.locks.query()).held!.some(({ name }) => name === 'askwell-prompt'), 'another tab may have it');
    // Only Chromium tells of a field that goes with the focus.
    field.blur();
    field.remove();
    await opens();
  });

  it('asks nobody by itself in a browser that a program drives, and still at a wish', async () => {
    const kit = await begin({ config: config(campaign()), automation: false });
    kit.track('done');
    await aTimeout(300);
    expect(rule(kit, 'moment').actual).to.deep.equal(['automation']);
    expect(prompts()).to.have.length(0);
    expect((await kit.open('c')).show).to.equal(true);
    await opens();
  });

  it('opens one prompt at a time in a browser without locks, too', () =>
    withoutLocks(async () => {
      const kit = await begin({ config: config(campaign(), campaign({ id: 'd', survey: 'csat', on: [{ event: 'other' }] })) });
      kit.track('done');
      kit.track('done');
      kit.track('other');
      await opens();
      await aTimeout(300);
      expect(prompts()).to.have.length(1);
      expect(rule(kit, 'turn', 'd').status).to.equal('fail');
      prompts()[0]!.dismiss();
      await waitUntil(() => openOnes()[0]?.localName === 'csat-survey', 'the second has its turn', { timeout: 5000 });
    }));

  it('hears from the page of another address in a browser without the Navigation API', async () => {
    const here = location.href;
    const restore = hideNavigation();
    const kit = await begin({ config: config(campaign({ on: [{ page: '/pricing' }] })) });
    restore();
    history.pushState(null, '', '/pricing');
    try {
      await aTimeout(100);
      expect(prompts()).to.have.length(0);
      kit.page();
      await opens();
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('asks who has a flag, by what the page says of it at that moment', async () => {
    const flags: Record<string, boolean | string> = { beta: false };
    const kit = await begin({ config: config(campaign({ if: { all: [{ flag: 'beta' }, { flag: 'plan', is: 'pro' }] } })), flags: () => flags });
    const status = (): string => rule(kit, 'if').status;
    expect(status()).to.equal('fail');
    flags.beta = true;
    expect(status()).to.equal('unknown');
    flags.plan = 'free';
    expect(status()).to.equal('fail');
    flags.plan = 'pro';
    kit.track('done');
    await opens();
  });

  it('takes flags as an object', async () => {
    const kit = await begin({ config: config(campaign({ if: { flag: 'beta' } })), flags: { beta: true } });
    kit.track('done');
    await opens();
  });
});
