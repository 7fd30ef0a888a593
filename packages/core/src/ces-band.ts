import type { CesBand } from './survey-definition.js';

/** The group of a 1–7 effort score: 5–7 agree, 4 neutral, 1–3 disagree. */
export function cesBand(score: number): CesBand {
  return score > 4 ? 'agree' : score < 4 ? 'disagree' : 'neutral';
}
