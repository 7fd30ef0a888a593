import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { begin, campaign, config, forget, gone, opens, prompts, stopAll } from './kit-page.js';
import { answerWith, receiver, sent } from './page.js';

const agreed = { consent: { functional: true } };
const answers = (): unknown[] => sent.filter(({ record }) => record.revision).map(({ record }) => record.answers);

describe('a refusal where IndexedDB is denied', () => {
  before(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  beforeEach(forget);
  afterEach(stopAll);

  it('gives up answers that are only in the memory of the page', async () => {
    receiver(() => Promise.reject(new TypeError('No network')));
    const kit = await begin({ ...agreed, config: { ...config(campaign()), consent: ['functional'] } });
    kit.track('done');
    await opens();
    await answerWith(prompts()[0]!, 9);
    await waitUntil(() => answers().length, 'it was tried', { timeout: 5000 });
    kit.setConsent({ functional: false });
    await gone();
    sent.length = 0;
    receiver(() => Promise.resolve(Response.json({ ok: true })));
    dispatchEvent(new Event('online'));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await aTimeout(1500);
    expect(answers()).to.deep.equal([]);
  });

  it('lets no score leave that was chosen behind a button at the edge just before', async () => {
    const kit = await begin({ ...agreed, config: { ...config(campaign({ show: { as: 'tab' } })), consent: ['functional'] } });
    await waitUntil(() => prompts().length, 'the button stands');
    await kit.open('c');
    await opens();
    prompts()[0]!.shadowRoot!.querySelectorAll('input')[9]!.click();
    kit.setConsent({ functional: false });
    await gone();
    await aTimeout(1500);
    expect(answers()).to.deep.equal([]);
  });
});
