import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';

import { POLICIES } from '../policies.ts';
import { answer, launch, untilNote, untilUpgraded } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';
import { network, type Network } from './network.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

describe(`under the policy ${POLICY}`, () => {
  let demo: Demo;
  let browser: Browser;
  let net: Network;
  before(async () => {
    demo = await startDemo();
    browser = await launch('Chromium');
    net = await network(demo.url);
    net.headers = { 'content-security-policy': POLICY };
  });
  after(async () => {
    await browser.close();
    await net.close();
    await demo.stop();
  });

  it('asks inline and in a corner, delivers and charts without one violation', async () => {
    const scripts: string[] = [];
    for (const path of ['index.html', 'results.html']) {
      const html = await (await fetch(`${demo.url}/${path}`)).text();
      scripts.push(...[...html.matchAll(/<script type="module"[^>]* src="\.([^"]+)"/g)].map(([, src]) => src!));
    }
    assert.ok(scripts.length >= 2);
    net.pages['/strict'] = `<!doctype html>
      <html lang="en">
        <title>Strict</title>
        <nps-survey survey="strict" endpoint="/v1/main/responses"></nps-survey>
        <nps-survey survey="strict-corner" endpoint="/v1/main/responses" placement="corner" lang="de"></nps-survey>
        <nps-score src="/v1/main/summary?survey=sfo-2018-nps" previous-src="/v1/main/summary?survey=sfo-2017-nps" live></nps-score>
        <distribution-bar src="/v1/main/summary?survey=sfo-2018-nps"></distribution-bar>
        ${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}
      </html>`;
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // The browser asks for /favicon.ico by itself.
      if (message.type() === 'error' && !message.location().url?.endsWith('favicon.ico')) complaints.push(message.text());
    });
    await page.evaluateOnNewDocument(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        if (!blockedURI.endsWith('favicon.ico')) violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`);
      });
    });
    await page.goto(`${net.url}/strict`);
    const opened = page.waitForFunction(
      () => document.querySelector('[placement]')?.shadowRoot?.querySelector('[popover]')?.matches(':popover-open'),
      { timeout: 15_000 },
    );
    await opened;
    await page.locator('nps-survey[placement] >>> [part=later]').click();
    await answer(page, 10, 'Strictly fine');
    await untilNote(page, 'Sent.');
    await page.waitForFunction(() => document.querySelector('nps-score')?.shadowRoot?.textContent.includes('significant'));
    await page.waitForFunction(() => document.querySelector('distribution-bar')?.shadowRoot?.querySelector('table'));
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('nps-survey')!.shadowRoot!.querySelector('[part=surface]')!).borderTopStyle), 'solid');
    assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations), []);
    assert.deepEqual(complaints, []);
  });

  it('would have noticed a violation', async () => {
    net.pages['/broken'] = '<!doctype html><title>Broken</title><p style="color: red">Styled</p>';
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${net.url}/broken`);
    assert.match(complaints.join(), /style-src/);
  });
});

/** What is done with each widget, and where it says that this has worked. */
const WIDGETS: readonly [markup: string, press: string, says: string][] = [
  ['<nps-survey survey="csp" endpoint="/v1/main/responses"></nps-survey>', 'nps-survey >>> label:nth-of-type(8)', 'nps-survey'],
  ['<csat-survey survey="csp-csat" endpoint="/v1/main/responses"></csat-survey>', 'csat-survey >>> label:nth-of-type(4)', 'csat-survey'],
  ['<ces-survey survey="csp-ces" company="A" endpoint="/v1/main/responses"></ces-survey>', 'ces-survey >>> label:nth-of-type(6)', 'ces-survey'],
  ['<feedback-prompt survey="csp-feedback" endpoint="/v1/main/responses"></feedback-prompt>', 'feedback-prompt >>> label:nth-of-type(3)', 'feedback-prompt'],
];

describe('each survey (T13)', () => {
  let demo: Demo;
  let browser: Browser;
  let net: Network;
  let scripts: string[];
  before(async () => {
    demo = await startDemo();
    browser = await launch('Chromium');
    net = await network(demo.url);
    scripts = [];
    for (const path of ['index.html', 'surveys.html']) {
      const html = await (await fetch(`${demo.url}/${path}`)).text();
      scripts.push(...[...html.matchAll(/<script type="module"[^>]* src="\.([^"]+)"/g)].map(([, src]) => src!));
    }
  });
  after(async () => {
    await browser.close();
    await net.close();
    await demo.stop();
  });

  for (const [index, policy] of POLICIES.entries()) {
    it(`works without one violation under ${policy}`, async () => {
      const nonce = `n${index}`;
      net.headers = { 'content-security-policy': policy.replaceAll('NONCE', nonce) };
      net.pages[`/csp-${index}`] = `<!doctype html><html lang="en"><title>Policy</title>${WIDGETS.map(([markup]) => markup).join('')}
        ${scripts.map((src) => `<script type="module" nonce="${nonce}" src="${src}"></script>`).join('')}</html>`;
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.evaluateOnNewDocument(() => {
        const violations: string[] = [];
        Object.assign(globalThis, { violations });
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          if (!blockedURI.endsWith('favicon.ico')) violations.push(`${violatedDirective} ${blockedURI}`);
        });
      });
      await page.goto(`${net.url}/csp-${index}`);
      for (const [, press, tag] of WIDGETS) {
        await untilUpgraded(page, tag);
        await page.locator(press).click();
        if (tag === 'feedback-prompt') await page.locator(`${tag} >>> textarea`).fill('It works');
        await page.locator(`${tag} >>> [part=submit]`).click();
        await page.waitForFunction(
          (name) => document.querySelector(name)?.shadowRoot?.querySelector('[part=status]')?.textContent.startsWith('Sent.'),
          { timeout: 20_000 },
          tag,
        );
      }
      assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations), []);
      await context.close();
    });
  }
});
