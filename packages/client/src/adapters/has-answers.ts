import type { ResponseRecord } from '@askwell/core';

/** Whether anything was answered. */
export function hasAnswers({ answers }: ResponseRecord): boolean {
  return Object.keys(answers).length > 0;
}
