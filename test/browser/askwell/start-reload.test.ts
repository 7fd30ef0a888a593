import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Explain } from '@askwell/triggers';
import type { Kit, StartOptions } from 'askwell/start.js';

import { begin, campaign, config, forget, gone, history as remembered, opens, prompts, rule, shown, stopAll } from './kit-page.js';
import { warnings } from './page.js';

const ANN = { respondent: { id: 'ann' } };
const BOB = { respondent: { id: 'bob' } };

/** What a tab keeps for after a reload. */
const kept = (): string => JSON.stringify({ ...sessionStorage });

/** Has a prompt shown, and the page go away with it. */
async function reloadWhileOpen(options: StartOptions = {}): Promise<void> {
  const kit = await begin({ config: config(campaign()), ...options });
  kit.track('done');
  await opens();
  await shown(kit);
  kit.stop();
}

/** Has a delay begin, and the page go away before its end. */
async function reloadWhileDelayed(options: StartOptions = {}): Promise<void> {
  const kit = await begin({ config: config(campaign({ delay: '1s' })), ...options });
  kit.track('done');
  await waitUntil(() => kept().includes('done'), 'the delay is kept');
  kit.stop();
}

const INLINE = { config: config(campaign({ show: { as: 'inline', anchor: '#place' } })) };

