import { hash32 } from '@askwell/core';
import type { AskwellDraftEvent, SurveyDraft } from '@askwell/surveys';

/**
 * Keeps what a survey wants remembered on this device. What was only shown is forgotten with the visit; a draft and
 * the fact of having answered outlive it. Without storage nothing is remembered, and nothing breaks.
 */
export function remember(event: AskwellDraftEvent): void {
  const { survey, respondentId = '', draft } = event;
  // A hash keeps two people on one device apart without naming them.
  const key = `askwell:draft:${survey}:${hash32(respondentId).toString(36)}`;
  try {
    if (draft) {
      const lasting = draft.revision || 'score' in draft.answers;
      if (!lasting) localStorage.removeItem(key);
      (lasting ? localStorage : sessionStorage).setItem(key, JSON.stringify(draft));
    } else {
      const known = localStorage.getItem(key) ?? sessionStorage.getItem(key);
      if (known) event.restored = JSON.parse(known) as SurveyDraft;
    }
  } catch {
    // Storage is denied or full.
  }
}
