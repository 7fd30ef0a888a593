import { expect, waitUntil } from '@open-wc/testing';

import { answerWith, ask, note, receiver, sent } from './page.js';

describe('askwell/nps-survey.js without IndexedDB', () => {
  it('sends the answer at once with keepalive and does not claim that it is saved', async () => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    // The client is there once it has delivered.
    await answerWith(await ask({ survey: 'first', endpoint: '/feedback' }), 2);
    await waitUntil(() => sent.length > 0);
    receiver(() => Promise.reject(new TypeError('offline')));
    const survey = await ask({ survey: 'second', endpoint: '/feedback' });
    await answerWith(survey, 3, 'Still heard');
    await waitUntil(() => note(survey) !== '');
    expect(note(survey)).to.equal('On its way.');
    const last = sent.find(({ record }) => record.survey === 'second')!;
    expect(last.record.answers).to.deep.equal({ score: 3, comment: 'Still heard' });
    expect(last.init.keepalive).to.equal(true);
  });
});
