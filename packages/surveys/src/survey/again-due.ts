import { issueWarning } from '@askwell/base';

import type { SurveyDraft } from './survey-draft.js';

const DAY = 86_400_000;
const LATER_DAYS = 7;

/** Days until a survey asks anew, from its `again` attribute: `always` is 0, `never` is endless, else a number of days. */
function againDays(again: string): number {
  if (again === 'always') return 0;
  if (again === 'never') return Infinity;
  const days = parseFloat(again);
  if (days >= 0) return days;
  issueWarning('invalid-again', `again="${again}" is neither a number of days nor "always" nor "never"; 90 days are used.`);
  return 90;
}

/** Whether a response that has ended lies so far back that its visitor may be asked anew. */
export function againDue(draft: SurveyDraft, again: string, now: number): boolean {
  const days = againDays(again);
  return now - draft.at >= DAY * (draft.status === 'later' ? Math.min(days, LATER_DAYS) : days);
}
