import type { Campaign } from '@askwell/core';
import { sendKeys } from '@web/test-runner-commands';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Kit, StartOptions } from 'askwell/start.js';

import { begin, campaign, config, forget, gone, openOnes, opens, promptElsewhere, prompts, rule, stopAll } from './kit-page.js';

const HOUR = 3_600_000;

/** Lets the document say what no test can make it be, as long as `task` runs. */
async function as(told: Record<string, unknown>, task: () => Promise<void>): Promise<void> {
  for (const [name, value] of Object.entries(told)) Object.defineProperty(document, name, { configurable: true, get: () => value });
  try {
    await task();
  } finally {
    for (const name of Object.keys(told)) delete (document as unknown as Record<string, unknown>)[name];
  }
}

/** Moves the clock of the page by some milliseconds, as long as `task` runs. */
function later(milliseconds: number, task: () => void): void {
  const { now } = Date;
  Date.now = () => now() + milliseconds;
  try {
    task();
  } finally {
    Date.now = now;
  }
}

/** A kit whose prompt was put away just now. */
async function dismissed(more: Partial<Campaign>): Promise<Kit> {
  const kit = await begin({ config: config(campaign(more)) });
  kit.track('done');
  await opens();
  prompts()[0]!.dismiss();
  await gone();
  return kit;
}

/** Loads a kit into a frame of this page; says how many prompts are open in it, and why not one more. */
async function inFrame(options: StartOptions): Promise<{ open: () => number; why: () => string }> {
  const module = new URL('./framed-kit.ts', import.meta.url).href;
  const text = JSON.stringify(options).replaceAll('<', '\\u003c');
  const page = `<!doctype html><html lang="en"><script type="application/json" id="options">${text}</script><script type="module" src="${module}"></script>`;
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Frame" width="500" height="500" srcdoc=${page}></iframe>`);
  await waitUntil(() => frame.contentDocument?.documentElement?.dataset.kit === 'ready', 'the framed kit is ready', { timeout: 9000 });
  return {
    open: () => frame.contentDocument!.querySelectorAll('nps-survey:state(open)').length,
    why: () => JSON.stringify((frame.contentWindow as unknown as { kit: Kit }).kit.explain()),
  };
}

