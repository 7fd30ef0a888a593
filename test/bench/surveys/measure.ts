import { join } from 'node:path';

import { bundle } from '../bundle.ts';
import { Chromium } from '../chromium.ts';
import { median, spread } from './statistics.ts';
import { Visits, type Query, type Visited } from './visits.ts';

const ROUNDS = 15;
/** Rounds of what takes long and varies little. */
const FEW = 3;
/** Differences in time below this mean nothing on a shared machine. */
const NOISE_MS = 8;
const QUIET_MS = 3000;

/** One line of the table: what was measured, and whether it is within its limit. */
interface Figure {
  name: string;
  value: string;
  limit?: string;
  kept?: boolean;
}

/** `<nps-survey>` beside a minimal Lit element and PostHog's survey, and what it does to a page. */
export async function measureSurveys(folder: string): Promise<boolean> {
  const scripts = join(folder, 'scripts');
  for (const page of ['nps', 'element', 'bare', 'posthog']) await bundle(`surveys/page/${page}.ts`, join(scripts, page), `/${page}/`);
  const chromium = await Chromium.start(join(folder, 'profile'));
  const visits = new Visits(chromium);
  try {
    await visits.start(scripts);
    // The first visit of all finds the browser itself still starting.
    await visits.visit({ variant: 'bare', scenario: 'first' });
    const figures = [...(await paint(visits)), ...(await answer(visits)), ...(await leaveAlone(visits))];
    print(figures);
    return figures.every(({ kept }) => kept !== false);
  } finally {
    await chromium.stop();
    visits.stop();
  }
}

/** Visits of each kind, in turn, so that a change in the machine's load meets them all alike. */
async function interleave<Name extends string>(visits: Visits, rounds: number, kinds: Record<Name, Query>): Promise<Record<Name, Visited[]>> {
  const names = Object.keys(kinds) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as Visited[]])) as Record<Name, Visited[]>;
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length]!;
      found[name].push(await visits.visit(kinds[name]));
    }
  }
  return found;
}

async function paint(visits: Visits): Promise<Figure[]> {
  const found = await interleave(visits, ROUNDS, {
    inline: { variant: 'nps', scenario: 'first' },
    bare: { variant: 'bare', scenario: 'first' },
    posthog: { variant: 'posthog', scenario: 'first' },
    corner: { variant: 'nps', scenario: 'first', placement: 'corner' },
    inlinePrepared: { variant: 'nps', scenario: 'prepared' },
    barePrepared: { variant: 'bare', scenario: 'prepared' },
    posthogPrepared: { variant: 'posthog', scenario: 'prepared' },
  });
  type Name = keyof typeof found;
  const times = (name: Name): number[] => found[name].map(({ painted }) => (name === 'corner' ? painted - QUIET_MS : painted));
  const painted = (name: string, of: Name, bare: Name, held: boolean): Figure => {
    const ratio = median(times(of)) / median(times(bare));
    const rounds = times(of).map((time, round) => time / times(bare)[round]!);
    const value = `${spread(times(of))} ms, ratio ${ratio.toFixed(2)} (by round ${spread(rounds, 2)})`;
    if (!held) return { name, value };
    return { name, value, limit: 'ratio ≤ 1.5', kept: ratio <= 1.5 || median(times(of)) - median(times(bare)) < NOISE_MS };
  };
  const long = (name: string, of: Name, held: boolean): Figure => {
    const longest = found[of].map(({ longTasks }) => Math.max(0, ...longTasks));
    const value = `in ${longest.filter(Boolean).length} of ${ROUNDS} rounds, longest ${Math.max(...longest).toFixed()} ms`;
    // One in a while is the machine's.
    return held ? { name, value, limit: 'none in most rounds', kept: median(longest) === 0 } : { name, value };
  };
  return [
    { name: 'First visit, call to paint: minimal Lit element', value: `${spread(times('bare'))} ms` },
    painted('First visit, call to paint: <nps-survey>', 'inline', 'bare', true),
    painted('First visit, call to paint: its corner prompt, less 3 quiet seconds', 'corner', 'bare', true),
    { name: '… of that, from opening to paint', value: `${spread(found.corner.map(({ opened }) => opened))} ms` },
    painted('First visit, call to paint: PostHog', 'posthog', 'bare', false),
    { name: 'Scripts loaded, call to paint: minimal Lit element', value: `${spread(times('barePrepared'))} ms` },
    painted('Scripts loaded, call to paint: <nps-survey>', 'inlinePrepared', 'barePrepared', true),
    painted('Scripts loaded, call to paint: PostHog', 'posthogPrepared', 'barePrepared', false),
    long('Long tasks, first visit: minimal Lit element', 'bare', false),
    long('Long tasks, first visit: <nps-survey>', 'inline', true),
    long('Long tasks, first visit: its corner prompt', 'corner', true),
    long('Long tasks, first visit: PostHog', 'posthog', false),
    long('Long tasks, scripts loaded: <nps-survey>', 'inlinePrepared', true),
  ];
}

