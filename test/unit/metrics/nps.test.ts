import { nps, npsCounts, npsFromCounts, npsReport, npsVariance, scoreHistogram } from '@askwell/metrics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCounts, answeredCounts, badCounts } from './counts.js';

describe('nps', () => {
  it.each([
    { scores: [0, 6], expected: -100, why: '0 to 6 detract' },
    { scores: [7, 8], expected: 0, why: '7 and 8 are passive' },
    { scores: [9, 10], expected: 100, why: '9 and 10 promote' },
    { scores: [0, 7, 7, 9, 9, 9], expected: 100 / 3, why: 'a mixture' },
  ])('of $scores is $expected: $why', ({ scores, expected }) => {
    expect(nps(scores).nps).toBeCloseTo(expected, 12);
  });

  it('is null without answers', () => {
    expect(nps([])).toMatchObject({ nps: null, n: 0, variance: null, se: null });
  });

  it('counts what is no answer apart and keeps it out of the denominator', () => {
    const noAnswers = [11, -1, 7.5, NaN, Infinity, null, undefined];
    expect(nps([10, 3, 10, ...noAnswers])).toMatchObject({ n: 3, excluded: 7, promoters: 2, detractors: 1 });
  });

  it('takes any iterable', () => {
    expect(nps(new Set([9, 10])).promoters).toBe(2);
  });

  it('is 0 and not -0 when promoters and detractors are equal', () => {
    expect(Object.is(nps([0, 10]).nps, 0)).toBe(true);
  });

  it('lies between -100 and 100', () => {
    fc.assert(
      fc.property(answeredCounts, (counts) => {
        const score = npsFromCounts(counts).nps ?? NaN;
        expect(score).toBeGreaterThanOrEqual(-100);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('changes its sign when promoters and detractors are swapped', () => {
    fc.assert(
      fc.property(answeredCounts, (counts) => {
        const swapped = { ...counts, detractors: counts.promoters, promoters: counts.detractors };
        expect(npsFromCounts(swapped).nps ?? NaN).toBeCloseTo(-(npsFromCounts(counts).nps ?? NaN), 10);
      }),
    );
  });

  it('is the same from scores, from their histogram and from their groups', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 12 })), (scores) => {
        const direct = nps(scores);
        const counted = npsFromCounts(npsCounts(scoreHistogram(scores, [0, 10])));
        expect({ ...counted, excluded: direct.excluded }).toEqual(direct);
      }),
    );
  });

  it.each(badCounts)('refuses counts of $value', ({ counts }) => {
    expect(() => npsFromCounts(counts)).toThrow(RangeError);
  });
});

describe('npsVariance', () => {
  it('is 0 when all answers are alike', () => {
    expect(npsVariance({ detractors: 0, passives: 0, promoters: 7 })).toEqual({ variance: 0, se: 0 });
  });

  it('equals the mean square distance of answers valued -1, 0 and 1', () => {
    fc.assert(
      fc.property(answeredCounts, (counts) => {
        const { detractors, passives, promoters } = counts;
        const n = detractors + passives + promoters;
        const mean = (promoters - detractors) / n;
        const squares = detractors * (-1 - mean) ** 2 + passives * mean ** 2 + promoters * (1 - mean) ** 2;
        expect(npsVariance(counts).variance ?? NaN).toBeCloseTo(squares / n, 10);
      }),
    );
  });

  it('is larger with n - 1, and unknown for one answer', () => {
    const one = { detractors: 1, passives: 0, promoters: 0 };
    const three = { detractors: 1, passives: 1, promoters: 1 };
    expect(npsVariance(one, { ddof: 1 })).toEqual({ variance: null, se: null });
    expect(npsVariance(three, { ddof: 1 }).variance).toBe(1);
  });

  it('refuses a broken ddof', () => {
    expect(() => npsVariance({ detractors: 1, passives: 1, promoters: 1 }, { ddof: -1 })).toThrow(RangeError);
  });
});

describe('npsReport', () => {
  it('holds the score and both intervals', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { wald, adjustedWald, ...rest } = npsReport(counts);
        expect(rest).toEqual(npsFromCounts(counts));
        expect(wald === null).toBe(rest.n === 0);
        expect(adjustedWald === null).toBe(rest.n === 0);
      }),
    );
  });
});

describe('scoreHistogram', () => {
  it('has a place for every score of the scale', () => {
    expect(scoreHistogram([1, 5, 5, 6, 0, 2.5, null], [1, 5])).toEqual([1, 0, 0, 0, 2]);
  });

  it.each([[[5, 1]], [[0.5, 3]], [[NaN, 3]]])('refuses the scale %j', (scale) => {
    expect(() => scoreHistogram([], scale as [number, number])).toThrow(RangeError);
  });
});

describe('npsCounts', () => {
  it('groups a histogram of 0 to 10', () => {
    expect(npsCounts([17, 6, 8, 19, 18, 144, 130, 291, 677, 564, 872])).toEqual({
      detractors: 342,
      passives: 968,
      promoters: 1436,
    });
  });

  it.each([[[1, 2, 3]], [[0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0]], [[0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0]]])(
    'refuses the histogram %j',
    (histogram) => {
      expect(() => npsCounts(histogram)).toThrow(RangeError);
    },
  );
});
