import { npsChange, npsCompare, npsInterval, npsMarginOfError, npsReport, wilson, type NpsCounts } from '@askwell/metrics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCounts, answeredCounts, badCounts } from './counts.js';

const methods = ['adjusted-wald', 'wald', 'score'] as const;
const none = { detractors: 0, passives: 0, promoters: 0 };

describe('npsInterval', () => {
  it.each(methods)('of no answers is null (%s)', (method) => {
    expect(npsInterval(none, { method })).toBeNull();
  });

  it.each(methods)('is in order and within ±100 (%s)', (method) => {
    fc.assert(
      fc.property(answeredCounts, (counts) => {
        const [low, high] = npsInterval(counts, { method }) ?? [NaN, NaN];
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it.each(['wald', 'score'] as const)('holds the score (%s)', (method) => {
    fc.assert(
      fc.property(answeredCounts, (counts) => {
        const score = npsReport(counts).nps ?? NaN;
        const [low, high] = npsInterval(counts, { method }) ?? [NaN, NaN];
        expect(low).toBeLessThanOrEqual(score + 1e-9);
        expect(high).toBeGreaterThanOrEqual(score - 1e-9);
      }),
    );
  });

  it.each(methods)('mirrors when promoters and detractors are swapped (%s)', (method) => {
    fc.assert(
      fc.property(answeredCounts, (counts) => {
        const [low, high] = npsInterval(counts, { method }) ?? [NaN, NaN];
        const [swappedLow, swappedHigh] = npsInterval(swap(counts), { method }) ?? [NaN, NaN];
        expect(swappedLow).toBeCloseTo(-high, 8);
        expect(swappedHigh).toBeCloseTo(-low, 8);
      }),
    );
  });

  it.each(methods)('grows with the confidence (%s)', (method) => {
    const counts = { detractors: 40, passives: 30, promoters: 30 };
    const widths = [0.8, 0.9, 0.95, 0.99].map((confidence) => {
      const [low, high] = npsInterval(counts, { method, confidence }) ?? [NaN, NaN];
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[3]).toBeGreaterThan((widths[0] ?? NaN) * 1.5);
  });

  it('defaults to adjusted-Wald, which does not collapse when all answers agree', () => {
    const counts = { detractors: 0, passives: 0, promoters: 10 };
    expect(npsInterval(counts, { method: 'wald' })).toEqual([100, 100]);
    expect(npsInterval(counts)?.[0]).toBeCloseTo(47.5035515447902, 8);
    expect(npsInterval(counts)).toEqual(npsReport(counts).adjustedWald);
  });

  it.each([0, 1, -1, NaN])('refuses the confidence %d', (confidence) => {
    expect(() => npsInterval({ ...none, promoters: 1 }, { confidence })).toThrow(RangeError);
  });

  it('refuses a method that it does not know', () => {
    expect(() => npsInterval(none, { method: 'guess' as 'wald' })).toThrow('adjusted-wald');
  });

  it.each(badCounts)('refuses counts of $value', ({ counts }) => {
    for (const method of methods) expect(() => npsInterval(counts, { method })).toThrow(RangeError);
  });
});

describe('npsMarginOfError', () => {
  it('is half of a Wald interval that is not clipped', () => {
    const counts = { detractors: 75, passives: 675, promoters: 250 };
    const [low, high] = npsInterval(counts, { method: 'wald', confidence: 0.9 }) ?? [NaN, NaN];
    expect(npsMarginOfError(counts, { confidence: 0.9 })).toBeCloseTo((high - low) / 2, 10);
  });

  it('of no answers is null', () => {
    expect(npsMarginOfError(none)).toBeNull();
  });
});

describe('npsCompare', () => {
  it('changes only its sign when the groups are swapped', () => {
    fc.assert(
      fc.property(answeredCounts, answeredCounts, fc.constantFrom('wald' as const, 'adjusted-wald' as const), (a, b, method) => {
        const forth = npsCompare(a, b, { method });
        const back = npsCompare(b, a, { method });
        expect(back?.delta).toBeCloseTo(-(forth?.delta ?? NaN), 10);
        expect(back?.se).toBe(forth?.se);
        expect(back?.p).toBe(forth?.p);
        expect(back?.ci[0]).toBeCloseTo(-(forth?.ci[1] ?? NaN), 10);
      }),
    );
  });

  it('agrees with itself: p is below 0.05 where the 95 % interval leaves out 0', () => {
    fc.assert(
      fc.property(answeredCounts, answeredCounts, (a, b) => {
        const { p, ci } = npsCompare(a, b) ?? { p: NaN, ci: [NaN, NaN] as const };
        fc.pre(p !== null && Math.abs(p - 0.05) > 1e-9);
        expect(p !== null && p < 0.05).toBe(ci[0] > 0 || ci[1] < 0);
      }),
    );
  });

  it('finds no difference between a group and itself', () => {
    expect(npsCompare({ detractors: 3, passives: 3, promoters: 4 }, { detractors: 3, passives: 3, promoters: 4 })).toMatchObject({
      delta: 0,
      z: 0,
      p: 1,
    });
  });

  it('has no p where plain Wald sees no spread', () => {
    const all = { ...none, promoters: 9 };
    expect(npsCompare(all, all, { method: 'wald' })).toMatchObject({ delta: 0, se: 0, z: null, p: null });
    expect(npsCompare(all, all)?.p).toBe(1);
  });

  it('is null when a group has no answers', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        expect(npsCompare(none, counts)).toBeNull();
        expect(npsCompare(counts, none)).toBeNull();
      }),
    );
  });

  it('refuses the score method and broken counts', () => {
    expect(() => npsCompare(none, none, { method: 'score' as 'wald' })).toThrow(RangeError);
    expect(() => npsCompare(none, { ...none, passives: -1 })).toThrow(RangeError);
  });
});

describe('npsChange', () => {
  it('is npsCompare as it is by default', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (a, b) => {
        expect(npsChange(a, b)).toEqual(npsCompare(a, b));
      }),
    );
  });

  it.each(badCounts)('refuses counts of $value', ({ counts }) => {
    expect(() => npsChange(counts, none)).toThrow(RangeError);
  });
});

describe('wilson', () => {
  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(n * share);
        const [low, high] = wilson(successes, n) ?? [NaN, NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is null without trials', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it.each([
    [3, 2],
    [-1, 2],
    [1.5, 2],
    [1, NaN],
  ])('refuses %d successes in %d trials', (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError);
  });
});

function swap({ detractors, passives, promoters }: NpsCounts): NpsCounts {
  return { detractors: promoters, passives, promoters: detractors };
}
