import type { AskwellConfig } from '@askwell/core';
import { expect } from '@open-wc/testing';
import { start } from 'askwell/start.js';

const SECONDS = 3;

/** What was asked of the browser to be called back for, by kind. */
const asked: string[] = [];
const pending = new Set<unknown>();

/** Counts each call of what the browser calls back for, and what of it is still to come. */
function count(name: 'setTimeout' | 'setInterval' | 'requestAnimationFrame' | 'requestIdleCallback', clear: string): void {
  const target = globalThis as unknown as Record<string, ((...args: unknown[]) => unknown) | undefined>;
  const real = target[name];
  const realClear = target[clear];
  if (!real) return;
  target[name] = (callback, ...rest) => {
    const id: unknown = real.call(globalThis, (...args: unknown[]) => {
      if (name !== 'setInterval') pending.delete(id);
      (callback as (...args: unknown[]) => void)(...args);
    }, ...rest);
    asked.push(name);
    pending.add(id);
    return id;
  };
  target[clear] = (id) => {
    pending.delete(id);
    realClear?.call(globalThis, id);
  };
}

describe('a kit with nothing to do', () => {
  it('with a hundred campaigns of every kind sets no timer, asks for no frame and has none pending', async () => {
    const waitForSeconds = globalThis.setTimeout.bind(globalThis);
    count('setTimeout', 'clearTimeout');
    count('setInterval', 'clearInterval');
    count('requestAnimationFrame', 'cancelAnimationFrame');
    count('requestIdleCallback', 'cancelIdleCallback');
    const kinds = [{ event: 'e' }, { page: '/never' }, { click: '.x' }, { visible: '.x' }, { scroll: 50 }, { exit: true as const }];
    const config: AskwellConfig = {
      version: 1,
      campaigns: Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, survey: 'nps', on: [kinds[index % kinds.length]!], delay: '5s', if: { flag: 'never' }, show: { as: 'corner' } })),
    };
    const kit = start({ config, automation: true, flags: {} });
    await kit.ready;
    // What waits on the device is looked for once, when the page is idle.
    await new Promise((resolve) => waitForSeconds(resolve, 2000));
    kit.track('e');
    await new Promise((resolve) => waitForSeconds(resolve, 50));
    asked.length = 0;
    await new Promise((resolve) => waitForSeconds(resolve, SECONDS * 1000));
    expect([asked, [...pending]]).to.deep.equal([[], []]);
    kit.stop();
  });
});
