import type { Campaign } from '@askwell/core';
import { sampleBucket } from '@askwell/triggers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { statusOf } from './setting.js';

describe('samples', () => {
  const drawn = (visitor: string, sample: Campaign['sample']): boolean => statusOf({ sample: sample! }, { visitor }, 'sample') === 'pass';
  const visitors = Array.from({ length: 20_000 }, (_, index) => `visitor-${index}`);

  it('are unknown without a visitor, and nobody\'s business where the person asks', () => {
    expect(statusOf({ sample: { percent: 50 } }, { visitor: undefined }, 'sample')).toBe('unknown');
    expect(statusOf({ sample: { percent: 0 } }, { visitor: undefined, asked: true }, 'sample')).toBe('pass');
  });

  it('turn by their offset to those who stand after it', () => {
    const bucket = sampleBucket('s', 'visitor-1');
    expect(drawn('visitor-1', { percent: 1, seed: 's', offset: bucket - 0.5 })).toBe(true);
    expect(drawn('visitor-1', { percent: 1, seed: 's', offset: bucket })).toBe(true);
    expect(drawn('visitor-1', { percent: 1, seed: 's', offset: bucket + 0.5 })).toBe(false);
    // Up to the percentage, and not with it.
    expect(drawn('visitor-1', { percent: bucket, seed: 's' })).toBe(false);
  });

  // hash32 is FNV-1a over UTF-16 units (offset 2166136261, prime 16777619) with the finaliser of MurmurHash3 (shifts 16, 13,
  // 16; factors 2246822507, 3266489909). By Python, without this code: hash32('nps:visitor-1') = 4147736045,
  // 'nps:visitor-2' = 2752626131, 'nps-2026q4:u1' = 1482231610, ':' = 1210769405; each divided by 2 ** 32, times 100.
  it.each([
    ['nps', 'visitor-1', 96.57200530637056],
    ['nps', 'visitor-2', 64.08957138191909],
    ['nps-2026q4', 'u1', 34.510893980041146],
    ['', '', 28.190421988256276],
  ])('put the seed "%s" and the visitor "%s" at %d of the hundred, on every page for ever', (seed, visitor, bucket) => {
    expect(sampleBucket(seed, visitor)).toBe(bucket);
  });

  it('ask about as many as they say', () => {
    const share = visitors.filter((visitor) => drawn(visitor, { percent: 20 })).length / visitors.length;
    expect(share).toBeGreaterThan(0.19);
    expect(share).toBeLessThan(0.21);
  });

  it('with one seed and two offsets are disjoint; two seeds are independent', () => {
    const [one, two] = [{ percent: 25, seed: 's' }, { percent: 25, seed: 's', offset: 25 }];
    expect(visitors.some((visitor) => drawn(visitor, one) && drawn(visitor, two))).toBe(false);
    const both = visitors.filter((visitor) => drawn(visitor, { percent: 20, seed: 'a' }) && drawn(visitor, { percent: 20, seed: 'b' })).length / visitors.length;
    expect(both).toBeGreaterThan(0.035);
    expect(both).toBeLessThan(0.045);
  });

  it('only gain people when the percentage is raised', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), fc.nat(100), (visitor, seed, a, b, offset) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        if (drawn(visitor, { percent: less, seed, offset })) expect(drawn(visitor, { percent: more, seed, offset })).toBe(true);
        expect([drawn(visitor, { percent: 0, seed }), drawn(visitor, { percent: 100, seed })]).toEqual([false, true]);
      }),
    );
  });
});
