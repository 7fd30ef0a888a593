import { issueWarning } from '@askwell/base';

const LIMIT = 10_000;

/** At most 10,000 characters of a text, none of them half of one; an ellipsis and one warning where there were more. */
export function cut(text: string): string {
  if (text.length <= LIMIT) return text.toWellFormed();
  issueWarning('too-long', `A text of ${text.length} characters is cut at ${LIMIT}: "${text.slice(0, 50)}…".`);
  return `${text.slice(0, LIMIT - 1)}…`.toWellFormed();
}
