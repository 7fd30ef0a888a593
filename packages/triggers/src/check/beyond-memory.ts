import type { Condition, Range } from '@askwell/core';

import { MOST_REMEMBERED } from '../most-remembered.js';
import { leavesOf } from './leaves-of.js';

type Way = (string | number)[];

/** Whether a count that is held at the most that is remembered answers otherwise than one that goes on. */
const asksForMore = ({ gt = 0, gte = 0, lt = 0, lte = 0 }: Range): boolean => gt >= MOST_REMEMBERED || gte > MOST_REMEMBERED || lt > MOST_REMEMBERED || lte >= MOST_REMEMBERED;

/** The places in a condition that count an event further than a device remembers it. */
export function beyondMemory(condition: Condition, path: Way): Way[] {
  return leavesOf(condition, path).flatMap(({ leaf, path: at }) => ('event' in leaf && leaf.count && asksForMore(leaf.count) ? [[...at, 'count']] : []));
}
