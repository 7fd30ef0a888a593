import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { begin, campaign, config, ended, forget, gone, keyOf, openOnes, opens, promptElsewhere, prompts, rule, shown, stopAll } from './kit-page.js';
import { answerWith } from './page.js';

const { now } = Date;
const MINUTE = 60_000;
const setClock = (milliseconds: number): void => void (Date.now = () => now() + milliseconds);
const stored = (what: string): string => localStorage.getItem(keyOf(what))!;

const waiting = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith('askwell:armed:'));

describe('start() for who comes and goes', () => {
  beforeEach(forget);
  afterEach(() => {
    Date.now = now;
    stopAll();
  });

  it('leaves a history as it is where somebody asks about the past', async () => {
    const kit = await begin({ config: { ...config(campaign({ delay: '1h', budget: 'ignore' }), campaign({ id: 'd', on: [{ event: 'other' }] })), budget: { minGap: '14d' } } });
    kit.track('other');
    await opens();
    await shown(kit);
    prompts()[0]!.dismiss();
    await gone();
    kit.track('done');
    await aTimeout(0);
    const before = stored('history');
    kit.explain(undefined, { now: now() - 60 * 24 * 60 * MINUTE });
    expect(stored('history')).to.equal(before);
    expect(['repeat', 'budget'].map((name) => rule(kit, name, 'd').status)).to.deep.equal(['fail', 'fail']);
  });

  it('asks nobody a second time who signs in before the prompt opens, and out after it', async () => {
    const kit = await begin({ config: config(campaign({ delay: '0.3s' })) });
    kit.track('done');
    await aTimeout(10);
    kit.identify('ann');
    await opens();
    await shown(kit);
    prompts()[0]!.dismiss();
    await gone();
    kit.identify(undefined);
    expect(waiting()).to.deep.equal([]);
    await aTimeout(4000);
    expect(prompts()).to.have.length(0);
  });

  it('asks nobody a second time who signs in while it is open, answers, and signs out', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await opens();
    await shown(kit);
    kit.identify('ann');
    const over = ended(kit);
    await answerWith(prompts()[0]!, 9);
    await over;
    prompts()[0]!.dismiss();
    await gone();
    kit.identify(undefined);
    expect((rule(kit, 'repeat').actual as { last: { ending: string } }).last.ending).to.equal('answered');
    expect(waiting()).to.deep.equal([]);
    await aTimeout(4000);
    expect(prompts()).to.have.length(0);
  });

  it('opens at once what somebody asks for, also where it waits behind a panel', async () => {
    const kit = await begin({ config: config(campaign(), campaign({ id: 't', survey: 'feedback', on: [{ event: 'never' }], show: { as: 'tab' } })) });
    await kit.open('t');
    await opens();
    kit.track('done');
    await aTimeout(500);
    // Other tabs are not held back by a panel that stands open.
    expect((await navigator.locks.query()).held!.filter(({ name }) => name === 'askwell-prompt')).to.deep.equal([]);
    expect(rule(kit, 'moment').actual).to.include('prompt');
    expect((await kit.open('c')).show).to.equal(true);
    await waitUntil(() => openOnes().some(({ localName }) => localName === 'nps-survey'), 'it opens', { timeout: 5000 });
  });

  it('opens what waits once a panel is closed', async () => {
    const kit = await begin({ config: config(campaign(), campaign({ id: 't', survey: 'feedback', on: [{ event: 'never' }], show: { as: 'tab' } })) });
    await kit.open('t');
    await opens();
    kit.track('done');
    openOnes()[0]!.dismiss();
    await waitUntil(() => openOnes().some(({ localName }) => localName === 'nps-survey'), 'it opens', { timeout: 6000 });
  });

  it('begins no session for who leaves, and counts no time in view from before one', async () => {
    const kit = await begin({ config: config(campaign({ on: [{ event: 'never' }], if: { session: { number: { gte: 1 }, seconds: { gte: 0 } } } })) });
    const session = (): { number: number; seconds: number } => rule(kit, 'if').actual as { number: number; seconds: number };
    const before = stored('session');
    setClock(40 * MINUTE);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(stored('session')).to.equal(before);
    kit.track('step');
    await aTimeout(50);
    expect(session().number).to.equal(2);
    expect(session().seconds).to.be.below(1);
  });

  it('waits no longer for a delay because the clock was set back', async () => {
    const kit = await begin({ config: config(campaign({ delay: '1s' })) });
    kit.track('done');
    await aTimeout(10);
    setClock(-60 * MINUTE);
    await opens();
  });

  it('says that another tab has a prompt, and that it leaves quiet seconds', async () => {
    const kit = await begin({ config: config(campaign()) });
    const close = await promptElsewhere();
    kit.track('done');
    await waitUntil(() => (rule(kit, 'moment').actual as string[]).includes('elsewhere'), 'it waits for the other', { timeout: 5000 });
    await close();
    await waitUntil(() => (rule(kit, 'moment').actual as string[]).includes('quiet'), 'it is quiet');
  });

  it('takes no notice of what waited and is damaged', async () => {
    const first = await begin({ config: config(campaign({ delay: '1h' })) });
    first.track('done');
    await aTimeout(10);
    const [key] = Object.keys(sessionStorage).filter((each) => each.startsWith('askwell:armed:'));
    first.stop();
    sessionStorage.setItem(key!, JSON.stringify({ dueAt: now() }));
    const second = await begin({ config: config(campaign()) });
    second.track('done');
    await opens();
  });
});
