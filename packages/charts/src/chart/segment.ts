import { roundPercents, type NpsCounts } from '@askwell/metrics';

import { formatNumber, type Language } from './format.js';
import { histogram, type ScoreSummary } from './score-summary.js';

/** A share of a whole. */
export interface Segment {
  name: string;
  count: number;
  /** `47.8%`; all segments of a whole add up to 100. Empty where there are too few answers for shares. */
  percent: string;
  /** `1,268 (47.8%)`, or the count alone. */
  value: string;
  /** A CSS colour. */
  color: string;
  /** Detractors carry a pattern besides their colour. */
  hatched: boolean;
}

/** Below this many answers there is neither a score nor a share: either would pass chance off as a finding. */
export const LEAST = 10;
/** From how many answers on percentages are shown with a decimal. */
const DECIMAL_BASE = 100;

/** The three groups of Net Promoter as segments. */
export function npsSegments(language: Language, { detractors, passives, promoters }: NpsCounts): Segment[] {
  const { texts } = language;
  return segments(language, [
    [`${texts.detractors} (0–6)`, detractors],
    [`${texts.passives} (7–8)`, passives],
    [`${texts.promoters} (9–10)`, promoters],
  ]);
}

/** Every score of the scale as a segment. */
export function scoreSegments(language: Language, summary: ScoreSummary): Segment[] {
  return segments(language, histogram(summary));
}

/** Coloured from the detractors' over the passives' to the promoters' colour. */
function segments(language: Language, parts: readonly (readonly [name: string | number, count: number])[]): Segment[] {
  const counts = parts.map(([, count]) => count);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const decimals = total < DECIMAL_BASE ? 0 : 1;
  const percents = roundPercents(counts, decimals);
  return parts.map(([name, count], index) => {
    const percent =
      total < LEAST ? '' : formatNumber(language, (percents[index] ?? 0) / 100, decimals, { style: 'percent' });
    const value = formatNumber(language, count);
    const place = (2 * index) / (parts.length - 1 || 1) - 1;
    return {
      name: `${name}`,
      count,
      percent,
      value: percent ? `${value} (${percent})` : value,
      color: `color-mix(in oklab, var(--_${place < 0 ? 'detractor' : 'promoter'}) ${Math.abs(place) * 100}%, var(--_passive))`,
      hatched: place === -1,
    };
  });
}
