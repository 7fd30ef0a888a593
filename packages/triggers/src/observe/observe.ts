import type { Trigger } from '@askwell/core';

import { observeClick } from './observe-click.js';
import { observeExit } from './observe-exit.js';
import { observePage } from './observe-page.js';
import { observeScroll } from './observe-scroll.js';

export interface ObserveOptions {
  /** Removes every listener and observer when it aborts. */
  signal: AbortSignal;
  /** Hears once of every trigger that is not observed: no engine could read its CSS selector, or what observes it did not load. */
  refused?: (selector: string) => void;
}

/**
 * Watches the page for triggers and calls back with each one that happens: the same object that was given. Whether
 * the address of a `page` fits is not decided here. Installs only what some trigger needs; nothing is polled, and no
 * timer runs. Returns the function by which the page says that it shows another address, which is only needed where the
 * engine does not tell; telling twice is harmless.
 */
export function observe<T extends Trigger>(triggers: readonly T[], tell: (trigger: T) => void, { signal, refused }: ObserveOptions): () => void {
  const tellAll = (happened: readonly T[]): void => happened.forEach((trigger) => tell(trigger));
  const having = <K extends string>(key: K) => triggers.filter((trigger): trigger is T & Extract<Trigger, Record<K, unknown>> => key in trigger);
  const readable = (selector: string): boolean => {
    try {
      new DocumentFragment().querySelector(selector);
      return true;
    } catch {
      refused?.(selector);
      return false;
    }
  };

  const pages = having('page');
  const clicks = having('click').filter(({ click }) => readable(click));
  if (clicks.length) observeClick((hit) => tellAll(clicks.filter(({ click }) => hit(click))), signal);
  const visible = having('visible').filter((trigger) => readable(trigger.visible));
  // Most pages wait for no element.
  if (visible.length) {
    void import('./observe-visible.js').then(
      ({ observeVisible }) => signal.aborted || observeVisible(visible, tell, signal),
      () => visible.forEach((trigger) => refused?.(trigger.visible)),
    );
  }
  const scrolls = having('scroll');
  if (scrolls.length) observeScroll(scrolls, tell, signal);
  const exits = having('exit');
  if (exits.length) observeExit(() => tellAll(exits), signal);

  return pages.length ? observePage(() => tellAll(pages), signal) : () => {};
}
