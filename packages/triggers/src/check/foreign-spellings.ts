import type { AddressParts, Campaign, UrlPattern } from '@askwell/core';
import { isObject } from '@askwell/core/shape.js';

import { leavesOf } from './leaves-of.js';

type Way = (string | number)[];

/** An address is compared as it reads: decoded, its host in lower case and in ASCII. */
function spelling(pattern: UrlPattern, path: Way): { path: Way; why: string }[] {
  const { path: paths, host }: AddressParts = isObject(pattern) ? pattern : { path: pattern };
  const escaped = [paths ?? []].flat().find((glob) => /%[\da-f]{2}/i.test(glob));
  const foreign = [host ?? []].flat().find((glob) => /[A-Z]|[^ -~]/.test(glob));
  return [
    ...(escaped ? [{ path, why: `"${escaped}" means no page: write letters as they read, and * for a space` }] : []),
    ...(foreign ? [{ path, why: `"${foreign}" means no host: write it in lower case, and other letters as xn--…` }] : []),
  ];
}

/** The patterns of a campaign that no address can match for how they are written. */
export function foreignSpellings({ on = [], if: condition }: Campaign, path: Way): { path: Way; why: string }[] {
  const pages = on.flatMap((trigger, index) => ('page' in trigger && trigger.page !== true ? spelling(trigger.page, [...path, 'on', index, 'page']) : []));
  const conditions = condition ? leavesOf(condition, [...path, 'if']) : [];
  return [...pages, ...conditions.flatMap(({ leaf, path: at }) => ('url' in leaf ? spelling(leaf.url, [...at, 'url']) : []))];
}
