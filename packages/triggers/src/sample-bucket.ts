import { hash32, type Sample } from '@askwell/core';

/** Where in the hundred a visitor stands for a seed: at least 0, below 100, and always the same. */
export const sampleBucket = (seed: string, visitor: string): number => (hash32(`${seed}:${visitor}`) / 2 ** 32) * 100;

/** Whether a visitor is drawn. The lot is never stored: a higher percentage only adds people. */
export function isSampled({ percent, seed, offset = 0 }: Sample, campaign: string, visitor: string): boolean {
  return (sampleBucket(seed ?? campaign, visitor) - offset + 100) % 100 < percent;
}
