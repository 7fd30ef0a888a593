import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { chromiumFlags, requireChromium } from '../../.config/find-chromium.ts';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/** A browser with a profile of its own. */
export function launch(name: 'Chromium' | 'Firefox'): Promise<Browser> {
  return name === 'Chromium'
    ? puppeteer.launch({ executablePath: requireChromium(), args: chromiumFlags })
    : puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
}

/**
 * Waits until an element has its shadow root. A locator that begins to wait earlier may never look again: it goes by
 * mutations, and attaching a shadow root is none.
 */
export async function untilUpgraded(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((found) => document.querySelector(found)?.shadowRoot, {}, selector);
}

/** Chooses a score in the page's survey and submits it with a comment, as a person would. */
export async function answer(page: Page, score: number, comment: string): Promise<void> {
  await untilUpgraded(page, 'nps-survey');
  await page.locator(`nps-survey >>> label:nth-of-type(${score + 1})`).click();
  await page.locator('nps-survey >>> textarea').fill(comment);
  await page.locator('nps-survey >>> [part=submit]').click();
  await page.locator('nps-survey >>> [part=thanks]').wait();
}

/** Waits until a survey says what became of the answer. */
export async function untilNote(page: Page, start: string): Promise<void> {
  await page.waitForFunction(
    (expected) =>
      document.querySelector('nps-survey')?.shadowRoot?.querySelector('[part=status]')?.textContent.startsWith(expected),
    { timeout: 20_000 },
    start,
  );
}
