import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';

import { answer, launch, untilNote, untilUpgraded } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';
import { network, type Network } from './network.ts';

describe('a page without a build', () => {
  let demo: Demo;
  let browser: Browser;
  let net: Network;
  before(async () => {
    demo = await startDemo();
    browser = await launch('Chromium');
    net = await network(demo.url);
    net.folders['/kit/'] = fileURLToPath(new URL('../../packages/askwell/dist/cdn', import.meta.url));
  });
  after(async () => {
    await browser.close();
    await net.close();
    await demo.stop();
  });

  const scripts = {
    'the module and its chunks': '<script type="module" src="/kit/askwell.js"></script>',
    'the one self-contained file': '<script src="/kit/askwell.iife.js"></script>',
  };
  for (const [name, script] of Object.entries(scripts)) {
    it(`asks, in German too, and delivers with ${name}`, async () => {
      net.pages['/plain'] = `<!doctype html><html lang="de"><title>Plain</title>${script}
        <nps-survey survey="plain" again="always" endpoint="/v1/main/responses"></nps-survey>`;
      const page = await browser.newPage();
      await page.goto(`${net.url}/plain`);
      await answer(page, 7, 'Schlicht');
      await untilNote(page, 'Gesendet.');
      await page.close();
    });
  }

  it('defines a tag that comes into the page later', async () => {
    net.pages['/later'] = `<!doctype html><html lang="en"><title>Later</title><script type="module" src="/kit/askwell.js"></script>`;
    const page = await browser.newPage();
    await page.goto(`${net.url}/later`);
    await page.evaluate(() => document.body.append(document.createElement('nps-survey')));
    await untilUpgraded(page, 'nps-survey');
    await page.locator('nps-survey >>> [part=submit]').wait();
    await page.close();
  });
});