describe('start() at the edges', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('asks nobody inside a frame, unless that is allowed', async () => {
    const silent = await inFrame({ config: config(campaign({ on: [{ page: true }] })) });
    // Long enough for the first three seconds and the drawing.
    await aTimeout(4000);
    expect(silent.open()).to.equal(0);
    const asking = await inFrame({ config: config(campaign({ on: [{ page: true }] })), allowFrames: true });
    await waitUntil(() => asking.open() === 1, 'the frame asks', { timeout: 9000 }).catch((error: Error) => expect.fail(`${error.message}: ${asking.why()}`));
  });

  it('waits on a tab that is hidden, prerendered or fullscreen', async () => {
    const kit = await begin({ config: config(campaign()) });
    for (const [told, change, reason] of [
      [{ hidden: true }, 'visibilitychange', 'hidden'],
      [{ prerendering: true }, 'prerenderingchange', 'prerendering'],
      [{ fullscreenElement: document.body }, 'fullscreenchange', 'fullscreen'],
    ] as const) {
      await as(told, async () => {
        kit.track('done');
        await aTimeout(200);
        expect(rule(kit, 'moment').actual, reason).to.include(reason);
        expect(prompts(), reason).to.have.length(0);
        document.dispatchEvent(new Event(change));
        await aTimeout(50);
        expect(prompts(), reason).to.have.length(0);
      });
    }
    document.dispatchEvent(new Event('fullscreenchange'));
    await opens();
  });

  it('waits behind a modal of the page', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog aria-label="Page">A modal</dialog>`);
    dialog.showModal();
    const kit = await begin({ config: config(campaign()) });
    kit.track('done');
    await aTimeout(200);
    expect(prompts()).to.have.length(0);
    await sendKeys({ press: 'Escape' }).catch(() => undefined);
    dialog.close();
    await opens();
  });

  it('reads the history again inside the lock: what another tab has shown counts', async () => {
    const close = await promptElsewhere();
    const kit = await begin({ config: { ...config(campaign(), campaign({ id: 'd', survey: 'csat' })), budget: { minGap: '14d' } } });
    const key = Object.keys(localStorage).find((each) => each.startsWith('askwell:session:'))!.replace('session', 'history');
    kit.track('done');
    await aTimeout(200);
    localStorage.setItem(key, JSON.stringify({ shows: [{ campaign: 'd', survey: 'csat', at: Date.now() }], events: [] }));
    await close();
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
    expect(rule(kit, 'budget').status).to.equal('fail');
  });

  it('never puts a prompt in the place of one that is open, whatever its priority', async () => {
    const kit = await begin({ config: config(campaign(), campaign({ id: 'urgent', survey: 'csat', on: [{ event: 'other' }], priority: 99 })) });
    kit.track('done');
    await opens();
    kit.track('other');
    await aTimeout(300);
    expect(prompts().map(({ localName }) => localName)).to.deep.equal(['nps-survey']);
    expect(rule(kit, 'turn', 'urgent').status).to.equal('fail');
  });

  it('takes a clock that was set back for no time passed, and one set forward for what it says', async () => {
    const kit = await dismissed({ repeat: { dismissed: '1h' } });
    later(-24 * HOUR, () => {
      expect(rule(kit, 'repeat').status).to.equal('fail');
    });
    later(HOUR + 1000, () => {
      expect(rule(kit, 'repeat').status).to.equal('pass');
    });
  });

  it('takes a device whose storage was cleared for a new visitor', async () => {
    const kit = await dismissed({ repeat: { dismissed: '30d' } });
    expect(rule(kit, 'repeat').status).to.equal('fail');
    localStorage.clear();
    expect(rule(kit, 'repeat').status).to.equal('pass');
  });

  it('brings back no prompt and takes up no delay of half an hour ago, or of a campaign that is gone', async () => {
    const first = await begin({ config: config(campaign({ delay: '1h' })) });
    first.track('done');
    await first.ready;
    const kept = (): string | undefined => Object.keys(sessionStorage).find((key) => /^askwell:armed:\w+:c$/.test(key));
    await waitUntil(kept);
    first.stop();
    const keyOf = (id: string): string => kept()!.replace(/c$/, id);
    const keys = ['c', 'open'].map(keyOf);
    const old = { happened: { event: 'done' }, dueAt: Date.now() - 31 * 60_000 };
    for (const [id, armed] of Object.entries({ c: old, open: { ...old, shown: true }, unknown: { ...old, dueAt: Date.now() } })) {
      sessionStorage.setItem(keyOf(id), JSON.stringify(armed));
    }
    await begin({ config: config(campaign({ delay: '1s' }), campaign({ id: 'open' })) });
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
    expect(keys.map((key) => sessionStorage.getItem(key))).to.deep.equal([null, null]);
  });

  it('keeps a prompt open whose anchor leaves the page', async () => {
    const anchor = await fixture<HTMLElement>(html`<button id="anchor">Here</button>`);
    const kit = await begin({ config: config(campaign({ show: { as: 'anchor', anchor: '#anchor' } })) });
    kit.track('done');
    await opens();
    anchor.remove();
    await aTimeout(300);
    expect(openOnes()).to.have.length(1);
  });

  it('asks again on the page that the back/forward cache brings back', async () => {
    const kit = await begin({ config: config(campaign({ on: [{ page: true }], if: { trait: { ready: true } } })), respondent: { id: 'ann', traits: { ready: false } } });
    await aTimeout(100);
    kit.identify('ann', { ready: true });
    await aTimeout(200);
    expect(prompts()).to.have.length(0);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await opens();
  });

  it('asks once for an event that comes three times', async () => {
    const kit = await begin({ config: config(campaign({ repeat: { dismissed: '30d' } })) });
    kit.track('done');
    kit.track('done');
    await opens();
    expect(prompts()).to.have.length(1);
    prompts()[0]!.dismiss();
    await gone();
    kit.track('done');
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
  });
});
