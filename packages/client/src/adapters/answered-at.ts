import type { ResponseRecord } from '@askwell/core';

/** When this revision came about: ISO 8601 UTC, by the clock of the respondent's device. */
export function answeredAt({ answeredAt, shownAt }: ResponseRecord): string {
  return answeredAt ?? shownAt;
}
