import { classify, revisionKey, type Receipt, type Reply, type Verdict } from '@askwell/core';
import { attempt, type Post } from './attempt.js';
import { backoff, configPause, retryAfterMs } from './backoff.js';
import type { ClientEventType, Emit } from './client-events.js';
import type { Sendable } from './layout.js';
import type { Opens, Queue } from './queue.js';
import { soleSender } from './sole-sender.js';

/** A pass gives way to the other tabs after so many items, or so many ms. */
const PASS_ITEMS = 10;
const PASS_TIME = 20_000;
/** Replies that have an event of their own. */
const TOLD: { [verdict in Verdict]?: ClientEventType } = {
  ack: 'delivered',
  suspect: 'suspect',
  redirect: 'redirect',
  config: 'endpointconfig',
};

/** What a sender works with. */
export interface SenderSetup {
  queue: Queue;
  /** Submitted, and neither posted nor acknowledged yet, by key. */
  fresh: Map<string, Sendable>;
  endpoint: string;
  /** Name of the lock that all tabs share. */
  lock: string;
  /** Posts a revision; throws when the headers are faulty. */
  post: (item: Sendable) => Post;
  ack: Receipt;
  /** Asked before each request. */
  allowed: () => unknown;
  timeoutMs: number;
  now: () => number;
  random: () => number;
  emit: Emit;
  /** Called before each pass; resolves to whether there may be one. */
  adopt: () => Promise<boolean>;
  /** Called when no copy of the revision is needed any more. */
  settled: (item: Sendable, acknowledged: boolean) => void;
}

/** The loop that brings a queue home: one tab, one request at a time, in passes. */
export function createSender(setup: SenderSetup) {
  const { queue, fresh, endpoint, lock, timeoutMs, now, random, emit, adopt, settled } = setup;
  const owner = String(crypto.getRandomValues(new Uint32Array(2)));
  let fences = 0;
  let opens: Opens | undefined;
  let unlocked = false;
  let awake = true;
  let arriving = false;
  let again: boolean;
  let running: Promise<void> | undefined;
  let current: Promise<unknown> | undefined;
  let settling: Promise<unknown> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => {};
  let erase = new AbortController();

  /** Returns whether the others may be sent all the same. */
  async function settle(item: Sendable, verdict: Verdict, reply?: Reply): Promise<boolean> {
    const status = reply?.status ?? 0;
    const outcome = await queue.settle(item, verdict, status, (fails) => {
      if (verdict === 'busy') return 2000 + random() * 3000;
      if (verdict === 'config') return configPause(fails);
      return backoff(fails, random(), verdict === 'endpoint' ? retryAfterMs(reply!.retryAfter, now()) : 0);
    });
    if (outcome === true) settled(item, verdict === 'ack');
    const more = { status, reason: verdict };
    const told = TOLD[verdict];
    if (told) emit(told, item, more);
    if (typeof outcome === 'boolean') return true;
    const waiting = { ...more, waitMs: outcome };
    emit('retry', item, waiting);
    if (verdict === 'busy') return true;
    emit('gate', {}, waiting);
    return false;
  }

  async function deliver(item: Sendable): Promise<boolean> {
    const { signal } = erase;
    if (!setup.allowed()) return false;
    fresh.delete(revisionKey(item));
    emit('sending', item);
    let post: Post;
    try {
      post = setup.post(item);
    } catch {
      return settle(item, 'config');
    }
    const reply = await attempt(post, item.bytes, timeoutMs, signal);
    if (signal.aborted) return false;
    const verdict = classify(reply, item.id, endpoint.startsWith('https:'), setup.ack);
    const settled = settle(item, verdict, reply).catch(() => false);
    // The next one is on its way while this one is erased.
    if (verdict === 'ack') settling = settled;
    return verdict === 'ack' || settled;
  }

  function start(item: Sendable): Promise<boolean> {
    const going = deliver(item).catch(() => false);
    const before = current;
    current = going.then(() => settling).then(() => before);
    return going;
  }

  /** Posts what is fresh without a look at the queue, if the page is leaving. */
  function leave(): void {
    if (!awake) for (const item of fresh.values()) void start(item);
  }

  /** Sends what is due. Returns ms until more may be, `undefined` when nothing waits, or that another tab sends. */
  async function pass(turn: { over: boolean }, locked: boolean): Promise<number | 'busy' | undefined> {
    // A request that a hidden page left behind: its late ack still counts, and a second one would be a repeat.
    await current;
    const began = now();
    const over = (sent: number): boolean => sent === PASS_ITEMS || now() - began > PASS_TIME;
    for (let sent = 0; !turn.over; ) {
      if (over(sent)) return 0;
      const opened = opens;
      opens = undefined;
      // One until it is known that they arrive; and a lease is renewed with each.
      const most = locked && arriving ? PASS_ITEMS - sent : 1;
      const { items, wait } = await queue.take(`${owner}.${++fences}`, locked ? undefined : owner, most, opened);
      if (!items.length || turn.over) return wait;
      for (const item of items) if (turn.over || over(sent++) || !(arriving = await start(item))) break;
      await current;
    }
    return undefined;
  }

  async function work(locked: boolean): Promise<number | 'busy' | undefined> {
    const turn = { over: false };
    const stopped = new Promise<undefined>((resolve) => {
      stop = () => {
        turn.over = true;
        resolve(undefined);
      };
    });
    // The page may have left while it asked for the lock.
    if (!awake) stop();
    try {
      // A hidden page must not keep the lock, or it starves the others and stays out of the bfcache.
      return await Promise.race([pass(turn, locked), stopped]);
    } catch {
      return undefined;
    } finally {
      if (!locked) await queue.release(owner).catch(() => {});
    }
  }

  async function loop(): Promise<void> {
    let wait: number | 'busy' | undefined;
    do {
      again = false;
      clearTimeout(timer);
      if (!(await adopt())) return;
      // What only this tab remembers needs no lock, and goes at once.
      const alone = unlocked;
      unlocked = false;
      wait = await (alone ? work(true) : soleSender(lock, work));
      again ||= wait === 0;
    } while (again && awake);
    // Should the tab that sends have crashed, this is how long nobody does.
    if (wait === 'busy') wait = 200 + random() * 200;
    if (awake && wait !== undefined) timer = setTimeout(drain, wait);
  }

  async function drain(alone = false): Promise<void> {
    unlocked ||= alone;
    if (!awake) return;
    again = true;
    running ??= loop()
      .catch(() => {})
      .finally(() => {
        running = undefined;
        // Asked for after the loop had looked for the last time.
        return again ? drain() : undefined;
      });
    await running;
  }

  return {
    /** Sends what is due; resolves when this tab has nothing more to try for now. `alone` goes without the lock. */
    drain,
    /** The same, also after `sleep`, and after opening such gates. */
    wake(gates: Opens): Promise<void> {
      awake = true;
      opens = gates;
      return drain();
    },
    /** Lets go of the lock at once, and sends only what is fresh until `wake`. The request under way goes on. */
    sleep(): void {
      awake = false;
      clearTimeout(timer);
      stop();
      leave();
    },
    leave,
    /** Gives up the request under way, what it would have settled, and the pass. */
    abort(): void {
      erase.abort();
      erase = new AbortController();
      stop();
    },
  };
}
