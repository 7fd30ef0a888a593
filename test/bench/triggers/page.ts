import { start } from 'askwell/start.js';
import type { AskwellConfig } from '@askwell/core';

import { median } from '../surveys/statistics.ts';

const CAMPAIGNS = 100;
const EVENTS = 400;
const WARM_UP = 100;
const REST_MS = 4000;

/** How many of the campaigns wait for the event that happens. */
const waiting = Number(new URLSearchParams(location.search).get('waiting'));

/** A hundred campaigns with conditions of every kind, as many for each event; none of them may show. */
const config: AskwellConfig = {
  version: 1,
  budget: { minGap: '14d', max: 4, per: '90d', afterDismiss: '30d' },
  campaigns: Array.from({ length: CAMPAIGNS }, (_, index) => ({
    id: `c${index}`,
    survey: 'nps',
    on: [{ event: 'other' }, { event: `done-${index % (CAMPAIGNS / waiting)}`, where: { plan: ['pro', 'team'], seats: { gte: 3 } } }],
    if: {
      all: [
        { trait: { createdAt: { olderThan: '30d' }, role: { not: ['trial', 'guest'] } } },
        { not: { url: ['/checkout/**', '/*/editor/**'] } },
        { any: [{ flag: `flag-${index}` }, { event: 'done-0', count: { gte: 3 }, within: '30d' }] },
        { not: { survey: '*', was: 'answered', within: '90d' } },
        { session: { number: { gte: 1000 } } },
      ],
    },
    sample: { percent: 50 },
    show: { as: 'corner' },
  })),
};

const props = { plan: 'pro', seats: 5 };

let spun = 1;
/** Computes and allocates nothing: what makes it slow at times is the machine. */
function spin(turns: number): void {
  for (let turn = 0; turn < turns; turn++) spun = (spun * 1_103_515_245 + 12_345) % 2_147_483_648;
}

function turnsWithin(ms: number): number {
  const TRIED = 1_000_000;
  spin(TRIED);
  const began = performance.now();
  spin(TRIED);
  return Math.round((TRIED * ms) / (performance.now() - began));
}

async function measure(): Promise<{ ours: number[]; bare: number[]; machine: number[] }> {
  const kit = start({ config, automation: true, respondent: { id: 'u1', traits: { createdAt: '2020-01-01', role: 'admin' } } });
  await kit.ready;
  const history = JSON.stringify({ shows: Array.from({ length: 50 }, (_, index) => ({ campaign: `c${index}`, survey: 'nps', at: index })), events: Array.from({ length: 200 }, (_, index) => ({ event: 'done-0', at: index, props })) });
  const ours: number[] = [];
  const bare: number[] = [];
  const machine: number[] = [];
  let matches = 0;
  let turns = 0;
  const warm: number[] = [];
  for (let round = 0; round < EVENTS + WARM_UP; round++) {
    const began = performance.now();
    kit.track('done-0', props);
    // What is tracked is decided in the next microtask.
    await Promise.resolve();
    await Promise.resolve();
    const between = performance.now();
    // The least that any such kit does: read what it remembers, and compare a name a hundred times.
    const past = JSON.parse(history) as { events: unknown[] };
    for (const { on } of config.campaigns) if (on!.some((trigger) => 'event' in trigger && trigger.event === 'done-0')) matches += past.events.length;
    const end = performance.now();
    if (round >= WARM_UP) {
      ours.push(between - began);
      bare.push(end - between);
      // As long as half of the events take.
      turns ||= turnsWithin(median(warm));
      const spinning = performance.now();
      spin(turns);
      machine.push(performance.now() - spinning);
    } else warm.push(between - began);
    if (round % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  if (matches !== waiting * 200 * (EVENTS + WARM_UP) || kit.explain('c0')?.reason === 'invalid') throw new Error('The bench has measured nothing.');
  return { ours, bare, machine };
}

// Until the processor is slowed down, and the browser has come to rest.
await fetch('/ready');
await new Promise((resolve) => setTimeout(resolve, REST_MS));
const result = await measure().catch((error: unknown) => ({ error: String(error) }));
await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
