import { surveyFault, type AskwellConfig } from '@askwell/core';
import { guardConfig, jsonPointer, textFault, type ConfigFault } from '@askwell/triggers';

import { wrong } from './arguments.js';
import { readText, valueOf } from './json-file.js';

/** Reads a configuration as a page does: broken campaigns are off, the others count. */
export async function readConfig(file: string): Promise<{ config: AskwellConfig; faults: ConfigFault[] }> {
  const text = await readText(file);
  const large = textFault(text);
  if (large) throw wrong(`${file} is used by no page: ${large}.`);
  const { config, faults } = guardConfig(valueOf(file, text), surveyFault);
  if (!config) throw wrong(`${file} is no configuration: it is broken at "${jsonPointer(faults[0]!.path)}". See: askwell check ${file}`);
  return { config, faults };
}
