import type { Trigger } from '@askwell/core';

import { observeClick } from './observe-click.js';
import { observeExit } from './observe-exit.js';
import { observePage, type PageOptions } from './observe-page.js';
import { observeScroll } from './observe-scroll.js';
import { observeVisible } from './observe-visible.js';

export interface ObserveOptions extends PageOptions {
  /** Hears once of every trigger whose CSS selector no engine could read; it is not observed. */
  refused?: (selector: string) => void;
}

/** Observers at work. */
export interface Observing {
  /** The page says that it shows another address. Only needed where the engine does not tell; telling twice is harmless. */
  page(): void;
  /** Removes every listener and observer. */
  stop(): void;
}

/**
 * Watches the page for triggers and calls back with each one that happens: the same object that was given. Whether
 * the address of a `page` fits is not decided here. Installs only what some trigger needs; nothing is polled, and no
 * timer runs.
 */
export function observe<T extends Trigger>(
  triggers: readonly T[],
  tell: (trigger: T) => void,
  { refused, ...options }: ObserveOptions = {},
): Observing {
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

  const stops: (() => void)[] = [];
  const pages = having('page');
  const page = pages.length ? observePage(() => tellAll(pages), options) : undefined;
  const clicks = having('click').filter(({ click }) => readable(click));
  if (clicks.length) stops.push(observeClick((hit) => tellAll(clicks.filter(({ click }) => hit(click)))));
  const visible = having('visible').filter((trigger) => readable(trigger.visible));
  if (visible.length) stops.push(observeVisible(visible, tell));
  const scrolls = having('scroll');
  if (scrolls.length) stops.push(observeScroll(scrolls, tell));
  const exits = having('exit');
  if (exits.length) stops.push(observeExit(() => tellAll(exits)));

  return {
    page: () => page?.page(),
    stop() {
      page?.stop();
      for (const stop of stops.splice(0)) stop();
    },
  };
}
