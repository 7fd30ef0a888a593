import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';

import { launch } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';

let demo: Demo;
let browser: Browser;
let page: Page;
const errors: string[] = [];

before(async () => {
  demo = await startDemo();
  browser = await launch('Chromium');
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${demo.url}/trigger-lab.html`);
  await page.waitForSelector('#timeline .row');
});
after(async () => {
  await browser.close();
  await demo.stop();
});

const prompts = (): Promise<string> => page.$eval('#timeline p', ({ textContent }) => textContent);

/** Puts a text into the editor as somebody pastes it. */
async function write(text: string): Promise<void> {
  await page.click('.cm-content');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.querySelector('.cm-content')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

describe('the trigger lab', () => {
  it('plays the examples, and shows a prompt where its campaign puts it', async () => {
    assert.match(await prompts(), /^[1-9]\d* prompts? in 90 days\.$/);
    await page.select('#campaign', 'nps-quarterly');
    await page.waitForSelector('#preview nps-survey');
    await page.click('#show');
    await page.waitForFunction(() => document.querySelector('nps-survey')?.matches(':state(open)'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('nps-survey')?.matches(':state(open)'));
  });

  it('plays what is written, and says what is wrong with it and where', async () => {
    const campaign = { id: 'daily', survey: 'csat', on: [{ page: true }], repeat: { dismissed: '1d', maxShows: 1000 }, show: { as: 'corner' } };
    await page.select('#person', '3');
    await page.select('#reaction', 'dismiss');
    await write(JSON.stringify({ version: 1, campaigns: [campaign, { ...campaign, id: 'never', sample: { percent: 0 } }] }, null, 2));
    await page.waitForFunction(() => document.querySelector('#timeline p')?.textContent === '13 prompts in 90 days.');
    await page.waitForFunction(() => document.querySelector('#findings')?.textContent?.includes('it asks 0 percent'));
    await page.click('#findings button');
    const line = await page.evaluate(() => getSelection()?.toString());
    assert.match(line ?? '', /"sample": \{/);
  });

  it('says that the calendar is that of the last sound file while this one is broken', async () => {
    const stale = (): Promise<string> => page.$eval('#stale', ({ textContent }) => textContent);
    const before = await prompts();
    assert.equal(await stale(), '');
    await write('{ "version": 1,');
    await page.waitForFunction(() => document.querySelector('#stale')?.textContent?.includes('last sound one'));
    assert.equal(await prompts(), before);
    await write('{ "version": 1, "campaigns": [] }');
    await page.waitForFunction(() => document.querySelector('#stale')?.textContent === '');
    assert.equal(await prompts(), '0 prompts in 90 days.');
  });

  it('is written from left to right, on a page from right to left too', async () => {
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    assert.equal(await page.$eval('.cm-content', (content) => getComputedStyle(content).direction), 'ltr');
    await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  });

  it('is dark where the page is, and changes with it', async () => {
    await write('{ "version": 1, "campaigns": [] }');
    /** The lightness of the paper and of every ink on it, from 0 to 1. */
    const look = (): Promise<{ paper: number; inks: number[]; gutter: number }> =>
      page.evaluate(() => {
        const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
        const lightness = (colour: string): number => {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
          return (0.2126 * red! + 0.7152 * green! + 0.0722 * blue!) / 255;
        };
        const of = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
        return {
          paper: lightness(of('#editor').backgroundColor),
          gutter: lightness(of('.cm-gutters').backgroundColor),
          inks: [...document.querySelectorAll('.cm-line, .cm-line span')].map((element) => lightness(getComputedStyle(element).color)),
        };
      });
    for (const value of ['dark', 'light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      // A page hears of it before its next frame.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const { paper, gutter, inks } = await look();
      assert.ok(inks.length > 1);
      if (value === 'dark') assert.ok(paper < 0.2 && gutter < 0.3 && inks.every((ink) => ink > 0.6), JSON.stringify({ paper, gutter, inks }));
      else assert.ok(paper > 0.9 && gutter > 0.9 && inks.every((ink) => ink < 0.5), JSON.stringify({ paper, gutter, inks }));
    }
    await page.emulateMediaFeatures([]);
  });

  it('checks from the JSON Schema as one writes', async () => {
    await write('{ "version": 1, "campaigns": [], "camp/ains": [] }');
    await page.waitForFunction(() => document.querySelector('#findings')?.textContent?.includes('broken at /camp~1ains'));
    await write('{ "version": 1, "campaigns": [], "campains": [] }');
    await page.waitForSelector('.cm-lintRange-error');
    await page.waitForFunction(() => document.querySelector('#findings')?.textContent?.includes('broken at /campains'));
    assert.deepEqual(errors, []);
  });
});
