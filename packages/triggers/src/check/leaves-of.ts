import type { Condition } from '@askwell/core';

type Way = (string | number)[];

/** The conditions within a condition that are joined of no others, with where each stands. */
export function leavesOf(condition: Condition, path: Way): { leaf: Condition; path: Way }[] {
  if ('not' in condition) return leavesOf(condition.not, [...path, 'not']);
  if ('all' in condition) return condition.all.flatMap((child, index) => leavesOf(child, [...path, 'all', index]));
  if ('any' in condition) return condition.any.flatMap((child, index) => leavesOf(child, [...path, 'any', index]));
  return [{ leaf: condition, path }];
}
