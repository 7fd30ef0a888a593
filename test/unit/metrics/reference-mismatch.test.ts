import { describe, expect, it } from 'vitest';
import { mismatch } from '../../reference/mismatch.js';

describe('the comparison of the reference harness', () => {
  it.each([
    [1.0000001, 1, { abs: 1e-6 }],
    [1000.5, 1000, { rel: 1e-3 }],
    [{ nps: null, n: 0, more: 1 }, { nps: null, n: 0 }, {}],
    [[1, [2, 3]], [1, [2, 3]], {}],
    ['target', 'target', {}],
  ])('lets %j pass for %j', (actual, expected, tolerance) => {
    expect(mismatch(actual, expected, tolerance)).toBeUndefined();
  });

  it.each([
    [1.00001, 1, { abs: 1e-6 }],
    [1002, 1000, { rel: 1e-3 }],
    [NaN, 1, { abs: 1e9 }],
    [null, 0, {}],
    [0, null, {}],
    [undefined, null, {}],
    [{ nps: 1 }, { nps: 1, n: 2 }, {}],
    [[1, 2, 3], [1, 2], {}],
    [[1, 2], [1, 3], { abs: 0.5 }],
    ['below', 'target', {}],
    [undefined, { nps: 1 }, {}],
  ])('fails %j for %j', (actual, expected, tolerance) => {
    expect(mismatch(actual, expected, tolerance)).toContain('expected');
  });

  it('names the place', () => {
    expect(mismatch({ wald: [1, 2] }, { wald: [1, 3] }, {})).toBe('result.wald[1]: expected 3, got 2');
  });
});
