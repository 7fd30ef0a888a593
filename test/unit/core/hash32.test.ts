import { hash32 } from '@askwell/core';
import { describe, expect, it } from 'vitest';

describe('hash32', () => {
  it.each([
    ['', 2872998923],
    ['a', 444641715],
    ['nps:visitor-1', 4147736045],
  ])('of %j is %d for ever: queues and samples hang on it', (text, hash) => {
    expect(hash32(text)).toBe(hash);
  });

  it('spreads near inputs evenly over a hundred buckets', () => {
    const buckets = new Array<number>(100).fill(0);
    for (let visitor = 0; visitor < 100_000; visitor++) buckets[hash32(`nps:visitor-${visitor}`) % 100]! += 1;
    // 1000 expected in each; 6 standard deviations are 190.
    expect(Math.min(...buckets)).toBeGreaterThan(810);
    expect(Math.max(...buckets)).toBeLessThan(1190);
  });
});