/** Has a survey shown in the page, and the page reload; returns its place. */
async function surveyInThePage(): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<div id="place"></div>`);
  const kit = await begin(INLINE);
  kit.track('done');
  await waitUntil(() => place.firstElementChild, 'it stands in the page');
  await shown(kit);
  kit.stop();
  return place;
}

/** A moment at which everything is over that a restored prompt or delay waits for. */
async function quiet(kit: Kit): Promise<void> {
  await kit.ready;
  await aTimeout(1500);
  expect(prompts()).to.have.length(0);
}

describe('start() after a reload', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('brings no prompt back for another visitor, and names none in what it keeps', async () => {
    await reloadWhileOpen(ANN);
    expect(kept()).to.contain('askwell:armed').and.not.contain('ann');
    const bobs = await begin({ config: config(campaign()), ...BOB });
    await quiet(bobs);
  });

  it('takes up no delay for another visitor', async () => {
    await reloadWhileDelayed(ANN);
    const bobs = await begin({ config: config(campaign({ delay: '1s' })), ...BOB });
    await quiet(bobs);
  });

  it('keeps nothing of a prompt under the name of who signs in while it is open', async () => {
    const kit = await begin({ config: config(campaign()), ...ANN });
    kit.track('done');
    await opens();
    await shown(kit);
    kit.identify('bob');
    kit.stop();
    await quiet(await begin({ config: config(campaign()), ...BOB }));
  });

  it('brings no prompt back in a browser that a program drives', async () => {
    await reloadWhileOpen();
    const kit = await begin({ config: config(campaign()), automation: false });
    await quiet(kit);
    expect(rule(kit, 'moment').actual).to.include('automation');
  });

  it('brings a prompt back once the page no longer switches prompts off', async () => {
    await reloadWhileOpen();
    document.documentElement.dataset.askwell = 'off';
    await quiet(await begin({ config: config(campaign()) }));
    delete document.documentElement.dataset.askwell;
    await opens();
  });

  it('brings no prompt back whose condition holds no more, and says so', async () => {
    const asks = campaign({ if: { not: { trait: { busy: true } } } });
    await reloadWhileOpen({ config: config(asks), respondent: { id: 'ann', traits: { busy: false } } });
    const heard = new Promise<CustomEvent<Explain[]>>((resolve) => document.addEventListener('askwell-explain', resolve as never, { once: true }));
    await quiet(await begin({ config: config(asks), respondent: { id: 'ann', traits: { busy: true } } }));
    expect((await heard).detail.map(({ campaign: id, reason }) => `${id} ${reason}`)).to.deep.equal(['c if']);
  });

  it('brings no prompt back to who has not agreed to what its campaign asks for', async () => {
    const asks = config(campaign({ consent: ['research'] }));
    await reloadWhileOpen({ config: asks, consent: { research: true } });
    const refused = await begin({ config: asks });
    await quiet(refused);
    refused.stop();
    await reloadWhileOpen({ config: config(campaign({ id: 'd', consent: ['research'] })), consent: { research: true } });
    await begin({ config: config(campaign({ id: 'd', consent: ['research'] })), consent: { research: true } });
    await opens();
  });

  it('brings a prompt back only where the page is one that it was for', async () => {
    const here = location.href;
    const asks = config(campaign({ on: [{ page: '/pricing' }] }));
    try {
      for (const [path, back] of [['/pricing/', 1], ['/elsewhere', 0]] as const) {
        forget();
        history.replaceState(null, '', '/pricing');
        const first = await begin({ config: asks });
        await opens();
        await shown(first);
        first.stop();
        history.replaceState(null, '', path);
        await begin({ config: asks });
        await (back ? opens() : aTimeout(1500));
        expect(prompts(), path).to.have.length(back);
        stopAll();
      }
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('brings a survey in the page back to its place, and counts it once', async () => {
    const place = await surveyInThePage();
    for (const round of [1, 2]) {
      const kit = await begin(INLINE);
      await waitUntil(() => place.firstElementChild, `it is back (${round})`);
      await aTimeout(1200);
      expect(place.childElementCount).to.equal(1);
      expect(remembered().shows).to.have.length(1);
      kit.stop();
    }
  });

  it('says nothing of a survey that stood in another page', async () => {
    (await surveyInThePage()).remove();
    const before = warnings.length;
    await quiet(await begin(INLINE));
    expect(warnings.slice(before)).to.deep.equal([]);
  });

  it('brings a prompt back beside which another campaign was answered', async () => {
    const asks = { config: config(campaign(), campaign({ id: 'inline', survey: 'csat', on: [{ event: 'other' }], show: { as: 'inline', anchor: '#place' } })) };
    const place = await fixture<HTMLElement>(html`<div id="place"></div>`);
    const first = await begin(asks);
    first.track('other');
    await waitUntil(() => place.firstElementChild, 'it stands in the page');
    await shown(first);
    first.track('done');
    await waitUntil(() => document.querySelector('nps-survey:state(open)'), 'the prompt opens', { timeout: 9000 });
    await shown(first);
    place.querySelector<ReturnType<typeof prompts>[0]>('csat-survey')!.dismiss();
    first.stop();
    await begin(asks);
    await opens();
    expect(prompts().map(({ localName }) => localName)).to.deep.equal(['nps-survey']);
  });

  it('takes up the delays of two kits', async () => {
    const one = { config: config(campaign({ id: 'one', delay: '1s' })) };
    const two = { config: config(campaign({ id: 'two', survey: 'csat', delay: '1s' })) };
    for (const kit of [await begin(one), await begin(two)]) kit.track('done');
    await waitUntil(() => kept().includes('two'), 'the delays are kept');
    stopAll();
    await begin(one);
    await begin(two);
    await opens();
    const [first] = prompts();
    first!.dismiss();
    await waitUntil(() => prompts().some((survey) => survey.matches(':state(open)') && survey.localName !== first!.localName), 'the other one has its turn', { timeout: 9000 });
    prompts()[0]!.dismiss();
    await gone();
  });

  it('brings a prompt back to a visitor whom the page knows only a moment later', async () => {
    await reloadWhileOpen(ANN);
    const kit = await begin({ config: config(campaign()) });
    await aTimeout(100);
    kit.identify(ANN.respondent.id);
    await opens();
  });

  it('brings a prompt back to a visitor whose consent comes only a moment later', async () => {
    await reloadWhileOpen(ANN);
    const kit = await begin({ ...ANN, config: { ...config(campaign()), consent: ['functional'] } });
    await aTimeout(100);
    expect(prompts()).to.have.length(0);
    kit.setConsent({ functional: true });
    await opens();
  });
});