async function answer(visits: Visits): Promise<Figure[]> {
  const found = await interleave(visits, FEW, {
    inline: { variant: 'nps', scenario: 'answered' },
    corner: { variant: 'nps', scenario: 'answered', placement: 'corner' },
  });
  const shift = Math.max(...found.corner.map((visit) => visit.shift));
  const slowest = (name: keyof typeof found): Figure => {
    const times = found[name].map(({ interactions }) => Math.max(...interactions));
    return { name: `Interaction to next paint: score, digit, Submit, ${name}`, value: `${spread(times)} ms`, limit: '≤ 100 ms', kept: median(times) <= 100 };
  };
  return [slowest('inline'), slowest('corner'), { name: 'Layout shift by the corner prompt', value: shift.toFixed(4), limit: '0', kept: shift === 0 }];
}

async function leaveAlone(visits: Visits): Promise<Figure[]> {
  // Nothing is timed here, so the visits need not wait for one another.
  const each = (query: Query): Promise<Visited[]> => Promise.all(Array.from({ length: FEW }, () => visits.visit(query)));
  const [inline, element, corner, bare, posthog] = await Promise.all([
    each({ variant: 'nps', scenario: 'alone' }),
    each({ variant: 'element', scenario: 'alone' }),
    each({ variant: 'nps', scenario: 'alone', placement: 'corner' }),
    each({ variant: 'bare', scenario: 'alone' }),
    each({ variant: 'posthog', scenario: 'alone' }),
  ]);
  const bareHeap = median(bare.map(({ heap }) => heap));
  const heap = (name: string, found: Visited[], held: boolean): Figure => {
    const kib = (median(found.map((visit) => visit.heap)) - bareHeap) / 1024;
    const figure = { name: `Heap over the minimal element: ${name}`, value: `${kib.toFixed()} KiB` };
    return held ? { ...figure, limit: '≤ 150 KiB', kept: kib <= 150 } : figure;
  };
  const callbacks = (name: string, found: Visited[], held: boolean): Figure => {
    const most = Math.max(...found.map((visit) => visit.callbacks));
    const figure = { name: `Timers and frame callbacks in 5 s, left alone: ${name}`, value: `${most}` };
    return held ? { ...figure, limit: '0', kept: most === 0 } : figure;
  };
  return [
    heap('inline', inline, true),
    heap('inline, without delivery', element, false),
    heap('corner', corner, true),
    heap('PostHog', posthog, false),
    callbacks('inline', inline, true),
    callbacks('corner', corner, true),
    callbacks('PostHog', posthog, false),
  ];
}

function print(figures: readonly Figure[]): void {
  console.log('surveys: Chromium at 4× CPU throttling, medians with quartiles. A difference below 8 ms means nothing.');
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, limit, kept } of figures) {
    console.log(`${kept === undefined ? ' ' : kept ? '✓' : '✗'} ${name.padEnd(width)}  ${value}${limit ? `; limit ${limit}` : ''}`);
  }
}
