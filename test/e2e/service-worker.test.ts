import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';

import { STARTS, WORKERS } from '../service-workers.ts';
import { answer, launch, untilNote } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';
import { network, type Network } from './network.ts';

describe('on a site whose service worker', () => {
  let demo: Demo;
  let browser: Browser;
  let net: Network;
  let folder: string;
  let scripts: string;
  before(async () => {
    demo = await startDemo();
    browser = await launch('Chromium');
    net = await network(demo.url);
    folder = await mkdtemp(join(tmpdir(), 'askwell-workers-'));
    net.folders['/site/workers/'] = folder;
    net.headers = { 'service-worker-allowed': '/' };
    const html = await (await fetch(`${demo.url}/index.html`)).text();
    scripts = [...html.matchAll(/<script type="module"[^>]* src="\.([^"]+)"/g)].map(([, src]) => `<script type="module" src="${src}"></script>`).join('');
  });
  after(async () => {
    await browser.close();
    await net.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const stored = async (survey: string): Promise<number> =>
    ((await (await fetch(`${demo.url}/v1/main/summary?survey=${survey}`)).json()) as { n: number }).n;

  /** A page of a browser of its own, under the service worker. */
  async function visit(index: number, worker: string): Promise<Page> {
    await writeFile(join(folder, `${index}.js`), STARTS + worker);
    net.pages[`/site/${index}`] = `<!doctype html><html lang="en"><title>Site</title>
      <nps-survey survey="worker-${index}" endpoint="/v1/main/responses"></nps-survey>${scripts}</html>`;
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(`${net.url}/site/${index}`);
    await page.evaluate(async (script) => {
      await navigator.serviceWorker.register(script, { scope: '/' });
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }, `/site/workers/${index}.js`);
    await page.reload();
    return page;
  }

  for (const [index, [what, worker]] of Object.entries(WORKERS).entries()) {
    it(`${what}, an answer is stored once, whether it was given with a network or without (T15)`, async () => {
      const page = await visit(index, worker);
      await answer(page, 9, 'With a network');
      await untilNote(page, 'Sent.');
      assert.equal(await stored(`worker-${index}`), 1);
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await page.reload();
      await page.locator('nps-survey >>> label:nth-of-type(1)').wait();
      net.cut = true;
      await answer(page, 3, 'Without a network');
      await untilNote(page, 'Saved on this device');
      assert.equal(await stored(`worker-${index}`), 1);
      net.cut = false;
      if (what.startsWith('sends again')) {
        const again = await page.evaluate(
          () =>
            new Promise((resolve) => {
              navigator.serviceWorker.addEventListener('message', ({ data }) => resolve(data));
              navigator.serviceWorker.controller!.postMessage('replay');
            }),
        );
        assert.ok(Number(again) > 0);
      }
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await untilNote(page, 'Sent.');
      assert.equal(await stored(`worker-${index}`), 2);
      await page.browserContext().close();
    });
  }
});
