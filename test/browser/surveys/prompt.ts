import { setViewport } from '@web/test-runner-commands';
import { expect, nextFrame } from '@open-wc/testing';

import { ask, find, next, type Asked } from './survey.js';

/** A prompt that has opened by itself, which takes three quiet seconds. */
export async function opened(attributes: Record<string, string> = {}): Promise<Asked> {
  const asked = await ask({ placement: 'corner', ...attributes });
  await next(asked.survey, 'askwell-open');
  await settled();
  await Promise.all(surfaceOf(asked).getAnimations().map(({ finished }) => finished));
  return asked;
}

export const surfaceOf = ({ survey }: Asked): HTMLElement => find(survey, '[part=surface]');

/** Whether the prompt stands open; a style sheet of the page must see the same. */
export function isOpen({ survey }: Asked): boolean {
  const open = survey.shadowRoot!.querySelector('[part=surface]')?.matches(':popover-open, [open]') ?? false;
  expect(survey.matches(':state(open)')).to.equal(open);
  return open;
}

/** Until what follows a focus or a change of size has been done. */
export async function settled(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Gives the window another size; answers false in an engine whose driver cannot. */
export async function resize(width: number, height: number): Promise<boolean> {
  try {
    await setViewport({ width, height });
  } catch {
    return false;
  }
  await settled();
  return innerWidth === width;
}

/** What the window shows in the middle of an element: the element that a pointer would hit there. */
export function hitAt(element: Element): Element | null {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
}
