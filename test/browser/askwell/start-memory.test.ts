import { expect } from '@open-wc/testing';
import type { Kit } from 'askwell/start.js';

import { begin, campaign, config, forget, gone, opens, prompts, rule, shown, stopAll } from './kit-page.js';

const HOUR = 3_600_000;
const { now } = Date;

/** Sets the clock of the page some milliseconds forward, or back. */
const setClock = (milliseconds: number): void => void (Date.now = () => now() + milliseconds);

const dismissed = async (kit: Kit): Promise<void> => {
  kit.track('done');
  await opens();
  await shown(kit);
  prompts()[0]!.dismiss();
  await gone();
};

const quick = config(campaign({ repeat: { dismissed: '1h' } }));

describe('what start() remembers', () => {
  beforeEach(forget);
  afterEach(() => {
    Date.now = now;
    stopAll();
  });

  it('takes what lies in the future for now once, and not anew on each page', async () => {
    setClock(48 * HOUR);
    const first = await begin({ config: quick });
    await dismissed(first);
    first.stop();
    setClock(0);
    const second = await begin({ config: quick });
    expect(rule(second, 'repeat').status).to.equal('fail');
    second.stop();
    setClock(HOUR + 1000);
    const third = await begin({ config: quick });
    expect(rule(third, 'repeat').status).to.equal('pass');
  });

  it('takes what lies in the future for now when the clock is set back within a page', async () => {
    const kit = await begin({ config: quick });
    await dismissed(kit);
    setClock(-48 * HOUR);
    expect(rule(kit, 'repeat').status).to.equal('fail');
    setClock(-47 * HOUR + 1000);
    expect(rule(kit, 'repeat').status).to.equal('pass');
  });

  it('writes nothing of a visitor who was never asked', async () => {
    const kit = await begin({ config: quick });
    kit.explain();
    expect(Object.keys(localStorage).filter((key) => key.includes('history'))).to.deep.equal([]);
  });
});
