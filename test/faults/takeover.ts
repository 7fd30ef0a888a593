import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';

import { kill, start, within } from './browsers.ts';
import type { Receiver } from './receiver.ts';
import { seeded } from './seeded.ts';
import type { Result } from './summary.ts';
import { Trial } from './trial.ts';

export interface TakeoverResult extends Result {
  mode: 'lock' | 'lease';
  /** From the crash of the sender to the first request of the other tab. */
  ms: number;
}

/** Crashes the tab that sends while another one waits for its turn. */
async function takeOver(receiver: Receiver, browser: Browser, mode: 'lock' | 'lease', seed: number): Promise<TakeoverResult> {
  const random = seeded(seed);
  const trial = new Trial(`takeover-${mode}-${seed}`);
  receiver.trials.set(trial.name, trial);
  trial.react = (request) => (request ? 'ok' : 'hold');
  const url = (answers: number): string =>
    `${receiver.origins[0]}/kill.html?${new URLSearchParams({ trial: trial.name, answers: String(answers), mode: 'stored', locks: mode === 'lease' ? 'none' : '' })}`;
  const context = await browser.createBrowserContext();
  let ms = 0;
  let error: string | undefined;
  try {
    const holder = await context.newPage();
    await holder.goto(url(3));
    await within(20_000, 'the first request', trial.arrived.promise);
    const other = await context.newPage();
    await other.goto(url(1));
    while (trial.promised.size < 4) await sleep(10);
    // Anywhere in the other tab's pause.
    await sleep(200 + random() * 1500);
    const session = await holder.createCDPSession();
    const crashed = new Promise((resolve) => holder.once('error', resolve));
    const began = performance.now();
    void session.send('Page.crash').catch(() => {});
    await within(10_000, 'the crash', crashed);
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

/** In Chromium, which alone can crash a page at a command. */
export async function takeOvers(receiver: Receiver, mode: 'lock' | 'lease', count: number, seed: number, onResult: (result: TakeoverResult) => void): Promise<void> {
  let browser = await start('chromium');
  for (let index = 0; index < count; index++) {
    const result = await takeOver(receiver, browser, mode, seed + index);
    onResult(result);
    if (!result.error) continue;
    await kill(browser);
    browser = await start('chromium');
  }
  await kill(browser);
}
