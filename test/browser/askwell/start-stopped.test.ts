import { aTimeout, expect } from '@open-wc/testing';

import { begin, campaign, config, forget, prompts, stopAll } from './kit-page.js';

describe('start() once it is stopped', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('keeps nothing of who visits, and puts nothing on the page', async () => {
    const kit = await begin({ config: config(campaign({ if: { event: 'done' } }), campaign({ id: 'tab', show: { as: 'tab' } })) });
    kit.stop();
    forget();
    kit.track('done');
    kit.page();
    kit.identify('ann');
    kit.setConsent({ functional: true });
    kit.resume();
    kit.explain();
    await kit.open('c');
    await aTimeout(100);
    expect({ ...localStorage, ...sessionStorage }).to.deep.equal({});
    expect(prompts()).to.have.length(0);
  });
});
