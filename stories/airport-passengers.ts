import type { ScoreSummary } from '@askwell/charts';

/** How likely passengers of San Francisco Airport said they were to recommend it, 2017 and 2018. */
export const airport2017: ScoreSummary = { label: '2017', counts: { detractors: 342, passives: 968, promoters: 1436 } };
export const airport2018: ScoreSummary = { label: '2018', counts: { detractors: 447, passives: 935, promoters: 1268 } };

/** A few answers to the same question, score by score. */
export const fewAnswers: ScoreSummary = {
  label: '2018',
  counts: { 0: 1, 5: 2, 6: 3, 7: 4, 8: 5, 9: 4, 10: 3 },
  scale: [0, 10],
};

/** Satisfaction from 1 to 5. */
export const satisfaction: ScoreSummary = { label: '2018', counts: { 1: 14, 2: 61, 3: 402, 4: 1189, 5: 966 }, scale: [1, 5] };

/** An address that answers with a summary. */
export const addressOf = (summary: ScoreSummary): string => `data:application/json,${encodeURIComponent(JSON.stringify(summary))}`;
