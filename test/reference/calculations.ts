import {
  normalCdf,
  normalQuantile,
  nps,
  npsCompare,
  npsCounts,
  npsFromCounts,
  npsInterval,
  npsMarginOfError,
  npsReport,
  npsVariance,
  roundPercents,
  scoreHistogram,
  wilson,
  type NpsCounts,
} from '@askwell/metrics';
import { readScores, type ColumnInput } from './read-scores.js';

/** What a case hands over. It comes from a file, so each calculation reads it as its own kind of input. */
export type CaseInput = Record<string, unknown>;

/** By the `fn` of a case: how its input becomes the call of a public function. */
export const calculations: Record<string, (input: CaseInput) => unknown> = {
  nps: (input) => nps(scoresOf(input)),
  npsFromCounts: (input) => {
    const result = npsFromCounts(countsOf(input));
    return { ...result, display1: result.nps?.toFixed(1) ?? null };
  },
  npsReport: (input) => npsReport(countsOf(input)),
  npsVariance: (input) => npsVariance(countsOf(input), pick<{ ddof: number }>(input, 'ddof')),
  npsInterval: (input) =>
    npsInterval(countsOf(input), pick<{ method: 'wald'; confidence: number }>(input, 'method', 'confidence')),
  npsMarginOfError: (input) => npsMarginOfError(countsOf(input), pick<{ confidence: number }>(input, 'confidence')),
  npsCompare: (input) =>
    npsCompare(
      countsOf(input.a as CaseInput),
      countsOf(input.b as CaseInput),
      pick<{ method: 'wald'; confidence: number }>(input, 'method', 'confidence'),
    ),
  scoreHistogram: (input) => scoreHistogram(scoresOf(input), (input.valid ?? input.range ?? [0, 10]) as [number, number]),
  wilson: (input) => wilson(input.successes as number, input.n as number, pick<{ confidence: number }>(input, 'confidence')),
  roundPercents: (input) => roundPercents(input.counts as number[], input.decimals as number | undefined),
  normalCdf: (input) => each(input.x, normalCdf),
  normalQuantile: (input) => each(input.p, normalQuantile),
};

function scoresOf(input: CaseInput): (number | null)[] {
  if (Array.isArray(input.scores)) return input.scores as (number | null)[];
  return readScores(input as unknown as ColumnInput);
}

/** The three groups: given as they are or under `counts`, or counted from scores. */
function countsOf(input: CaseInput): NpsCounts {
  if ('counts' in input) return input.counts as NpsCounts;
  if ('detractors' in input) return input as unknown as NpsCounts;
  return npsCounts(scoreHistogram(scoresOf(input), [0, 10]));
}

/** Those of the named options that the case states; the function's defaults stand for the others. */
function pick<Options extends object>(input: CaseInput, ...names: (keyof Options & string)[]): Partial<Options> {
  return Object.fromEntries(names.filter((name) => name in input).map((name) => [name, input[name]])) as Partial<Options>;
}

function each(values: unknown, calculate: (value: number) => number): number | number[] {
  return Array.isArray(values) ? (values as number[]).map(calculate) : calculate(values as number);
}
