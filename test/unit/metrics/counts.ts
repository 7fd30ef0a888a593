import type { NpsCounts } from '@askwell/metrics';
import fc from 'fast-check';

const count = fc.oneof(fc.nat(12), fc.nat(5000));

export const anyCounts = fc.record({ detractors: count, passives: count, promoters: count });

export const answeredCounts = anyCounts.filter((counts) => total(counts) > 0);

export const badCounts = [-1, 0.5, NaN, Infinity].flatMap((value) =>
  (['detractors', 'passives', 'promoters'] as const).map((group) => ({
    value,
    counts: { detractors: 3, passives: 3, promoters: 3, [group]: value },
  })),
);

export function total({ detractors, passives, promoters }: NpsCounts): number {
  return detractors + passives + promoters;
}
