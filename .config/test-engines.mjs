import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, requireChromium } from './find-chromium.ts';
import { findFirefox, findMiniBrowser } from './find-further-engines.ts';

const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';

/** Every test file in a browser context of its own, so that none sees the storage or the emulation of another. */
function isolated(options) {
  const launcher = chromeLauncher({
    concurrency: 1,
    ...options,
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  });
  const stop = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const result = await stop(id);
    // The launcher would use the page again for the next file.
    for (const { puppeteerPage } of launcher.inactivePages.splice(0)) await puppeteerPage.browserContext().close();
    return result;
  };
  return launcher;
}

function chromium() {
  return isolated({ launchOptions: { executablePath: requireChromium(), args: chromiumFlags } });
}

function firefox() {
  const executablePath = findFirefox();
  if (!executablePath) return missing('Firefox', 'apt-get install firefox-esr');
  return isolated({ puppeteer, launchOptions: { browser: 'firefox', executablePath, headless: true } });
}

async function webkit() {
  const binary = findMiniBrowser();
  if (!binary || !existsSync(WEBKIT_DRIVER)) return missing('WebKitGTK', 'apt-get install webkit2gtk-driver xvfb xauth');
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', WEBKIT_DRIVER, `--port=${port}`], { stdio: 'ignore', detached: true });
  process.on('exit', () => {
    try {
      process.kill(-driver.pid);
    } catch {
      // It has ended already.
    }
  });
  await answered(`http://127.0.0.1:${port}/status`);
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
}

function missing(browser, command) {
  console.error(`${browser} was not found. On Debian: ${command}`);
  process.exit(1);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answered(url) {
  for (let attempt = 0; attempt < 150; attempt++) {
    try {
      await fetch(url);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`Nothing answered at ${url} within 15 s.`);
}

const ENGINES = { chromium, firefox, webkit };

/** Launchers for a comma list of `chromium`, `firefox`, `webkit`. */
export function testEngines(list) {
  return Promise.all(
    list.split(',').map((name) => {
      const engine = ENGINES[name];
      if (!engine) throw new Error(`ENGINES names "${name}"; known are ${Object.keys(ENGINES).join(', ')}.`);
      return engine();
    }),
  );
}
