import { issueWarning } from '@askwell/base';
import { hash32, type AskwellConfig } from '@askwell/core';
import { guardConfig, jsonPointer, textFault, type ConfigFault } from '@askwell/triggers';

import { attempt } from './attempt.js';

const MOST_MS = 10_000;

/** A configuration that can be used, and what of it cannot. */
export interface SoundConfig {
  config: AskwellConfig;
  faults: readonly ConfigFault[];
}

/** Checks a configuration. One without anything sound in common is none. */
async function sound(text: string): Promise<SoundConfig> {
  const large = textFault(text);
  if (large) throw new Error(large);
  const value = JSON.parse(text) as AskwellConfig | null;
  // Whoever defines no survey needs nothing that checks one.
  const { config, faults } = guardConfig(value, value?.surveys && (await import('@askwell/core/survey-fault.js').then((module) => module.surveyFault)));
  if (!config) throw new Error(`it is broken at "${jsonPointer(faults[0]!.path)}"`);
  for (const { path } of faults) issueWarning('config', `The configuration is broken at "${jsonPointer(path)}". That is off.`);
  return { config, faults };
}

/**
 * Reads a configuration: an object, or from an address. The browser's cache asks the server whether it is still the
 * same (ETag). Where it cannot be had in time, or read, the last good one from this address is used, else none; one
 * warning says so.
 *
 * @param agreed whether the person has agreed to the purposes of a configuration: only then it is kept
 * @param broken hears what the warning says
 */
export async function readConfig(source: AskwellConfig | string, agreed: (config: AskwellConfig) => boolean, broken: (fault: string) => void): Promise<SoundConfig | undefined> {
  const remote = typeof source === 'string';
  const key = remote && `askwell:config:${hash32(new URL(source, document.baseURI).href).toString(36)}`;
  try {
    if (!remote) return await sound(JSON.stringify(source));
    const response = await fetch(source, { cache: 'no-cache', signal: AbortSignal.timeout(MOST_MS) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const text = await response.text();
    const read = await sound(text);
    // Who has not agreed yet has nothing kept.
    if (agreed(read.config)) attempt(() => localStorage.setItem(key as string, text));
    return read;
  } catch (error) {
    const kept = await attempt(() => sound(localStorage.getItem(key as string)!))?.catch(() => undefined);
    const fault = `The configuration cannot be used: ${(error as Error).message}. ${kept ? 'The last good one is used' : 'No survey opens by itself'}.`;
    broken(fault);
    issueWarning('config', fault);
    return kept;
  }
}
