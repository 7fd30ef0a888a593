import type { Browser } from 'puppeteer-core';

import { kill, killRenderers, open, start, within, withFolder, type Engine } from './browsers.ts';
import { openMiniBrowser } from './mini-browser.ts';
import type { Receiver } from './receiver.ts';
import { pick, seeded } from './seeded.ts';
import { Trial, type Reaction } from './trial.ts';

/** At the receiver: asked and not kept, kept and silent, kept and half a reply. */
const AT_RECEIVER: Record<string, Reaction> = { 'request-sent': 'hold', 'request-kept': 'keptHold', 'reply-begun': 'keptDrip' };

/** Those that stop the page's only thread, and those that leave the page alive but for this. */
const BLOCKING = ['inbox-before', 'inbox-after', 'put-before', 'put-after', 'claim-before', 'claim-after', 'settle-before', 'settle-after', 'erase-before', 'erase-after', 'quota-before'];
const HALTING = ['put-complete', 'quota-complete', 'lock-before', 'lock-held', 'claim-complete', 'fetch-before', 'body-read', 'settle-complete', 'lock-release'];

export const POINTS = [...BLOCKING, ...HALTING, ...Object.keys(AT_RECEIVER)];
export const WAYS = ['crash', 'close', 'SIGKILL'] as const;

type Way = (typeof WAYS)[number];

export interface KillResult {
  seed: number;
  point: string;
  way: Way;
  submitted: number;
  promised: number;
  stored: number;
  unpromised: number;
  redelivered: number;
  lost: string[];
  twice: string[];
  error?: string;
}

/** A page that is to be killed, and another one in the same storage. */
class Victim {
  readonly trial: Trial;
  readonly submitting: string;
  readonly draining: string;
  error: string | undefined;
  readonly point: string;
  readonly way: Way;
  readonly seed: number;

  constructor(receiver: Receiver, origin: string, point: string, way: Way, seed: number) {
    this.point = point;
    this.way = way;
    this.seed = seed;
    const random = seeded(seed);
    this.trial = new Trial(`kill-${point}-${way}-${seed}`);
    receiver.trials.set(this.trial.name, this.trial);
    const answers = 1 + Math.floor(random() * 4);
    const mode = pick(['together', 'stored', 'delivered'], random);
    // There may be one only of these, however many answers there are; of claims two: the first takes one answer, the next all that wait.
    const atMost = /^(lock|quota)/.test(point) ? 0 : point === 'claim-complete' ? 1 : answers;
    const at = Math.min(Math.floor(random() * answers), atMost);
    this.trial.delay = Math.floor(random() * 20);
    const reaction = AT_RECEIVER[point];
    if (reaction) this.trial.react = (request) => (request === at ? reaction : 'ok');
    const url = (more: Record<string, string>): string => `${origin}/kill.html?${new URLSearchParams({ trial: this.trial.name, ...more })}`;
    this.submitting = url({ point, at: String(at), answers: String(answers), mode });
    this.draining = url({ do: 'drain' });
  }

  arrived(): Promise<void> {
    return within(20_000, `reaching ${this.point}`, this.trial.arrived.promise);
  }

  drained(): Promise<void> {
    return within(40_000, 'draining', this.trial.drained.promise);
  }

  result(): KillResult {
    const { seed, point, way, trial, error } = this;
    return {
      seed, point, way,
      submitted: trial.submitted.size, promised: trial.promised.size, stored: trial.stored.size,
      unpromised: trial.unpromised().length, redelivered: trial.redelivered,
      lost: trial.lost(), twice: [...trial.twice], ...(error && { error }),
    };
  }
}

/** Crashes or closes a page of a browser that lives on. */
async function killPage(browser: Browser, victim: Victim): Promise<void> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    void page.goto(victim.submitting).catch(() => {});
    await victim.arrived();
    if (victim.way === 'close') await page.close();
    else {
      const crashed = new Promise((resolve) => page.once('error', resolve));
      // A thread that is blocked does not hear the command to crash.
      if (BLOCKING.includes(victim.point)) await killRenderers(browser);
      else void (await page.createCDPSession()).send('Page.crash').catch(() => {});
      await within(10_000, 'the crash', crashed);
    }
    const next = await context.newPage();
    void next.goto(victim.draining).catch(() => {});
    await victim.drained();
  } finally {
    await within(10_000, 'closing the context', context.close()).catch(() => {});
  }
}

