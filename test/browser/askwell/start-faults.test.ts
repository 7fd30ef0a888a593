import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Kit } from 'askwell/start.js';

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
      // What was open would come back, and what is known of it would not count until then.
      sessionStorage.clear();
      const second = await begin({ config: asks });
      expect(rule(second, 'repeat').actual).to.deep.include({ shows: 1 });
    });
  }

  it('warns once of each selector that no engine reads, and goes on with the others', async () => {
    const before = warnings.length;
    const kit = await begin({ config: config(campaign({ on: [{ click: '..' }, { event: 'done' }] }), campaign({ id: 'd', on: [{ visible: ':nope(' }, { click: '..' }] })) });
    expect(warnings.slice(before).map((line) => /"(.*)"/.exec(line)?.[1])).to.deep.equal(['..', ':nope(']);
    kit.track('done');
    await opens();
  });

  it('warns once where its chunk cannot be loaded, and says nothing more', async () => {
    const module = new URL('./framed-kit.ts', import.meta.url).href;
    const turns = new URL('../../../packages/askwell/src/start/turns.ts', import.meta.url).href;
    const map = JSON.stringify({ imports: { [turns]: 'data:text/javascript,throw new Error("no such chunk")' } });
    const text = JSON.stringify({ config: config(campaign()), allowFrames: true });
    const page = `<!doctype html><html lang="en"><script>console.warn = (line) => (globalThis.told ??= []).push(line)</script><script type="importmap">${map}</script><script type="application/json" id="options">${text}</script><script type="module" src="${module}"></script>`;
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Frame" srcdoc=${page}></iframe>`);
    await waitUntil(() => frame.contentDocument?.documentElement?.dataset.kit === 'ready', 'the framed kit is ready', { timeout: 9000 });
    const inside = frame.contentWindow as unknown as Window & { kit: Kit; told: string[] };
    const heard = await uncaught(inside, async () => {
      inside.kit.track('done');
      inside.kit.page();
      inside.kit.identify('ann');
      inside.kit.later();
      inside.kit.stop();
      await inside.kit.ready;
    });
    expect(heard).to.deep.equal([]);
    expect(inside.told.filter((line) => line.startsWith('[askwell]'))).to.deep.equal(['[askwell] No survey opens by itself: no such chunk (start)']);
    expect(inside.kit.explain('c')).to.include({ show: false });
  });
});
