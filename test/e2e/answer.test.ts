import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';

import { answer, launch, untilNote, untilUpgraded } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';
import { network, type Network } from './network.ts';

interface Summary {
  n: number;
  counts: Record<string, number>;
}

let demo: Demo;

before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

const summary = async (survey: string): Promise<Summary> =>
  (await (await fetch(`${demo.url}/v1/main/summary?survey=${survey}`)).json()) as Summary;

/** What a chart says, once it contains what it is waited for: its sentence, then a line for each row of its table. */
async function chartText(page: Page, id: string, awaited: string): Promise<string> {
  const handle = await page.waitForFunction(
    (element, part) => {
      const root = document.getElementById(element)?.shadowRoot;
      const lines = [...(root?.querySelectorAll('figcaption, tr') ?? [])].map((line) =>
        (line.matches('tr') ? [...line.children] : [line]).map(({ textContent }) => textContent.trim()).join(' '),
      );
      const text = lines.join('\n');
      return text.includes(part) && text;
    },
    { timeout: 30_000 },
    id,
    awaited,
  );
  return String(await handle.jsonValue());
}

describe('an answer on its way from the tag to the chart', () => {
  let browser: Browser;
  let net: Network;
  before(async () => {
    browser = await launch('Chromium');
    net = await network(demo.url);
  });
  after(async () => {
    await browser.close();
    await net.close();
  });

  it('shows the scores of 5,640 passengers with intervals and the verdict on the fall', async () => {
    const page = await browser.newPage();
    await page.goto(`${net.url}/results.html`);
    const earlier = await chartText(page, 'sfo-2017', '2,746');
    assert.match(earlier, /NPS 39\.84/);
    assert.match(earlier, /37\.18 to 42\.41/);
    const later = await chartText(page, 'sfo-2018', 'since May 2017');
    assert.match(later, /NPS 30\.98/);
    assert.match(later, /28\.12 to 33\.77/);
    assert.match(later, /n 2,650/);
    assert.match(later, /down 8\.86 since May 2017, significant/);
    await page.close();
  });

  it('is given offline, survives a reload, is sent when the network returns, and raises n by one', async () => {
    const { n } = await summary('demo-nps');
    const chart = await browser.newPage();
    await chart.goto(`${net.url}/results.html`);
    await chartText(chart, 'demo', `Answers ${n}`);

    const page = await browser.newPage();
    await page.goto(`${net.url}/index.html`);
    await untilUpgraded(page, 'nps-survey');
    await page.locator('nps-survey >>> label:nth-of-type(1)').wait();
    // The emulation alone lets requests with keepalive through.
    net.cut = true;
    await page.setOfflineMode(true);
    await answer(page, 9, 'Answered without a network');
    await untilNote(page, 'Saved on this device');
    await page.reload().catch(() => undefined);
    assert.equal((await summary('demo-nps')).n, n);

    net.cut = false;
    await page.setOfflineMode(false);
    await page.goto(`${net.url}/index.html`);
    await chart.bringToFront();
    await chartText(chart, 'demo', `Answers ${n + 1}`);
    const after = await summary('demo-nps');
    assert.equal(after.n, n + 1);
    assert.equal(after.counts['9'], 1);
    await page.close();
    await chart.close();
  });
});

for (const name of ['Chromium', 'Firefox'] as const) {
  describe(`an answer given before the client's chunk was ever loaded, in ${name}`, () => {
    let browser: Browser;
    let net: Network;
    before(async () => {
      browser = await launch(name);
      net = await network(demo.url);
    });
    after(async () => {
      await browser.close();
      await net.close();
    });

    it('waits in the inbox, and leaves once the chunk can be fetched again', async () => {
      const { n } = await summary('demo-nps');
      const page = await browser.newPage();
      // The page itself comes through; whatever its script fetches later does not.
      await page.evaluateOnNewDocument(() => {
        Object.defineProperty(globalThis, 'requestIdleCallback', { value: () => 0 });
      });
      await page.goto(`${net.url}/index.html`);
      await untilUpgraded(page, 'nps-survey');
      await page.locator('nps-survey >>> label:nth-of-type(1)').wait();
      net.cut = true;
      await answer(page, 0, 'Before the client');
      await untilNote(page, 'Saved on this device');
      net.cut = false;
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await untilNote(page, 'Sent.');
      assert.equal((await summary('demo-nps')).n, n + 1);
      await page.close();
    });
  });
}
