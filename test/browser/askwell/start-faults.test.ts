import { expect } from '@open-wc/testing';

import { begin, campaign, config, forget, opens, rule, shown, stopAll } from './kit-page.js';
import { warnings } from './page.js';

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const throwing = { get plan(): string { throw new Error('not yet'); } };

/** What nobody has caught while `task` ran. */
async function uncaught(on: Window, task: () => Promise<unknown>): Promise<unknown[]> {
  const heard: unknown[] = [];
  const hear = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    heard.push(event.reason);
  };
  on.addEventListener('unhandledrejection', hear);
  await task();
  on.removeEventListener('unhandledrejection', hear);
  return heard;
}

describe('start() where something fails', () => {
  beforeEach(forget);
  afterEach(stopAll);

  for (const [name, props] of Object.entries({ 'a bigint': { plan: 3n }, 'a cycle': { plan: cyclic }, 'a getter that throws': throwing })) {
    it(`takes an event with ${name} among its properties, warns once, and remembers what comes after it`, async () => {
      const asks = config(campaign({ if: { any: [{ event: 'bought', where: { plan: 'pro' } }, { not: { event: 'never' } }] } }));
      const kit = await begin({ config: asks });
      const before = warnings.length;
      const heard = await uncaught(window, async () => {
        kit.track('bought', props);
        kit.track('done');
        await opens();
        await shown(kit);
      });
      expect(heard).to.deep.equal([]);
      expect(warnings.slice(before).filter((line) => line.includes('track'))).to.have.length(1);
      kit.stop();
      const second = await begin({ config: asks });
      expect(rule(second, 'repeat').actual).to.deep.include({ shows: 1 });
    });
  }
});
