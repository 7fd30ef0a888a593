import type { ResponseRecord } from '@askwell/core';

/**
 * What may be stored of a record: all of it, but where the person asks by Global Privacy Control or Do Not Track not to
 * be followed, the answer alone, without who gave it and where.
 */
export function permitted(record: ResponseRecord): ResponseRecord {
  const { globalPrivacyControl, doNotTrack } = (globalThis.navigator ?? {}) as Navigator & { globalPrivacyControl?: boolean };
  if (!globalPrivacyControl && doNotTrack !== '1') return record;
  const { respondent: _who, page: _where, campaign: _why, ...answer } = record;
  return answer;
}
