import { warnOfValue } from '@askwell/base';

import type { SurveyDraft } from './survey-draft.js';

const DAY = 86_400_000;
const LATER_DAYS = 7;
const DRAFT_DAYS = 30;

/** Whether a response lies so far back that its visitor is asked anew. A draft is taken up again for 30 days. */
export function againDue({ status, at }: SurveyDraft, again: string, now: number): boolean {
  let days = again === 'always' ? 0 : again === 'never' ? Infinity : Number(again || 90);
  if (!(days >= 0)) {
    days = 90;
    warnOfValue('again', again, '90');
  }
  const limits: Record<string, number> = { partial: DRAFT_DAYS, shown: DRAFT_DAYS, later: Math.min(days, LATER_DAYS) };
  return now - at >= DAY * (limits[status] ?? days);
}
