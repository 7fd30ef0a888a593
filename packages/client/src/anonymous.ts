import type { ResponseRecord } from '@askwell/core';

/** For `redact`: nobody's id or traits are stored or sent. */
export function anonymous({ respondent: _who, ...answer }: ResponseRecord): ResponseRecord {
  return answer;
}
