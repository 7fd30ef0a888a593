import type { AddressParts, Campaign, Condition, UrlPattern } from '@askwell/core';
import { isObject } from '@askwell/core/shape.js';

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

function within(condition: Condition, path: Way): { path: Way; why: string }[] {
  if ('url' in condition) return spelling(condition.url, [...path, 'url']);
  if ('not' in condition) return within(condition.not, [...path, 'not']);
  if ('all' in condition) return condition.all.flatMap((child, index) => within(child, [...path, 'all', index]));
  return 'any' in condition ? condition.any.flatMap((child, index) => within(child, [...path, 'any', index])) : [];
}

/** The patterns of a campaign that no address can match for how they are written. */
export function foreignSpellings({ on = [], if: condition }: Campaign, path: Way): { path: Way; why: string }[] {
  const pages = on.flatMap((trigger, index) => ('page' in trigger && trigger.page !== true ? spelling(trigger.page, [...path, 'on', index, 'page']) : []));
  return [...pages, ...(condition ? within(condition, [...path, 'if']) : [])];
}
