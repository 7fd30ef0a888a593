import { npsCounts, type NpsCounts } from '@askwell/metrics';

/** Answers of one wave or segment, counted. The summary address of a collector answers it. */
export interface ScoreSummary {
  /** What the wave or segment is called: `2018`. */
  label?: string;
  /** How often each score was given, by score; or the three groups of Net Promoter by name. */
  counts: Readonly<Record<string, number>>;
  /** How many of the answers are not submitted yet. */
  partial?: number;
  /** Lowest and highest score that could be given; without it, that were given. */
  scale?: readonly [min: number, max: number] | null;
}

const NPS_SCALE = [0, 10] as const;

/**
 * The three groups of Net Promoter.
 *
 * @throws RangeError when the answers are not on a scale of 0 to 10, or their counts are none.
 */
export function npsGroups({ counts, scale }: ScoreSummary): NpsCounts {
  if ('promoters' in counts) return counts as unknown as NpsCounts;
  if (`${scale ?? NPS_SCALE}` !== `${NPS_SCALE}`) throw new RangeError(`Scores from 0 to 10 were expected, not ${scale}.`);
  return npsCounts(histogram({ counts, scale: NPS_SCALE }).map(([, count]) => count));
}

/**
 * Every score of the scale with its count, in order.
 *
 * @throws RangeError on a score outside the scale.
 */
export function histogram({ counts, scale }: ScoreSummary): [score: number, count: number][] {
  const given = Object.keys(counts);
  const [min, max] = scale ?? [Math.min(...given.map(Number)), Math.max(...given.map(Number))];
  const result: [number, number][] = [];
  for (let score = min; score <= max; score++) result.push([score, counts[score] ?? 0]);
  if (given.some((score) => !result.some(([known]) => `${known}` === score))) {
    throw new RangeError(`Scores from ${min} to ${max} were expected, not ${given}.`);
  }
  return result;
}
