import { Kit } from './kit.js';
import type { StartOptions } from './options.js';

/**
 * Starts asking: reads the configuration, observes the page and opens what it says. Several on one page take turns.
 *
 * @throws AskwellError `invalid-options` for an option that there is not, or that is of the wrong kind
 */
export function start(options: StartOptions = {}): Kit {
  return new Kit(options);
}
