import type { CsatBand } from './survey-definition.js';

/** The group of a satisfaction score: above the middle of 1–`max`, on it, or below. */
export function csatBand(score: number, max = 5): CsatBand {
  const middle = (1 + max) / 2;
  return score > middle ? 'satisfied' : score < middle ? 'dissatisfied' : 'neutral';
}
