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

  it('checks from the JSON Schema as one writes', async () => {
    await write('{ "version": 1, "campaigns": [], "campains": [] }');
    await page.waitForSelector('.cm-lintRange-error');
    await page.waitForFunction(() => document.querySelector('#findings')?.textContent?.includes('broken at /campains'));
    assert.deepEqual(errors, []);
  });
});
