import type { Explain } from './explain.js';
import type { ConfigFault } from './guard-config.js';
import { jsonPointer } from './json-pointer.js';

/** Why what is broken shows nothing; a campaign without an id goes by its place. */
export function explainBroken({ path, campaign = jsonPointer(path) }: ConfigFault, at: string): Explain {
  return { campaign, at, show: false, reason: 'invalid', status: 'invalid', rules: [], path: jsonPointer(path) };
}
