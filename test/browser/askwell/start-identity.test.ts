import { hash32 } from '@askwell/core';
import type { NpsSurvey } from '@askwell/surveys';
import type { PromptHistory } from '@askwell/triggers';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { begin, campaign, config, forget, gone, openOnes, opens, prompts, rule, shown, stopAll } from './kit-page.js';
import { answerWith, sent } from './page.js';

/** Resolves as soon as a survey of a kit is put on the page, before it opens. */
const putThere = (): Promise<unknown> =>
  new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!prompts().length) return;
      observer.disconnect();
      resolve(undefined);
    }).observe(document.body, { childList: true });
  });

/** What was shown to a visitor, or to the device where it is nobody by name. */
const shows = (visitor = localStorage.getItem('askwell:visitor')!): number =>
  (JSON.parse(localStorage.getItem(`askwell:history:${hash32(visitor).toString(36)}`) ?? '{"shows":[]}') as PromptHistory).shows.length;
const answered = (): (typeof sent)[0]['record'] | undefined => sent.find(({ record }) => record.status === 'complete')?.record;

describe('start() and who visits', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('counts a prompt for who sees it, where somebody signs in between the choice and the opening', async () => {
    const kit = await begin({ config: config(campaign()) });
    const there = putThere();
    const seen = shown(kit);
    kit.track('done');
    await there;
    kit.identify('ann');
    await opens();
    await seen;
    expect(shows('ann')).to.equal(1);
    await answerWith(prompts()[0]!, 9);
    await waitUntil(answered, 'the answer leaves');
    expect(answered()!.respondent).to.deep.equal({ id: 'ann' });
    kit.identify(undefined);
    expect(shows()).to.equal(0);
  });

  it('keeps a prompt open whose visitor signs in, and says of the answer who gave it', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await opens();
    await shown(kit);
    const [prompt] = prompts();
    kit.identify('ann', { plan: 'pro' });
    await prompt!.updateComplete;
    expect(openOnes()).to.deep.equal([prompt]);
    await answerWith(prompt!, 9);
    await waitUntil(answered, 'the answer leaves');
    expect(answered()!.respondent).to.deep.equal({ id: 'ann', traits: { plan: 'pro' } });
  });

  it('does not ask who has answered while they signed in once more', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await opens();
    await shown(kit);
    kit.identify('ann');
    await answerWith(prompts()[0]!, 9);
    prompts()[0]!.dismiss();
    await gone();
    expect(rule(kit, 'repeat').status).to.equal('fail');
  });

  it('has a button at the edge ask whoever has signed in since', async () => {
    const kit = await begin({ config: config(campaign({ show: { as: 'tab' } })) });
    await waitUntil(() => prompts().length === 1, 'the button stands');
    kit.identify('ann', { plan: 'pro' });
    expect(prompts().map(({ respondentId, traits }) => [respondentId, traits])).to.deep.equal([['ann', { plan: 'pro' }]]);
  });

  it('leaves no survey in the page that somebody was asked by who has signed out', async () => {
    const place = await fixture<HTMLElement>(html`<div id="place"></div>`);
    const kit = await begin({ respondent: { id: 'ann' }, config: config(campaign({ show: { as: 'inline', anchor: '#place' } })) });
    kit.track('done');
    await waitUntil(() => place.querySelector('nps-survey'), 'it stands in the page');
    await shown(kit);
    place.querySelector<NpsSurvey>('nps-survey')!.shadowRoot!.querySelectorAll('input')[9]!.click();
    kit.identify(undefined);
    expect(place.childElementCount).to.equal(0);
    kit.track('done');
    await waitUntil(() => place.querySelector<NpsSurvey>('nps-survey'), 'whoever visits now is asked for themselves', { timeout: 9000 });
    const [next] = prompts();
    await next!.updateComplete;
    expect(next!.respondentId).to.equal(undefined);
    await answerWith(next!, 3);
    await waitUntil(answered, 'the answer leaves');
    expect(answered()).to.not.have.property('respondent');
  });

  it('sends a score as of who chose it, also where somebody else signs in before it has left', async () => {
    const kit = await begin({ respondent: { id: 'ann' }, config: config(campaign()) });
    kit.track('done');
    await opens();
    await shown(kit);
    const [prompt] = prompts();
    prompt!.shadowRoot!.querySelectorAll('input')[3]!.click();
    await prompt!.updateComplete;
    kit.identify('bob');
    await waitUntil(() => sent.some(({ record }) => record.answers.score === 3), 'the score leaves');
    expect(sent.filter(({ record }) => record.answers.score === 3).map(({ record }) => record.respondent?.id)).to.deep.equal(['ann']);
  });

  it('counts a prompt that is open for who signs in, whatever becomes of it', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await opens();
    await shown(kit);
    kit.identify('ann');
    kit.stop();
    expect(shows('ann')).to.equal(1);
  });

  it('counts an answer that is changed as one show', async () => {
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await opens();
    await shown(kit);
    const [prompt] = prompts();
    await answerWith(prompt!, 9);
    await waitUntil(answered, 'the answer leaves');
    prompt!.shadowRoot!.querySelector<HTMLElement>('[part=change]')!.click();
    await prompt!.updateComplete;
    await answerWith(prompt!, 8);
    await waitUntil(() => sent.filter(({ record }) => record.status === 'complete').length === 2, 'the change leaves');
    const kept = Object.entries(localStorage).find(([key]) => key.startsWith('askwell:history'))![1] as string;
    expect((JSON.parse(kept) as { shows: unknown[] }).shows).to.have.length(1);
  });
});
