import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

import { chromiumFlags, requireChromium } from '../../.config/find-chromium.ts';
import { findFirefox } from '../../.config/find-further-engines.ts';
import { killGroup } from './kill-group.ts';
import { openMiniBrowser } from './mini-browser.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** A browser that can be ended: as a person does, or with all its processes at once. */
export interface Killable {
  quit(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a browser, with a profile that outlives it if one is given. */
export function start(engine: Exclude<Engine, 'webkit'>, userDataDir?: string, args: string[] = []): Promise<Browser> {
  const options = { ...(userDataDir && { userDataDir }), protocolTimeout: 120_000 };
  return engine === 'chromium'
    ? puppeteer.launch({ ...options, executablePath: requireChromium(), args: [...chromiumFlags, ...args] })
    : puppeteer.launch({ ...options, browser: 'firefox', executablePath: findFirefox()!, headless: true });
}

/** Starts a browser on a profile, with a page of each address. */
export async function open(engine: Engine, profile: string, addresses: string[]): Promise<Killable> {
  if (engine === 'webkit') return openMiniBrowser(profile, addresses);
  const browser = await start(engine, profile);
  for (const address of addresses) void (await browser.newPage()).goto(address).catch(() => {});
  return { quit: () => browser.close(), kill: () => kill(browser) };
}

/** Ends a browser that Puppeteer started, which gave it a process group of its own. */
export function kill(browser: Browser): Promise<void> {
  return killGroup(browser.process()!);
}
/** The processes of a Chromium that run pages. */
export async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Ends every process that runs pages, and leaves the browser alive, as when memory is short. */
export async function killRenderers(browser: Browser): Promise<void> {
  for (const id of await renderers(browser)) process.kill(id, 'SIGKILL');
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
