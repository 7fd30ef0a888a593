import { normalCdf, normalQuantile, roundPercents } from '@askwell/metrics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('roundPercents', () => {
  const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }).filter((list) => list.some((count) => count > 0));
  const decimals = fc.integer({ min: 0, max: 4 });

  it('adds up to exactly 100', () => {
    fc.assert(
      fc.property(counts, decimals, (list, places) => {
        const steps = roundPercents(list, places).reduce((sum, percent) => sum + Math.round(percent * 10 ** places), 0);
        expect(steps).toBe(100 * 10 ** places);
      }),
    );
  });

  it('moves no percentage by a whole step', () => {
    fc.assert(
      fc.property(counts, decimals, (list, places) => {
        const total = list.reduce((sum, count) => sum + count, 0);
        roundPercents(list, places).forEach((percent, index) => {
          expect(Math.abs(percent - (100 * (list[index] ?? NaN)) / total)).toBeLessThan(10 ** -places);
        });
      }),
    );
  });

  it('never gives the larger count the smaller percentage', () => {
    fc.assert(
      fc.property(counts, decimals, (list, places) => {
        const order = [...list.keys()].sort((a, b) => (list[a] ?? 0) - (list[b] ?? 0) || b - a);
        const percents = roundPercents(list, places);
        const sorted = order.map((index) => percents[index] ?? NaN);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });

  it('is all 0 when there is nothing', () => {
    expect(roundPercents([0, 0, 0], 1)).toEqual([0, 0, 0]);
    expect(roundPercents([])).toEqual([]);
  });

  it.each([
    [[1, -1], 0],
    [[0.5], 0],
    [[1], -1],
    [[1], 1.5],
  ])('refuses %j at %d decimals', (list, places) => {
    expect(() => roundPercents(list, places)).toThrow(RangeError);
  });
});

describe('normalCdf and normalQuantile', () => {
  it.each([
    // R: pnorm(x)
    [-8, 6.22096057427178e-16],
    [-4.5, 3.39767312473006e-6],
    [-3, 0.00134989803163009],
    [0.5, 0.691462461274013],
    [3.1, 0.999032396786782],
  ])('put %d at %d', (x, p) => {
    expect(normalCdf(x) / p).toBeCloseTo(1, 11);
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 10);
      }),
    );
  });

  it('never fall, and stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), fc.double({ min: 0.001, max: 5, noNaN: true }), (x, step) => {
        expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
        expect(normalCdf(x)).toBeGreaterThanOrEqual(0);
        expect(normalCdf(x)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([0, 1, -0.1, 1.1, NaN])('have no quantile for %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