/** Kills the process of a page in WebKitGTK, beside a page that waits for it. */
async function crashInWebKit(profile: string, victim: Victim): Promise<void> {
  const browser = await openMiniBrowser(profile, [victim.submitting, `${victim.draining}&after=killed`]);
  try {
    await victim.arrived();
    await browser.crashFirst();
    victim.trial.killed.resolve();
    await victim.drained();
  } finally {
    await browser.kill();
  }
}

/** Kills a browser with a page of each victim in it, and starts it again on the same profile. */
async function killBrowser(engine: Engine, profile: string, victims: Victim[]): Promise<void> {
  const first = await open(engine, profile, victims.map(({ submitting }) => submitting));
  try {
    await Promise.all(victims.map((victim) => victim.arrived()));
  } finally {
    await first.kill();
  }
  const second = await open(engine, profile, victims.map(({ draining }) => draining));
  try {
    await Promise.all(victims.map((victim) => victim.drained()));
  } finally {
    await second.kill();
  }
}

/**
 * What an engine can do. Firefox has no command to crash a page, and one process for all pages of a site;
 * WebKitGTK, as a person starts it, has none to close one.
 */
function possible(engine: Engine, point: string, way: Way): boolean {
  if (engine === 'firefox') return way === 'SIGKILL' || (way === 'close' && !BLOCKING.includes(point));
  return engine === 'chromium' || way !== 'close';
}

/** Kills `count` pages, every point in every way in turn; `workers` browsers at once. */
export async function killPages(receiver: Receiver, engine: Engine, count: number, seed: number, workers: number, onResult: (result: KillResult) => void): Promise<void> {
  const kinds = WAYS.flatMap((way) => POINTS.map((point) => ({ way, point }))).filter(({ way, point }) => possible(engine, point, way));
  const victims = Array.from({ length: count }, (_, index) => ({ ...kinds[(index * 17) % kinds.length]!, seed: seed + index }));
  const alone = victims.filter(({ way }) => way !== 'SIGKILL').map((victim) => [victim]);
  const together = victims.filter(({ way }) => way === 'SIGKILL');
  // One stroke kills a page of each origin; in Firefox, one that stands still would stop the others too.
  const atOnce = engine === 'firefox' ? 1 : receiver.origins.length;
  const groups = Array.from({ length: Math.ceil(together.length / atOnce) }, (_, index) => together.slice(index * atOnce, (index + 1) * atOnce));
  const jobs = [...alone, ...groups];
  const repeated = new Set<(typeof jobs)[number]>();
  const work = async (): Promise<void> => {
    let browser: Browser | undefined;
    let uses = 0;
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const group = job.map(({ point, way, seed: own }, index) => new Victim(receiver, receiver.origins[index]!, point, way, own));
      try {
        if (group[0]!.way === 'SIGKILL') await withFolder((profile) => killBrowser(engine, profile, group));
        else if (engine === 'webkit') await withFolder((profile) => crashInWebKit(profile, group[0]!));
        else await killPage((browser ??= await start(engine)), group[0]!);
      } catch (thrown) {
        for (const victim of group) victim.error = String(thrown);
      }
      // On a busy machine a browser may not come up in time. What was not brought to its end says nothing, so once more.
      const repeat = group[0]!.error !== undefined && !repeated.has(job);
      for (const victim of group) {
        receiver.trials.delete(victim.trial.name);
        if (!repeat) onResult(victim.result());
      }
      if (repeat) {
        repeated.add(job);
        jobs.push(job);
      }
      // A browser that is in trouble, or has had many crashes, is not the subject.
      if (browser && (group[0]!.error || ++uses % 50 === 0)) {
        await kill(browser);
        browser = undefined;
      }
    }
    if (browser) await kill(browser);
  };
  await Promise.all(Array.from({ length: workers }, work));
}
