import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';

import { kill, renderers, start, within } from './browsers.ts';
import type { Receiver } from './receiver.ts';
import { seeded } from './seeded.ts';
import type { Result } from './summary.ts';
import { Trial } from './trial.ts';

export interface TakeoverResult extends Result {
  mode: 'lock' | 'lease';
  /** From the crash of the sender, or from when it stood still, to the first request of the other tab. */
  ms: number;
}

/** How the tab that sends comes to its end: for good, or until it goes on as if nothing had been. */
export type Ending = 'crash' | 'freeze';

/** As long as a tab stands still: longer than a lease. */
const FROZEN_MS = 40_000;

/** Crashes the tab that sends while another one waits for its turn, or has it stand still. */
async function takeOver(receiver: Receiver, browser: Browser, mode: 'lock' | 'lease', ending: Ending, seed: number): Promise<TakeoverResult> {
  const random = seeded(seed);
  const trial = new Trial(`${ending}-${mode}-${seed}`);
  receiver.trials.set(trial.name, trial);
  trial.react = (request) => (request ? 'ok' : 'hold');
  const url = (answers: number): string =>
    `${receiver.origins[0]}/kill.html?${new URLSearchParams({ trial: trial.name, answers: String(answers), mode: 'stored', locks: mode === 'lease' ? 'none' : '' })}`;
  const context = await browser.createBrowserContext();
  let ms = 0;
  let error: string | undefined;
  try {
    const other = await context.newPage();
    const others = await renderers(browser);
    const holder = await context.newPage();
    await holder.goto(url(3));
    await within(20_000, 'the first request', trial.arrived.promise);
    const own = (await renderers(browser)).filter((id) => !others.includes(id));
    await other.goto(url(1));
    while (trial.promised.size < 4) await sleep(10);
    // Anywhere in the other tab's pause.
    await sleep(200 + random() * 1500);
    const began = performance.now();
    if (ending === 'crash') await crash(holder);
    else {
      if (own.length !== 1) throw new Error(`The sender has ${own.length} processes`);
      for (const id of own) process.kill(id, 'SIGSTOP');
      await sleep(FROZEN_MS);
      for (const id of own) process.kill(id, 'SIGCONT');
    }
    const limit = performance.now() + 40_000;
    while (trial.stored.size < 4 && performance.now() < limit) await sleep(5);
    ms = trial.times.find((time) => time > began)! - began;
  } catch (thrown) {
    error = String(thrown);
  } finally {
    await within(10_000, 'closing the context', context.close()).catch(() => {});
  }
  receiver.trials.delete(trial.name);
  return {
    seed, mode, ms, promised: trial.promised.size, stored: trial.stored.size, redelivered: trial.redelivered,
    lost: trial.lost(), twice: [...trial.twice], ...(error && { error }),
  };
}

async function crash(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const crashed = new Promise((resolve) => page.once('error', resolve));
  void session.send('Page.crash').catch(() => {});
  await within(10_000, 'the crash', crashed);
}

/** In Chromium, which alone can crash a page at a command. */
export async function takeOvers(receiver: Receiver, mode: 'lock' | 'lease', ending: Ending, count: number, seed: number, onResult: (result: TakeoverResult) => void): Promise<void> {
  // Else the process of the sender could not be told from one that is kept ready for the next page.
  const startBrowser = (): Promise<Browser> => start('chromium', undefined, ['--disable-features=SpareRendererForSitePerProcess']);
  let browser = await startBrowser();
  for (let index = 0; index < count; index++) {
    const result = await takeOver(receiver, browser, mode, ending, seed + index);
    onResult(result);
    if (!result.error) continue;
    await kill(browser);
    browser = await startBrowser();
  }
  await kill(browser);
}
