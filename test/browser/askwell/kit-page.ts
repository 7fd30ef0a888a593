import type { AskwellConfig, Campaign } from '@askwell/core';
import type { NpsSurvey } from '@askwell/surveys';
import type { PromptHistory } from '@askwell/triggers';
import { expect, waitUntil } from '@open-wc/testing';
import { start, type Kit, type StartOptions } from 'askwell/start.js';

import { receiver, sent } from './page.js';

const kits: Kit[] = [];

/** Driven by a program, a browser is asked nothing unless that is wanted. */
export async function begin(options: StartOptions = {}): Promise<Kit> {
  const kit = start({ automation: true, endpoint: '/kit', ...options });
  kits.push(kit);
  await kit.ready;
  return kit;
}

/** A device that knows nobody, and a receiver that takes everything. */
export function forget(): void {
  localStorage.clear();
  sessionStorage.clear();
  sent.length = 0;
  receiver(() => Promise.resolve(Response.json({ ok: true })));
}

/** Stops the kits that a test began. */
export function stopAll(): void {
  for (const kit of kits.splice(0)) kit.stop();
  expect(prompts(), 'a stopped kit leaves nothing on the page').to.have.length(0);
  document.documentElement.removeAttribute('data-askwell');
}

export const campaign = (more: Partial<Campaign> = {}): Campaign => ({ id: 'c', survey: 'nps', on: [{ event: 'done' }], show: { as: 'corner' }, ...more });
export const config = (...campaigns: Campaign[]): AskwellConfig => ({ version: 1, campaigns });

export const prompts = (): NpsSurvey[] => [...document.querySelectorAll<NpsSurvey>('nps-survey, csat-survey, feedback-prompt')];
export const openOnes = (): NpsSurvey[] => prompts().filter((survey) => survey.matches(':state(open)'));
export const opens = (): Promise<void> => waitUntil(() => openOnes().length === 1, 'a prompt opens', { timeout: 9000 });
export const gone = (): Promise<void> => waitUntil(() => prompts().length === 0, 'the prompt is gone', { timeout: 9000 });
export const shown = (kit: Kit): Promise<unknown> => new Promise((resolve) => kit.on('shown', resolve));
export const ended = (kit: Kit): Promise<unknown> => new Promise((resolve) => kit.on('ended', resolve));
/** Where something is kept of who visits: `history`, `session`. */
export const keyOf = (what: string): string => Object.keys(localStorage).find((each) => each.startsWith('askwell:session:'))!.replace('session', what);
/** What is remembered of who visits. */
export const history = (): PromptHistory => JSON.parse(localStorage.getItem(keyOf('history'))!) as PromptHistory;
/** What one rule says of a campaign now. */
export const rule = (kit: Kit, name: string, id = 'c') => kit.explain(id)!.rules.find((each) => each.rule === name)!;

/** Has a prompt open in another tab, as far as this one can see; returns what closes it. */
export async function promptElsewhere(): Promise<() => Promise<unknown>> {
  let free = (): void => undefined;
  const held = Promise.withResolvers<void>();
  const holding = navigator.locks.request('askwell-prompt', () => {
    held.resolve();
    return new Promise<void>((resolve) => (free = resolve));
  });
  await held.promise;
  return () => {
    free();
    return holding;
  };
}
