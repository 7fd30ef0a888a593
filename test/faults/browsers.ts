import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

import { chromiumFlags, requireChromium } from '../../.config/find-chromium.ts';

export type Engine = 'chromium' | 'firefox';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/** Starts a browser, with a profile that outlives it if one is given. */
export function start(engine: Engine, userDataDir?: string, args: string[] = []): Promise<Browser> {
  const options = { ...(userDataDir && { userDataDir }), protocolTimeout: 120_000 };
  return engine === 'chromium'
    ? puppeteer.launch({ ...options, executablePath: requireChromium(), args: [...chromiumFlags, ...args] })
    : puppeteer.launch({ ...options, browser: 'firefox', executablePath: FIREFOX, headless: true });
}

/** Ends a browser with all its processes, as a power switch of the browser alone. */
export async function kill(browser: Browser): Promise<void> {
  const child = browser.process()!;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // Puppeteer gives it a process group of its own.
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

/** Ends every process of a Chromium that runs pages, and leaves the browser alive, as when memory is short. */
export async function killRenderers(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
  await session.detach();
}

/** Runs with a folder that is removed afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'askwell-faults-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** The promise, or an error that names what did not happen in time. */
export function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
