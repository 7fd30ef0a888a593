/** The three groups of Net Promoter. */
export type NpsBand = 'detractor' | 'passive' | 'promoter';

/** The group of a 0–10 answer: 0–6 detractor, 7–8 passive, 9–10 promoter (Reichheld 2003). */
export function npsBand(score: number): NpsBand {
  return score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
}
