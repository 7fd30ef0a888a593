import type { Campaign } from '@askwell/core';

/** Which of the campaigns that may show goes first: the highest priority, then the first id. */
export function arbitrate(campaigns: readonly Campaign[]): Campaign | undefined {
  return [...campaigns].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || (a.id < b.id ? -1 : 1))[0];
}
