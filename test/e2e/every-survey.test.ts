import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';

import { launch, untilUpgraded } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const WIDTH = 1280;
const HEIGHT = 720;

let demo: Demo;
let browser: Browser;

before(async () => {
  demo = await startDemo();
  browser = await launch('Chromium');
});
after(async () => {
  await browser.close();
  await demo.stop();
});

/** Opens a page of the demo; with a tag, waits until that is there. */
async function open(path: string, tag?: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: HEIGHT });
  await page.goto(`${demo.url}/${path}`);
  if (tag) await untilUpgraded(page, tag);
  return page;
}

/** Waits until the survey says in its status what became of the answer. */
async function untilSent(page: Page, tag: string): Promise<void> {
  await page.waitForFunction(
    (name) => document.querySelector(name)?.shadowRoot?.querySelector('[part=status]')?.textContent?.includes('Sent.'),
    { timeout: 15_000 },
    tag,
  );
}

describe('the published elements in the pages of the demo', () => {
  const centred = ({ left, right }: Box): boolean => Math.abs(left + right - WIDTH) < 40;
  const placed: Readonly<Record<string, (box: Box, anchor: Box) => boolean>> = {
    corner: ({ left, right, bottom }) => left > WIDTH / 2 && WIDTH - right < 40 && HEIGHT - bottom < 40,
    sheet: ({ left, right, bottom }) => left < 20 && right > WIDTH - 20 && HEIGHT - bottom < 5,
    banner: ({ left, right, top }) => left < 20 && right > WIDTH - 20 && top < 5,
    modal: (box) => centred(box) && box.top > 50 && box.bottom < HEIGHT - 50,
    anchor: ({ top, bottom }, anchor) => Math.min(Math.abs(top - anchor.bottom), Math.abs(anchor.top - bottom)) < 30,
  };
  for (const [placement, stands] of Object.entries(placed)) {
    it(`stand where they belong as a prompt: ${placement}`, async () => {
      const page = await open('corner.html');
      await page.click(`[data-placement=${placement}]`);
      const surface = await page.waitForFunction(
        (name) => {
          const found = document.querySelector(`body > [placement=${name}]:last-child`)?.shadowRoot?.querySelector('[part=surface]');
          return found?.matches(':popover-open, [open]') && found.getAnimations().length === 0 && found;
        },
        { timeout: 10_000 },
        placement,
      );
      const boxes = await page.evaluate(
        (...elements) =>
          elements.map((element) => {
            const { left, right, top, bottom } = (element as Element).getBoundingClientRect();
            return { left, right, top, bottom };
          }),
        surface,
        await page.$('#here'),
      );
      assert.ok(stands(boxes[0]!, boxes[1]!), JSON.stringify(boxes));
      await page.close();
    });
  }

  it('take feedback from the tab at the edge, and deliver it', async () => {
    const page = await open('corner.html', 'feedback-prompt');
    await page.locator('feedback-prompt >>> [part=launcher]').click();
    await page.locator('feedback-prompt >>> textarea').fill('The lounge was warm');
    await page.locator('feedback-prompt >>> [part=submit]').click();
    await untilSent(page, 'feedback-prompt');
    await page.close();
  });

  for (const [tag, chosen] of [
    ['csat-survey', 4],
    ['ces-survey', 6],
  ] as const) {
    it(`take a score by <${tag}>, and deliver it`, async () => {
      const page = await open('surveys.html', tag);
      await page.locator(`${tag} >>> label:nth-of-type(${chosen})`).click();
      await page.locator(`${tag} >>> [part=submit]`).click();
      await untilSent(page, tag);
      await page.close();
    });
  }

  it('lead through the audit, step by step, and deliver it', async () => {
    const page = await open('surveys.html', 'survey-form');
    await page.locator('survey-form >>> [part=next]').wait();
    const step = (): Promise<string> => page.evaluate(() => document.querySelector('survey-form')!.shadowRoot!.querySelector('[part=progress]')!.textContent);
    const steps = Number(/of (\d+)/.exec(await step())![1]);
    assert.ok(steps > 15);
    for (let count = 1; count < steps; count++) {
      assert.equal(await step(), `Step ${count} of ${steps}`);
      await page.locator('survey-form >>> label:nth-of-type(3)').click();
      await page.locator('survey-form >>> [part=next]').click();
    }
    await page.locator('survey-form >>> textarea').fill('Fair');
    await page.locator('survey-form >>> [part=submit]').click();
    await untilSent(page, 'survey-form');
    await page.close();
  });

  it('give a form of the page its value', async () => {
    const page = await open('surveys.html', 'rating-scale');
    await page.locator('rating-scale >>> label:nth-of-type(5)').click();
    await page.click('#own button');
    assert.equal(await page.$eval('#own output', ({ textContent }) => textContent), 'taste=5');
    await page.close();
  });
});
