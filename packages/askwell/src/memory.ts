import type { AskwellDraftEvent, SurveyDraft } from '@askwell/surveys';

/** A number that keeps two people on one device apart without naming them. */
function anonymous(respondentId: string): number {
  return [...respondentId].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 0);
}

/**
 * Keeps what a survey wants remembered on this device. What was only shown is forgotten with the visit; a draft and
 * the fact of having answered outlive it. Without storage nothing is remembered, and nothing breaks.
 */
export function remember(event: AskwellDraftEvent): void {
  const { survey, respondentId = '', draft } = event;
  const key = `askwell:draft:${survey}:${anonymous(respondentId)}`;
  try {
    if (draft) {
      const lasting = draft.revision || Object.keys(draft.answers).length;
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
