import type { AskwellConfig } from '@askwell/core';
import { expect } from '@open-wc/testing';
import type { StartOptions } from 'askwell/start.js';

import { begin, campaign, config, forget, opens, prompts, stopAll } from './kit-page.js';
import { warnings } from './page.js';

const withSurveys = (surveys: object, ...campaigns: Parameters<typeof config>): AskwellConfig => ({ ...config(...campaigns), surveys: surveys as NonNullable<AskwellConfig['surveys']> });
const address = (text: string): string => URL.createObjectURL(new Blob([text]));

const realFetch = globalThis.fetch;
const { timeout } = AbortSignal;

/** Starts a kit, and says of what the developer was warned for it. */
async function warnedBy(options: StartOptions): Promise<string[]> {
  const before = warnings.length;
  await begin(options);
  return warnings.slice(before);
}

describe('the configuration of start()', () => {
  beforeEach(forget);
  afterEach(() => {
    globalThis.fetch = realFetch;
    AbortSignal.timeout = timeout;
    stopAll();
  });

  it('has a campaign off whose survey is broken, says where, and runs the others', async () => {
    const broken = { kind: 'form', steps: [{ id: 'a', type: 'hologram', question: 'Well?' }] };
    const kit = await begin({ config: withSurveys({ mine: broken }, campaign({ id: 'broken', survey: 'mine' }), campaign()) });
    expect(kit.explain('broken')).to.include({ show: false, reason: 'invalid', path: '/campaigns/0/survey' });
    expect(kit.explain('/surveys/mine/steps/0/type')).to.include({ reason: 'invalid', path: '/surveys/mine/steps/0/type' });
    kit.track('done');
    await opens();
  });

  it('has a campaign off whose survey is of no kind that there is', async () => {
    const kit = await begin({ config: withSurveys({ mine: { kind: 'quiz' } }, campaign({ survey: 'mine' }), campaign({ id: 'd' })) });
    expect(kit.explain('c')).to.include({ reason: 'invalid', status: 'invalid', path: '/campaigns/0/survey' });
    expect(kit.explain('/surveys/mine/kind')).to.include({ path: '/surveys/mine/kind' });
  });

  it('asks by a survey of its own that is sound', async () => {
    const kit = await begin({ config: withSurveys({ mine: { kind: 'nps', question: 'Would you tell a friend?' } }, campaign({ survey: 'mine' })) });
    kit.track('done');
    await opens();
    expect(prompts()[0]!.shadowRoot!.textContent).to.contain('Would you tell a friend?');
  });

  it('gives up an address that does not answer', async () => {
    const url = address(JSON.stringify(config(campaign())));
    const first = await begin({ config: url });
    first.stop();
    globalThis.fetch = (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error)));
    AbortSignal.timeout = () => timeout.call(AbortSignal, 0);
    const kit = await begin({ config: url });
    expect(kit.explain().map(({ campaign: id }) => id)).to.deep.equal(['c']);
  });

  it('warns once where a configuration cannot be fetched, read or used', async () => {
    for (const [source, says] of [
      ['/test/nowhere.json', /the server answered 404\. No survey opens by itself/],
      ['http://127.0.0.1:1/refused.json', /The configuration cannot be used: .*No survey opens by itself/],
      [address('{"version": 1,'), /The configuration cannot be used: .*JSON.*No survey opens by itself/],
      [address('{"version": 2, "campaigns": []}'), /it is broken at "\/version"\. No survey opens by itself/],
      [{ ...config(), budget: { max: -1 } }, /it is broken at "\/budget\/max"\. No survey opens by itself/],
    ] as const) {
      const warned = await warnedBy({ config: source });
      expect(warned, String(says)).to.have.length(1);
      expect(warned[0]).to.match(says);
      stopAll();
    }
  });

  it('refuses a configuration of more than 250,000 characters', async () => {
    const large = config(campaign(), ...Array.from({ length: 99 }, (_, index) => campaign({ id: `c${index}`, if: { any: Array.from({ length: 6 }, () => ({ url: `/${'x'.repeat(490)}` })) } })));
    expect(JSON.stringify(large).length).to.be.above(250_000);
    const [warning, ...more] = await warnedBy({ config: large });
    expect(warning).to.match(/it has more than 250,000 characters, or more than 2,000 asterisks\. No survey opens by itself/);
    expect(more).to.deep.equal([]);
  });

  it('has the browser ask the server each time whether it is still the same', async () => {
    const asked: (RequestCache | undefined)[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(init?.cache);
      return realFetch(input, init);
    };
    const url = new URL('./askwell.json', import.meta.url).href;
    for (const round of [1, 2]) {
      const kit = await begin({ config: url });
      expect(kit.explain().map(({ campaign: id }) => id), `${round}`).to.deep.equal(['from-a-file']);
      kit.stop();
    }
    expect(asked).to.deep.equal(['no-cache', 'no-cache']);
  });

  it('takes flags that throw for none, and warns once', async () => {
    const before = warnings.length;
    const kit = await begin({ config: config(campaign({ if: { flag: 'beta' } })), flags: () => { throw new Error('no flags yet'); } });
    kit.track('done');
    expect(kit.explain('c')!.rules.find(({ rule }) => rule === 'if')).to.include({ status: 'unknown' });
    kit.explain('c');
    expect(warnings.slice(before)).to.have.length(1);
    expect(warnings.at(-1)).to.match(/flags\(\) .*no flags yet/);
  });
});
