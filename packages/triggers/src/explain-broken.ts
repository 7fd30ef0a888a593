import type { Explain } from './explain.js';
import type { ConfigFault } from './guard-config.js';
import { jsonPointer } from './json-pointer.js';

/** Why what is broken shows nothing; a campaign without an id goes by its place. */
export function explainBroken({ path, campaign }: ConfigFault, at: string): Explain {
  // A broken one may have anything for an id.
  return { campaign: typeof campaign === 'string' ? campaign : jsonPointer(path), at, show: false, reason: 'invalid', status: 'invalid', rules: [], path: jsonPointer(path) };
}
