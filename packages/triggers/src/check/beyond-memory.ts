import type { Condition, Range } from '@askwell/core';

import { MOST_REMEMBERED } from '../most-remembered.js';

type Way = (string | number)[];

/** Whether a count that is held at the most that is remembered answers otherwise than one that goes on. */
const asksForMore = ({ gt = 0, gte = 0, lt = 0, lte = 0 }: Range): boolean => gt >= MOST_REMEMBERED || gte > MOST_REMEMBERED || lt > MOST_REMEMBERED || lte >= MOST_REMEMBERED;

/** The places in a condition that count an event further than a device remembers it. */
export function beyondMemory(condition: Condition, path: Way): Way[] {
  if ('event' in condition) return condition.count && asksForMore(condition.count) ? [[...path, 'count']] : [];
  if ('not' in condition) return beyondMemory(condition.not, [...path, 'not']);
  const key = 'all' in condition ? 'all' : 'any';
  const children = (condition as Partial<Record<'all' | 'any', Condition[]>>)[key] ?? [];
  return children.flatMap((child, index) => beyondMemory(child, [...path, key, index]));
}
