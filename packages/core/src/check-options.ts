import { AskwellError } from './askwell-error.js';

/**
 * Refuses what is no option, or of the wrong kind.
 *
 * @param of the function that takes them
 * @param kinds by name, one or several of those that `typeof` tells; what is left out is an option
 * @throws AskwellError `invalid-options`, also for a number below 0, and for what is none
 */
export function checkOptions(of: string, options: object, kinds: Readonly<Partial<Record<string, string>>>): void {
  const known = new Map(Object.entries(kinds));
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const kind = known.get(name) ?? 'nothing';
    const given = typeof value === 'number' && !(value >= 0) ? value : typeof value;
    if (value !== undefined && !kind.includes(`${given}`)) throw new AskwellError('invalid-options', `${of}() takes ${name} as ${kind}, not as ${given}.`);
  }
}
