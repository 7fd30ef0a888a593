import { describe, expect, it } from 'vitest';

describe('@askwell/charts', () => {
  it('can be imported where there is no document', async () => {
    expect(typeof document).toBe('undefined');
    const { NpsScore, DistributionBar } = await import('@askwell/charts');
    expect([NpsScore.name, DistributionBar.name]).toEqual(['NpsScore', 'DistributionBar']);
  });
});
