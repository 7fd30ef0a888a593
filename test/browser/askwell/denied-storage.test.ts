import { expect, waitUntil } from '@open-wc/testing';

import { answerWith, ask, note, sent } from './page.js';

/** What a browser does that denies a page its storage. */
function deny(name: 'indexedDB' | 'localStorage' | 'sessionStorage'): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
}

describe('askwell/nps-survey.js without any storage', () => {
  it('sends the answer at once with keepalive and claims no copy on the device', async () => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'] as const) deny(name);
    const survey = await ask({ survey: 'denied', endpoint: '/feedback/denied' });
    await answerWith(survey, 2, 'Still heard');
    await waitUntil(() => sent.length > 0);
    await waitUntil(() => note(survey) !== '');
    expect(sent[0]!.record.answers).to.deep.equal({ score: 2, comment: 'Still heard' });
    expect(sent[0]!.init.keepalive).to.equal(true);
    expect(note(survey)).to.not.contain('Saved');
  });
});
