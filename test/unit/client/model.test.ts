import { createClient, type Client } from '@askwell/client';
import { uuidv7, type Delivery } from '@askwell/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { response } from './receiver.js';
import { runs } from './runs.js';

type Mood = 'ok' | '500' | 'kept500' | 'reset' | 'keptReset' | '429' | '409' | 'hang';
type Step =
  | { do: 'submit'; tab: number; id: number }
  | { do: 'repeat'; tab: number; id: number }
  | { do: 'mood'; mood: Mood }
  | { do: 'wait'; seconds: number }
  | { do: 'crash'; tab: number }
  | { do: 'flush'; tab: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('submit' as const), tab: fc.nat(2), id: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), tab: fc.nat(2), id: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('mood' as const),
      mood: fc.constantFrom<Mood>('ok', 'ok', '500', 'kept500', 'reset', 'keptReset', '429', '409', 'hang'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 3, 20, 60) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('flush' as const), tab: fc.nat(2) }) },
);

/** Lets the fake database, which works by immediates, come to rest. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await rest();
    await vi.advanceTimersByTimeAsync(1000);
  }
  await rest();
}

interface Tab {
  client: Client;
  alive: boolean;
  /** Requests under way. */
  requests: number;
  /** Promises of `sent` that are still open. */
  open: number;
}

/** Three tabs of one browser, one receiver that keeps the highest revision, and a script of what happens to them. */
class World {
  readonly bodies = new Map<string, string>();
  readonly stored = new Map<string, number>();
  readonly promised = new Map<string, number>();
  readonly highest = new Map<string, number>();
  readonly deliveries: Promise<unknown>[] = [];
  readonly faults: string[] = [];
  mood: Mood = 'ok';
  readonly #queue = uuidv7();
  readonly #ids = Array.from({ length: 4 }, () => uuidv7());
  readonly #tabs: Tab[] = [];

  constructor(readonly random: () => number) {
    for (let tab = 0; tab < 3; tab++) this.#tabs.push(this.#open());
  }

  #open(): Tab {
    const tab: Tab = { client: undefined!, alive: true, requests: 0, open: 0 };
    tab.client = createClient({
      endpoint: 'https://receiver.example/answers',
      queue: this.#queue,
      random: this.random,
      fetch: (_input, init) => (tab.alive ? this.#receive(init!, tab) : new Promise(() => {})),
    });
    tab.client.events.addEventListener('dead', (event) => this.faults.push(`dead ${(event as CustomEvent).detail.reason}`));
    tab.client.events.addEventListener('storage', () => this.faults.push('storage'));
    return tab;
  }

  async #receive(init: RequestInit, tab: Tab): Promise<Response> {
    tab.requests++;
    // A request that a crashed tab left behind is no sender's any more.
    if (this.#tabs.reduce((sum, { requests }) => sum + requests, 0) > 1) this.faults.push('two senders');
    try {
      return await this.#answer(init, tab);
    } finally {
      tab.requests--;
    }
  }

  async #answer(init: RequestInit, tab: Tab): Promise<Response> {
    const { mood } = this;
    const signal = init.signal!;
    const key = new Headers(init.headers).get('idempotency-key')!;
    const body = String(init.body);
    if ((this.bodies.get(key) ?? body) !== body) this.faults.push(`another body for ${key}`);
    this.bodies.set(key, body);
    const { id, revision } = JSON.parse(body) as { id: string; revision: number };
    if (key !== `"${id}.${revision}"`) this.faults.push(`the key ${key} for ${id}.${revision}`);
    if (mood === 'hang') return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (['ok', 'kept500', 'keptReset'].includes(mood)) this.stored.set(id, Math.max(revision, this.stored.get(id) ?? 0));
    if (!tab.alive) return new Promise(() => {});
    if (mood.endsWith('eset')) throw new TypeError('Failed to fetch');
    const status = mood === 'ok' ? 200 : Number(mood.replace('kept', ''));
    return new Response(JSON.stringify({ ok: status === 200, id, revision }), { status, headers: { 'retry-after': '2' } });
  }

  async run(what: Step): Promise<void> {
    if (what.do === 'wait') return pass(what.seconds);
    if (what.do === 'mood') return void (this.mood = what.mood);
    const tab = this.#tabs[what.tab]!;
    if (what.do === 'flush') return void tab.client.flush();
    if (what.do === 'crash') {
      tab.alive = false;
      tab.client.close();
      this.#tabs[what.tab] = this.#open();
      return;
    }
    const id = this.#ids[what.id]!;
    const revision = (this.highest.get(id) ?? 0) + (what.do === 'submit' ? 1 : 0);
    if (!revision) return;
    this.highest.set(id, revision);
    const submitted = tab.client.submit(response({ id, revision, answers: { score: revision % 11 } })).then((delivery) => this.#note(id, revision, delivery, tab));
    this.deliveries.push(submitted);
    await rest();
  }

  #note(id: string, revision: number, { state, sent }: Delivery, tab: Tab): void {
    if (state !== 'saved' && state !== 'sent') this.faults.push(`a submit was ${state}`);
    this.promised.set(id, Math.max(revision, this.promised.get(id) ?? 0));
    if (state === 'sent' && (this.stored.get(id) ?? 0) < revision) this.faults.push('sent, but not there');
    if (!sent) return;
    tab.open++;
    void sent.then(() => {
      tab.open--;
      if ((this.stored.get(id) ?? 0) < revision) this.faults.push('told sent, but not there');
    });
  }

  async heal(): Promise<number> {
    this.mood = 'ok';
    await Promise.all(this.deliveries);
    const [first] = this.#tabs as [Tab, Tab, Tab];
    // The longest pause is 300 s.
    for (let minute = 0; minute < 6 && (await first.client.pending()).length; minute++) await pass(60);
    // A hint may be lost; whoever waits looks again when it tries again.
    for (const { client } of this.#tabs) {
      void client.flush();
      await pass(3);
    }
    for (const { open } of this.#tabs) if (open) this.faults.push('sent, but never told');
    return (await first.client.pending()).length;
  }

  close(): void {
    for (const { client } of this.#tabs) client.close();
  }
}

describe.each([['Web Locks', true], ['the lease', false]])('three tabs with %s', (_name, locks) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    if (!locks) Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  });

  afterEach(() => {
    vi.useRealTimers();
    Object.defineProperty(globalThis, 'navigator', own);
  });

  it('lose nothing, store nothing twice, never change what a key stands for, and send one at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), async (steps, numbers) => {
        const world = new World(() => numbers.next().value as number);
        try {
          for (const what of steps) await world.run(what);
          expect(await world.heal()).toBe(0);
          expect(world.faults).toEqual([]);
          for (const [id, revision] of world.promised) expect(world.stored.get(id)).toBe(revision);
        } finally {
          world.close();
        }
      }),
      { numRuns: runs(200, 5000) },
    );
  }, runs(120_000, 7_200_000));
});
