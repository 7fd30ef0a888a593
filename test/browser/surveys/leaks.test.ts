import type { SurveyElement } from '@askwell/surveys';
import { expect, nextFrame } from '@open-wc/testing';

import { everyStep } from './every-survey.js';

/** What is put into the page and taken away. Tags that come later are added here. */
const SUBJECTS: { tag: string; attributes: Record<string, string>; properties?: object; mounts: number; opened?: 'by itself' | 'asked for' | undefined }[] = [
  { tag: 'nps-survey', attributes: {}, mounts: 1000 },
  { tag: 'nps-survey', attributes: { lang: 'de' }, mounts: 200 },
  { tag: 'nps-survey', attributes: { placement: 'corner' }, mounts: 200 },
  { tag: 'nps-survey', attributes: { placement: 'corner' }, mounts: 3, opened: 'by itself' },
  { tag: 'nps-survey', attributes: { autosubmit: '' }, mounts: 100 },
  { tag: 'nps-survey', attributes: {}, properties: { definition: { kind: 'nps', thanks: { text: 'Thank you!' } } }, mounts: 100 },
  ...['csat-survey', 'ces-survey', 'feedback-prompt', 'rating-scale'].map((tag) => ({ tag, attributes: {}, mounts: 100 })),
  { tag: 'survey-form', attributes: {}, properties: { definition: everyStep }, mounts: 100 },
  ...['tab', 'modal', 'anchor', 'sheet', 'banner'].flatMap((placement) => {
    const subject = { tag: 'nps-survey', attributes: { placement, anchor: 'body' } };
    return [{ ...subject, mounts: 100 }, { ...subject, mounts: 5, opened: 'asked for' as const }];
  }),
];
const AT_ONCE = 20;

/** What is still held: a text for each listener, observer and timer that began after the last `forget`. */
const held = new Map<unknown, string>();

/** Targets that outlive an element of the page. */
const lasting = (target: EventTarget): boolean =>
  new Set<unknown>([globalThis, document, document.documentElement, document.body, visualViewport]).has(target) || target instanceof MediaQueryList;

interface Listening {
  target: EventTarget;
  type: string;
  listener: unknown;
  capture: boolean;
}
const listening = new Set<Listening>();
const isCapture = (options?: AddEventListenerOptions | boolean): boolean => (typeof options === 'object' ? !!options.capture : !!options);

function watchListeners(): void {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const same = (target: EventTarget, type: string, listener: unknown, capture: boolean): Listening | undefined =>
    [...listening].find((one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture);
  const drop = (one: Listening | undefined): void => {
    if (!one) return;
    listening.delete(one);
    held.delete(one);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    const capture = isCapture(options);
    const { signal, once } = typeof options === 'object' && options ? options : {};
    if (listener && lasting(target) && !signal?.aborted && !same(target, type, listener, capture)) {
      const one = { target, type, listener, capture };
      listening.add(one);
      held.set(one, `listener of ${type}`);
      if (signal) add.call(signal, 'abort', () => drop(one), { once: true });
      if (once) add.call(target, type, () => drop(one), { once: true, capture, ...(signal && { signal }) });
    }
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    drop(same(target, type, listener, isCapture(options)));
    remove.call(target, type, listener, options);
  };
}

function watchObservers(): void {
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const) {
    const kind = globalThis[name].prototype as { observe(target: Node, options?: object): void; disconnect(): void };
    const { observe, disconnect } = kind;
    kind.observe = function (target, options) {
      held.set(this, name);
      observe.call(this, target, options);
    };
    kind.disconnect = function () {
      held.delete(this);
      disconnect.call(this);
    };
  }
}

function watchTimers(): void {
  const page = globalThis as unknown as Record<string, (...parts: unknown[]) => unknown>;
  for (const [start, stop, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
    ['requestIdleCallback', 'cancelIdleCallback', false],
  ] as const) {
    const begin = page[start];
    const end = page[stop];
    // WebKit has no requestIdleCallback.
    if (!begin || !end) continue;
    page[start] = (callback, ...rest) => {
      const id = begin((...values: unknown[]) => {
        if (!repeats) held.delete(`${start} ${String(id)}`);
        (callback as (...values: unknown[]) => void)(...values);
      }, ...rest);
      held.set(`${start} ${String(id)}`, start);
      return id;
    };
    page[stop] = (id) => {
      held.delete(`${start} ${String(id)}`);
      end(id);
    };
  }
}

/** What is held, counted by its kind. */
function counts(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const kind of held.values()) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}

/** Puts surveys into the page, lets each be answered in part, and takes them away again. */
async function mountAndRemove({ tag, attributes, properties, opened }: (typeof SUBJECTS)[number], count: number): Promise<WeakRef<Element>[]> {
  const surveys = Array.from({ length: count }, () => {
    const survey = document.createElement(tag) as SurveyElement;
    for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
    Object.assign(survey, properties);
    document.body.append(survey);
    return survey;
  });
  const opening = opened ? surveys.map((survey) => new Promise((resolve) => survey.addEventListener('askwell-open', resolve, { once: true }))) : [];
  for (const survey of surveys) {
    await survey.updateComplete;
    // Not by `waitUntil`, which leaves timers of its own.
    while (!survey.shadowRoot!.querySelector(attributes.placement ? '#surface' : '[part=surface], fieldset')) await nextFrame();
    survey.shadowRoot!.querySelectorAll<HTMLElement>('[type=radio]')[1]?.click();
    if (opened === 'asked for') await survey.open();
  }
  await nextFrame();
  await Promise.all(opening);
  for (const survey of surveys) {
    await survey.updateComplete;
    survey.remove();
  }
  return surveys.map((survey) => new WeakRef(survey));
}

describe('a survey that is removed', () => {
  before(() => {
    watchListeners();
    watchObservers();
    watchTimers();
  });

  for (const subject of SUBJECTS) {
    const { tag, attributes, mounts, opened } = subject;
    // Only one prompt at a time is open.
    const atOnce = opened ? 1 : AT_ONCE;
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);

    it(`<${tag}${written.join('')}> leaves no listener, observer, timer or node behind${opened ? ` once it has opened ${opened}` : ''}, ${mounts} times`, async () => {
      // The first one loads what the others use, and may put the one live region into the page.
      await mountAndRemove({ ...subject, opened: undefined }, 1);
      await nextFrame();
      held.clear();
      listening.clear();
      const nodes = document.querySelectorAll('*').length;
      let most = 0;
      const removed: WeakRef<Element>[] = [];
      for (let mounted = 0; mounted < mounts; mounted += atOnce) {
        const round = mountAndRemove(subject, atOnce);
        await nextFrame();
        most = Math.max(most, held.size);
        removed.push(...(await round));
      }
      await nextFrame();
      await nextFrame();
      expect(most, 'what was held while they stood in the page').to.be.at.least(atOnce);
      expect(counts()).to.deep.equal({});
      expect(document.querySelectorAll('*').length).to.equal(nodes);
      const { gc } = globalThis as { gc?: () => void };
      if (gc) {
        await new Promise((resolve) => setTimeout(resolve));
        gc();
        // The engine may still hold one or the other, such as the last that a frame was made for.
        expect(removed.filter((survey) => survey.deref()).length, 'removed and still in memory').to.be.below(AT_ONCE / 2);
      }
    }).timeout(90_000);
  }
});
