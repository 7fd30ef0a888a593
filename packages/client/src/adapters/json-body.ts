import { wellFormed } from './well-formed.js';

/** The text of a JSON body; what is `undefined` is left out of it. */
export function jsonBody(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? wellFormed(each) : each));
}
