import type { FrameTexts } from '@askwell/locales';
import { csat } from '@askwell/locales/survey/english/csat.js';

/** What five pictures stand for where nobody says it, in the language of the texts: the lowest first. */
export function pointNames(texts: FrameTexts): string[] {
  const { csat1, csat2, csat3, csat4, csat5 } = { ...csat, ...texts };
  return [csat1, csat2, csat3, csat4, csat5];
}
