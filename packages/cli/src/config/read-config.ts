import { surveyFault, type AskwellConfig } from '@askwell/core';
import { guardConfig, type ConfigFault } from '@askwell/triggers';

import { wrong } from './arguments.js';
import { readJson } from './json-file.js';
import { jsonPointer } from './json-pointer.js';

/** Reads a configuration as a page does: broken campaigns are off, the others count. */
export async function readConfig(file: string): Promise<{ config: AskwellConfig; faults: ConfigFault[] }> {
  const { config, faults } = guardConfig(await readJson(file), surveyFault);
  if (!config) throw wrong(`${file} is no configuration: it is broken at "${jsonPointer(faults[0]!.path)}". See: askwell check ${file}`);
  return { config, faults };
}
