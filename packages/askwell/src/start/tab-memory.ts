import { attempt } from './attempt.js';

/** Reads what this tab remembers; with a value, or `undefined` as one, writes it. Gone with the tab. */
export function tabMemory<T>(key: string, ...value: [unknown?]): T | undefined {
  return attempt(() => {
    if (!value.length) return JSON.parse(sessionStorage.getItem(key)!) as T;
    if (value[0] === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value[0]));
    return undefined;
  });
}
