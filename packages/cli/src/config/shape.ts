import { jsonPointer } from '@askwell/triggers';

import { wrong } from './arguments.js';

type Path = readonly (string | number)[];

/** Throws where a value is not what it has to be; `what` is the file in words. */
export type Shape = (value: unknown, path: Path, what: string) => void;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const SHOWN_LENGTH = 60;

function refuse(expected: string, value: unknown, path: Path, what: string): never {
  const text = JSON.stringify(value);
  const given = value === undefined ? 'it is missing' : `not ${text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text}`;
  throw wrong(`${what} is broken${path.length ? ` at "${jsonPointer(path)}"` : ''}: expected ${expected}, ${given}.`);
}

/** One value, as `expected` says it. */
export const one =
  (expected: string, fits: (value: unknown) => boolean): Shape =>
  (value, path, what) => {
    if (!fits(value)) refuse(expected, value, path, what);
  };

export const listOf =
  (shape: Shape): Shape =>
  (value, path, what) => {
    if (!Array.isArray(value)) refuse('a list', value, path, what);
    for (const [index, each] of value.entries()) shape(each, [...path, index], what);
  };

/** Values by name. */
export const namesOf =
  (shape: Shape): Shape =>
  (value, path, what) => {
    if (!isObject(value)) refuse('an object', value, path, what);
    for (const [name, each] of Object.entries(value)) shape(each, [...path, name], what);
  };

/** An object of these fields and no others; those of `must` have to be there. */
export const fields =
  (shapes: Readonly<Record<string, Shape>>, must: readonly string[] = []): Shape =>
  (value, path, what) => {
    if (!isObject(value)) refuse('an object', value, path, what);
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(shapes, key)) continue;
      throw wrong(`${what} has no "${key}"${path.length ? ` at "${jsonPointer(path)}"` : ''}; it can have ${Object.keys(shapes).join(', ')}.`);
    }
    for (const [key, shape] of Object.entries(shapes)) if (value[key] !== undefined || must.includes(key)) shape(value[key], [...path, key], what);
  };

/** An object of one of several kinds, each known by its field. */
export const kindOf =
  (kinds: Readonly<Record<string, Shape>>): Shape =>
  (value, path, what) => {
    const named = isObject(value) ? Object.keys(kinds).filter((kind) => Object.hasOwn(value, kind)) : [];
    if (named.length !== 1) refuse(`one of ${Object.keys(kinds).join(', ')}`, value, path, what);
    kinds[named[0]!]!(value, path, what);
  };

export const anything: Shape = () => {};
export const text = one('a text', (value) => typeof value === 'string' && value !== '');
export const flag = one('true or false', (value) => typeof value === 'boolean');
export const scalar = one('a text, a number, true or false', (value) => ['string', 'number', 'boolean'].includes(typeof value));
export const choice = (...choices: string[]): Shape => one(`one of ${choices.join(', ')}`, (value) => choices.includes(value as string));
export const number = (from = -Infinity, to = Infinity): Shape =>
  one(`a number${from === -Infinity ? '' : ` from ${from}`}${to === Infinity ? '' : ` to ${to}`}`, (value) => typeof value === 'number' && value >= from && value <= to);
export const whole = (from: number, to = Infinity): Shape =>
  one(`a whole number from ${from}${to === Infinity ? '' : ` to ${to}`}`, (value) => Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to);
export const device = choice('phone', 'tablet', 'desktop');
export const lang = one('a language such as en or de-CH', (value) => typeof value === 'string' && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(value));
