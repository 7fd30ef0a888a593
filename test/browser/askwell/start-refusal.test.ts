import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { NpsSurvey } from '@askwell/surveys';
import type { Kit } from 'askwell/start.js';

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

describe('a refusal where no storage is, while the client is still on its way', () => {
  it('lets no answer leave once the client is there', async () => {
    const source = (path: string): string => new URL(`../../../packages/askwell/src/${path}`, import.meta.url).href;
    const late = 'data:text/javascript,await parent.clientMayCome;export const drainWaiting=()=>0,handOver=(endpoint,record)=>void parent.handed.push(record)';
    const come = Promise.withResolvers<void>();
    const handed: unknown[] = [];
    Object.assign(window, { clientMayCome: come.promise, handed });
    const map = JSON.stringify({ imports: { [source('hand-over.ts')]: late } });
    const options = JSON.stringify({ ...agreed, allowFrames: true, endpoint: '/kit', config: { ...config(campaign()), consent: ['functional'] } });
    const deny = `for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`;
    const page = `<!doctype html><html lang="en"><script>${deny}</script><script type="importmap">${map}</script><script type="application/json" id="options">${options}</script><script type="module" src="${new URL('./framed-kit.ts', import.meta.url).href}"></script>`;
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Frame" width="800" height="600" srcdoc=${page}></iframe>`);
    const inside = frame.contentWindow as unknown as Window & { kit: Kit };
    await waitUntil(() => frame.contentDocument?.documentElement?.dataset.kit === 'ready', 'the framed kit is ready', { timeout: 9000 });
    const survey = (): NpsSurvey | null => frame.contentDocument!.querySelector('nps-survey');
    await inside.kit.open('c');
    await waitUntil(() => survey()?.matches(':state(open)'), 'the prompt opens', { timeout: 9000 });
    const answered = new Promise((resolve) => frame.contentDocument!.addEventListener('askwell-response', ({ record }) => record.status === 'complete' && resolve(record)));
    void answerWith(survey()!, 9);
    await answered;
    await aTimeout(0);
    inside.kit.setConsent({ functional: false });
    come.resolve();
    await waitUntil(() => !survey(), 'the prompt is gone');
    await aTimeout(200);
    expect(handed).to.deep.equal([]);
    inside.kit.stop();
  });
});
