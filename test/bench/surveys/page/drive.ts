import type { Variant } from './variants/variant.js';

type Load = () => Promise<Variant>;

/** What one visit found out. Times are milliseconds. */
export interface Visit {
  /** From the call to the first painted frame. */
  painted: number;
  /** From the prompt's opening to that frame; 0 where nothing opens. */
  opened: number;
  /** Long tasks since the call. */
  longTasks: number[];
  /** Each interaction until the next paint. */
  interactions: number[];
  /** Cumulative layout shift that no input explains. */
  shift: number;
  /** Timers and frame callbacks that were asked for, or ran, while the survey was left alone. */
  callbacks: number;
}

const query = new URLSearchParams(location.search);
const attributes = Object.fromEntries([...query].filter(([name]) => name === 'placement'));
const visit: Visit = { painted: 0, opened: 0, longTasks: [], interactions: [], shift: 0, callbacks: 0 };

const tell = (path: string, body: unknown = {}): Promise<Response> =>
  fetch(`${path}?visit=${query.get('visit')}`, { method: 'POST', body: JSON.stringify(body) });
/** Waits without a timer of the page. */
const wait = (ms: number): Promise<Response> => tell('/wait', ms);
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

function observe<E extends PerformanceEntry>(options: PerformanceObserverInit, take: (entry: E) => void): PerformanceObserver {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => take(entry as E)));
  observer.observe({ buffered: true, ...options });
  return observer;
}

/** The page is empty until the call: its first contentful paint is the frame that shows the survey. */
async function untilPainted(load: Load): Promise<void> {
  const first = new Promise<number>((resolve) => {
    observe({ type: 'paint' }, ({ name, startTime }) => {
      if (name === 'first-contentful-paint') resolve(startTime);
    });
  });
  let opening = 0;
  const { showPopover } = HTMLElement.prototype;
  HTMLElement.prototype.showPopover = function (options) {
    opening = performance.now();
    showPopover.call(this, options);
  };
  let variant: Variant | undefined;
  if (query.get('scenario') === 'prepared') {
    variant = await load();
    await variant.prepare?.();
    await wait(300);
  }
  await tell('/throttle');
  await frame();
  const call = performance.now();
  variant ??= await load();
  variant.show(attributes);
  const painted = await first;
  if (variant.scores().length !== 11) throw new Error('Something else was painted first.');
  visit.painted = painted - call;
  visit.opened = opening && painted - opening;
  observe({ type: 'longtask' }, ({ startTime, duration }) => {
    if (startTime + duration > call) visit.longTasks.push(duration);
  });
  // What is loaded once the page is idle belongs to the visit.
  await wait(600);
}

/** A page with text, where somebody answers. */
async function untilAnswered(load: Load): Promise<void> {
  document.body.innerHTML = '<p>A page with something to read.</p>'.repeat(40);
  await tell('/throttle');
  observe<PerformanceEntry & { value: number; hadRecentInput: boolean }>({ type: 'layout-shift' }, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) visit.shift += value;
  });
  observe({ type: 'longtask' }, ({ duration }) => visit.longTasks.push(duration));
  const variant = await load();
  const holder = document.createElement('div');
  document.body.prepend(holder);
  const opened = new Promise((resolve) => {
    if (attributes.placement) document.addEventListener('askwell-open', resolve, { capture: true, once: true });
    else resolve(undefined);
  });
  variant.show(attributes);
  const survey = document.querySelector('nps-survey')!;
  if (!attributes.placement) holder.append(survey);
  await opened;
  await wait(2000);
  // An inline tag makes room for itself; a prompt must not move anything.
  if (!attributes.placement) visit.shift = 0;
  const events: PerformanceEventTiming[] = [];
  observe<PerformanceEventTiming>({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit, (entry) => events.push(entry));
  const press = async (element: Element): Promise<void> => {
    const { x, y, width, height } = element.getBoundingClientRect();
    await tell('/press', { x: x + width / 2, y: y + height / 2 });
    await wait(400);
  };
  await press(variant.scores()[9]!);
  await tell('/press', { key: '7' });
  await wait(1500);
  await press(survey.shadowRoot!.querySelector('[part=submit]')!);
  await wait(1000);
  if (!survey.shadowRoot!.querySelector('[part=thanks]')) throw new Error('The answer was not submitted.');
  const interactions = new Map<number, number>();
  for (const { interactionId, duration } of events) {
    if (interactionId) interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
  }
  // Those under 16 ms are not reported.
  visit.interactions = [16, ...interactions.values()];
}

/** The survey is shown and left alone: until it has settled, and for five more seconds. */
async function untilLeftAlone(load: Load): Promise<void> {
  const variant = await load();
  variant.show(attributes);
  await wait(8000);
  if (variant.scores().length !== 11) throw new Error('It is not shown.');
  const counted = globalThis as unknown as { callbacks: number };
  counted.callbacks = 0;
  await wait(5000);
  visit.callbacks = counted.callbacks;
  await tell('/settled');
}

/** Does what the address of the page asks for, and posts what it found out. */
export async function drive(load: Load): Promise<void> {
  const scenarios: Record<string, (load: Load) => Promise<void>> = {
    first: untilPainted,
    prepared: untilPainted,
    answered: untilAnswered,
    alone: untilLeftAlone,
  };
  await scenarios[query.get('scenario')!]!(load).then(
    () => tell('/result', visit),
    (error: Error) => tell('/result', { error: error.message }),
  );
}
