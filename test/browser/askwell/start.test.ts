import type { Campaign } from '@askwell/core';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { start, type StartOptions } from 'askwell';

import { begin, campaign, config, ended, forget, gone, history as remembered, opens, promptElsewhere, prompts, rule, shown, stopAll } from './kit-page.js';
import { answerWith, sent, warnings } from './page.js';

const keys = (): string[] => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('askwell:'));

describe('start()', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('asks when the event comes, sends the answer under the name of the campaign, and does not ask again', async () => {
    const kit = await begin({ config: config(campaign()), respondent: { id: 'u1', traits: { role: 'admin' } } });
    expect(prompts()).to.have.length(0);
    kit.track('done');
    await opens();
    await shown(kit);
    const over = ended(kit);
    await answerWith(prompts()[0]!, 9);
    expect(await over).to.deep.equal({ campaign: 'c', ending: 'answered', score: 9 });
    await waitUntil(() => sent.some(({ record }) => record.status === 'complete'));
    const { record, url } = sent.find(({ record: { status } }) => status === 'complete')!;
    expect(record).to.deep.include({ campaign: 'c', survey: 'nps', respondent: { id: 'u1', traits: { role: 'admin' } } });
    expect(new URL(url).pathname).to.equal('/kit');
    prompts()[0]!.dismiss();
    await gone();
    kit.track('done');
    expect(rule(kit, 'repeat')).to.include({ status: 'fail', until: undefined });
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
  });

  it('rests after it was dismissed, and says until when', async () => {
    const kit = await begin({ config: config(campaign({ repeat: { dismissed: '2d' } })) });
    kit.track('done');
    await opens();
    const over = ended(kit);
    prompts()[0]!.dismiss();
    await over;
    await gone();
    const repeat = rule(kit, 'repeat');
    expect(repeat.status).to.equal('fail');
    expect(Date.parse(repeat.until!) - Date.now()).to.be.within(2 * 86_400_000 - 60_000, 2 * 86_400_000);
  });

  it('tells each decision by an event, with the rule that stood in the way', async () => {
    const kit = await begin({ config: config(campaign({ if: { trait: { plan: 'pro' } } })) });
    const told: string[] = [];
    kit.on('explain', (decided) => told.push(...decided.map(({ reason, status }) => `${reason} ${status}`)));
    const heard = new Promise((resolve) => document.addEventListener('askwell-explain', resolve, { once: true }));
    kit.track('done');
    await heard;
    expect(told).to.deep.equal(['if unknown']);
    kit.track('else');
    await aTimeout(50);
    expect(told).to.have.length(1);
    kit.identify('u1', { plan: 'pro' });
    kit.track('done');
    await opens();
  });

  it('leaves a broken campaign out and says where it is broken; the others run', async () => {
    const broken = { ...campaign(), id: 'broken', 'when/~': 'now' } as Campaign;
    const odd = { ...campaign(), id: { strings: 1 } } as unknown as Campaign;
    const kit = await begin({ config: config(broken, campaign(), odd) });
    expect(kit.explain('/campaigns/2/id')).to.include({ reason: 'invalid' });
    expect(kit.explain('broken')).to.include({ show: false, reason: 'invalid', status: 'invalid', path: '/campaigns/0/when~1~0' });
    expect(warnings.at(-2)).to.contain('The configuration is broken at "/campaigns/0/when~1~0". That is off.');
    kit.track('done');
    await opens();
  });

  it('keeps of what happened only what a condition asks about', async () => {
    const asks = campaign({ if: { any: [{ not: { event: 'bought', where: { plan: 'pro' } } }, { event: 'bought', where: { seats: 3 } }, { all: [{ event: 'done' }] }] } });
    const kit = await begin({ config: config(asks), automation: false });
    kit.track('bought', { plan: 'free', seats: 3, card: '4242 4242' });
    kit.track('done', { password: 'hunter2' });
    kit.track('else', { plan: 'pro' });
    await kit.ready;
    const key = Object.keys(localStorage).find((name) => name.startsWith('askwell:history:'))!;
    const { events } = JSON.parse(localStorage.getItem(key)!) as { events: { at: number }[] };
    expect(events.map(({ at: _, ...event }) => event)).to.deep.equal([{ event: 'bought', props: { plan: 'free', seats: 3 } }, { event: 'done' }]);
  });

  it('waits out a delay, tests its conditions again at the end, and holds no turn meanwhile', async () => {
    const slow = campaign({ id: 'slow', delay: '1s', if: { not: { trait: { busy: true } } }, priority: 9 });
    const kit = await begin({ config: config(slow, campaign({ id: 'quick', on: [{ event: 'other' }], survey: 'csat' })), respondent: { id: 'u', traits: { busy: false } } });
    const reasons: string[] = [];
    kit.on('explain', (decided) => reasons.push(...decided.map(({ campaign: id, reason }) => `${id} ${reason}`)));
    kit.track('done');
    await kit.ready;
    kit.identify('u', { busy: true });
    kit.track('other');
    await opens();
    expect(document.querySelector('csat-survey')).to.not.equal(null);
    await waitUntil(() => reasons.length === 3, 'the delay ends', { timeout: 3000 });
    expect(reasons).to.deep.equal(['slow moment', 'quick ok', 'slow if']);
  });

  it('keeps and reads nothing before the person has agreed, and erases all at a refusal', async () => {
    const kit = await begin({ config: { ...config(campaign()), consent: ['functional'] } });
    kit.track('done');
    await aTimeout(100);
    expect(keys()).to.deep.equal([]);
    expect(rule(kit, 'consent').status).to.equal('unknown');
    kit.setConsent({ functional: true });
    // What has happened before was not kept; it waits all the same.
    await opens();
    await shown(kit);
    expect(keys()).to.not.deep.equal([]);
    kit.setConsent({ functional: false });
    expect(keys().filter((key) => !key.includes('draft'))).to.deep.equal([]);
    expect(rule(kit, 'consent').status).to.equal('fail');
  });

  it('takes away what stands for a campaign whose own purpose is refused, and sends nothing of it', async () => {
    const kit = await begin({ consent: { research: true }, config: config(campaign({ consent: ['research'] })) });
    kit.track('done');
    await opens();
    await shown(kit);
    prompts()[0]!.shadowRoot!.querySelectorAll('input')[9]!.click();
    kit.setConsent({ research: false });
    await gone();
    await aTimeout(1500);
    expect(sent.filter(({ record }) => record.revision)).to.deep.equal([]);
  });

  it('erases what an earlier visit kept where the page says from the start that it is refused', async () => {
    const asks = { ...config(campaign()), consent: ['functional'] };
    const first = await begin({ consent: { functional: true }, config: asks });
    first.track('done');
    await opens();
    await shown(first);
    first.stop();
    expect(keys().filter((key) => key.includes('history'))).to.have.length(1);
    await begin({ consent: { functional: false }, config: asks });
    expect(keys().filter((key) => !key.includes('draft'))).to.deep.equal([]);
  });

  it('asks on where a listener of the page throws', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.on('explain', () => {
      throw new Error('The page is wrong');
    });
    kit.track('done');
    await opens();
  });

  it('opens at the wish of a person whatever was asked before, and spends nothing by that', async () => {
    const kit = await begin({ config: { ...config(campaign()), budget: { max: 0, per: '90d' } } });
    expect(rule(kit, 'budget').status).to.equal('fail');
    expect((await kit.open('c')).show).to.equal(true);
    await opens();
    await shown(kit);
    kit.later();
    await gone();
    expect(rule(kit, 'repeat').status).to.equal('pass');
    let error: Error | undefined;
    await kit.open('nothing').catch((thrown: Error) => (error = thrown));
    expect(error?.message).to.match(/no campaign and no survey "nothing"; there are: c/);
  });

  it('shows one prompt where two kits want to, and the second when the first is gone', async () => {
    const first = await begin({ config: config(campaign({ id: 'one' })) });
    const second = await begin({ config: config(campaign({ id: 'two', survey: 'csat' })) });
    first.track('done');
    second.track('done');
    await opens();
    expect(prompts()).to.have.length(1);
    prompts()[0]!.dismiss();
    await waitUntil(() => prompts()[0]?.localName === 'csat-survey', 'the second asks', { timeout: 9000 });
  });

  it('asks nothing while another tab does, and goes on when that has ended', async () => {
    const close = await promptElsewhere();
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
    await close();
    await opens();
  });

  it('brings a prompt back that a reload has taken away, and counts it once', async () => {
    const first = await begin({ config: config(campaign()) });
    first.track('done');
    await opens();
    await shown(first);
    first.stop();
    const second = await begin({ config: config(campaign()) });
    await opens();
    await aTimeout(1200);
    expect(second.explain('c')!.reason).to.equal('ok');
    expect(remembered().shows).to.have.length(1);
  });

  it('takes a delay up again after a reload, if the page itself told of what began it', async () => {
    const first = await begin({ config: config(campaign({ delay: '1s' }), campaign({ id: 'page', on: [{ page: true }], delay: '1s' })) });
    first.track('done');
    await first.ready;
    await waitUntil(() => keys().some((key) => /^askwell:armed:\w+:c$/.test(key)));
    expect(keys().filter((key) => key.startsWith('askwell:armed'))).to.have.length(1);
    first.stop();
    await begin({ config: config(campaign({ delay: '1s' })) });
    await opens();
  });

  it('stands in the page where a campaign says so, counts when it has been seen, and takes no turn', async () => {
    const place = await fixture<HTMLElement>(html`<div id="place"></div>`);
    const kit = await begin({ config: config(campaign({ show: { as: 'inline', anchor: '#place' } }), campaign({ id: 'd', survey: 'csat', on: [{ event: 'other' }] })) });
    kit.track('done');
    await waitUntil(() => place.querySelector('nps-survey'));
    const { actual } = rule(kit, 'repeat');
    expect(actual).to.deep.include({ shows: 0 });
    await shown(kit);
    kit.track('other');
    await opens();
    expect(document.querySelector('csat-survey')!.matches(':state(open)')).to.equal(true);
  });

  it('keeps one history for each visitor, through their logout', async () => {
    const kit = await begin({ config: config(campaign()), respondent: { id: 'ann' } });
    kit.track('done');
    await opens();
    await shown(kit);
    prompts()[0]!.dismiss();
    await gone();
    const status = (): string => rule(kit, 'repeat').status;
    expect(status()).to.equal('fail');
    kit.identify('bob');
    expect(status()).to.equal('pass');
    kit.identify('ann');
    expect(status()).to.equal('fail');
    const named = Object.entries(localStorage).filter(([key]) => key.startsWith('askwell:history'));
    expect(JSON.stringify(named)).to.not.contain('ann');
  });

  it('does not ask the next visitor for what the last one did', async () => {
    const kit = await begin({ config: config(campaign({ delay: '1s' })), respondent: { id: 'ann' } });
    kit.track('done');
    await kit.ready;
    kit.identify('bob');
    await aTimeout(1200);
    expect(prompts()).to.have.length(0);
    expect(keys().filter((key) => key.startsWith('askwell:armed'))).to.deep.equal([]);
  });

  it('asks nobody by itself where storage cannot be used, and still at a wish', async () => {
    const { localStorage: real } = globalThis;
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => { throw new DOMException('denied', 'SecurityError'); } });
    try {
      const kit = await begin({ config: config(campaign()) });
      expect(rule(kit, 'repeat').status).to.equal('unknown');
      expect((await kit.open('c')).show).to.equal(true);
      await opens();
    } finally {
      Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: real });
    }
  });

  it('drops what is damaged in storage, and takes what lies in the future for now', async () => {
    const first = await begin({ config: config(campaign({ repeat: { dismissed: '1h' } })), respondent: { id: 'x' } });
    const key = (): string => Object.keys(localStorage).find((each) => each.startsWith('askwell:history:'))!;
    first.track('done');
    await opens();
    prompts()[0]!.dismiss();
    await gone();
    const history = JSON.parse(localStorage.getItem(key())!) as { shows: { at: number; endedAt: number }[] };
    localStorage.setItem(key(), JSON.stringify({ shows: [null, 3, { campaign: 'c' }, { ...history.shows[0], at: Date.now() + 9e9, endedAt: Date.now() + 9e9 }], events: 'none' }));
    const repeat = rule(first, 'repeat');
    expect(Date.parse(repeat.until!) - Date.now()).to.be.at.most(3_600_000);
    localStorage.setItem(key(), '{"shows": [');
    expect(rule(first, 'repeat').status).to.equal('pass');
  });

  it('waits while somebody types, and asks when they have stopped', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Page" />`);
    field.focus();
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await aTimeout(200);
    expect(prompts()).to.have.length(0);
    field.blur();
    await opens();
  });

  it('is silent while paused and while the page switches prompts off', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.pause();
    kit.track('done');
    await aTimeout(100);
    const moment = rule(kit, 'moment');
    expect(moment.actual).to.deep.equal(['paused']);
    document.documentElement.dataset.askwell = 'off';
    kit.resume();
    await aTimeout(100);
    expect(prompts()).to.have.length(0);
    delete document.documentElement.dataset.askwell;
    await opens();
  });

  it('reads its configuration from an address, and uses the last good one when that fails', async () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(config(campaign()))]));
    const first = await begin({ config: url });
    expect(first.explain()).to.have.length(1);
    first.stop();
    URL.revokeObjectURL(url);
    const second = await begin({ config: url });
    expect(second.explain()).to.have.length(1);
    expect(warnings.at(-1)).to.match(/configuration cannot be used: .*The last good one is used/);
    const third = await begin({ config: '/nowhere.json' });
    expect(third.explain()).to.deep.equal([]);
    expect(warnings.at(-1)).to.match(/the server answered 404\. No survey opens by itself/);
  });

  it('refuses an option that it does not have, and one of the wrong kind', () => {
    expect(() => start({ confg: {} } as StartOptions)).to.throw('start() takes confg as nothing, not as object.');
    expect(() => start({ endpoint: 3 } as unknown as StartOptions)).to.throw('start() takes endpoint as string, not as number.');
  });
});
