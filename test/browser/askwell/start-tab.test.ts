import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { begin, config, forget, openOnes, opens, prompts, stopAll } from './kit-page.js';

describe('a tab that start() puts up', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('stands as a button at the edge where a campaign says so, and asks whoever presses it', async () => {
    const kit = await begin({ config: config({ id: 'tab', survey: 'feedback', show: { as: 'tab', at: 'end' } }) });
    await waitUntil(() => prompts()[0]?.shadowRoot?.querySelector('[part=launcher]'));
    prompts()[0]!.shadowRoot!.querySelector<HTMLElement>('[part=launcher]')!.click();
    await opens();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => openOnes().length === 0);
    expect(prompts()).to.have.length(1);
    expect((await kit.open('tab')).show).to.equal(true);
    await opens();
    expect(prompts()).to.have.length(1);
    expect(kit.explain('tab')!.reason).to.equal('ok');
    prompts()[0]!.dismiss();
    await waitUntil(() => openOnes().length === 0);
    // It stands there, to be pressed.
    expect(kit.explain('tab')!.reason).to.equal('ok');
  });

  it('opens when it is asked for while its chunk is on its way', async () => {
    const kit = await begin({ config: config({ id: 'tab', survey: 'feedback', show: { as: 'tab' } }) });
    expect((await kit.open('tab')).show).to.equal(true);
    expect(prompts()).to.have.length(0);
    await opens();
    await aTimeout(50);
    expect(prompts()).to.have.length(1);
  });

  it('stands and opens when it is asked for where its condition has come to hold since the page began', async () => {
    let is = false;
    const kit = await begin({ flags: () => ({ beta: is }), config: config({ id: 'tab', survey: 'feedback', if: { flag: 'beta' }, show: { as: 'tab' } }) });
    expect((await kit.open('tab')).show).to.equal(false);
    is = true;
    expect((await kit.open('tab')).show).to.equal(true);
    await opens();
  });
});
