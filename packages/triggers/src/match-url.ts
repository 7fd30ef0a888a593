import type { AddressParts, UrlPattern } from '@askwell/core';
import { isObject } from '@askwell/core/shape.js';

const bare = (path: string): string => path.replace(/\/+$/, '');

/**
 * Whether a glob means a text: `*` stands for anything but a slash, `**` for anything. Takes time in proportion to the
 * length of the text and the number of stars, whatever they are.
 */
export function matchGlob(glob: string, text: string): boolean {
  const pieces = glob.match(/\*\*|[^]/gu) ?? [];
  /** Before which pieces the text so far may end, in order. */
  let at: number[] = [];
  const add = (to: number[], from: number): void => {
    if (!(to.at(-1)! >= from)) to.push(from);
    // A star may stand for nothing.
    if (pieces[from]?.[0] === '*') add(to, from + 1);
  };
  add(at, 0);
  for (const letter of text) {
    if (!at.length) break;
    const next: number[] = [];
    for (const index of at) {
      const piece = pieces[index];
      if (piece === '**' || (piece === '*' && letter !== '/')) add(next, index);
      else if (piece === letter) add(next, index + 1);
    }
    at = next;
  }
  return at.includes(pieces.length);
}

/** Whether one of the patterns holds, or there is none. */
const any = (patterns: string | readonly string[] | undefined, holds: (pattern: string) => boolean): boolean => !patterns || [patterns].flat().some(holds);

/** Whether a pattern means an address; `undefined` where the address cannot be read. */
export function matchUrl(pattern: UrlPattern, address: string | undefined): boolean | undefined {
  let url: URL;
  let path: string;
  try {
    url = new URL(address!);
    path = bare(decodeURI(url.pathname));
  } catch {
    return undefined;
  }
  const parts: AddressParts = isObject(pattern) ? pattern : { path: pattern };
  const { path: paths, host, query = {}, hash } = parts;
  return (
    any(paths, (glob) => matchGlob(bare(glob), path) || (glob.endsWith('/**') && matchGlob(glob, `${path}/`))) &&
    any(host, (glob) => matchGlob(glob, url.host)) &&
    any(hash, (glob) => matchGlob(glob, url.hash.slice(1))) &&
    Object.entries(query).every(([name, value]) => url.searchParams.getAll(name).some((given) => value === true || given === value))
  );
}
