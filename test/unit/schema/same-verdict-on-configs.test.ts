import { surveyFault } from '@askwell/core';
import { askwellConfig } from '@askwell/schema';
import { evaluate, guardConfig } from '@askwell/triggers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { brokenConfig, validConfig } from './configs.js';

const verdicts = (value: unknown) => ({ guard: guardConfig(value, surveyFault).faults.length === 0, schema: askwellConfig.safeParse(value).success });

describe('the guard of triggers and the schema', () => {
  it('both accept every sound configuration, and leave it as it is', () => {
    fc.assert(
      fc.property(validConfig, (config) => {
        expect(guardConfig(config, surveyFault)).toEqual({ config, faults: [] });
        expect(askwellConfig.parse(config)).toEqual(config);
      }),
      { numRuns: 3000 },
    );
  });

  it('give the same verdict on configurations that were broken', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenConfig, (config) => {
        const { guard, schema } = verdicts(config);
        if (!guard) refused += 1;
        expect(schema).toBe(guard);
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(3000);
    expect(refused).toBeLessThan(9900);
  });

  it('blame the same campaign', () => {
    fc.assert(
      fc.property(brokenConfig, (value) => {
        const { config, faults } = guardConfig(value, surveyFault);
        if (!faults.length || !config) return;
        const issues = askwellConfig.safeParse(value).error!.issues;
        for (const { path } of faults) {
          // What zod says of relations it says only where nothing else is wrong.
          if (path[2] === 'id' || path[2] === 'survey') continue;
          expect(issues.some((issue) => issue.path[0] === path[0] && issue.path[1] === path[1]), path.join('/')).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('give the same verdict on any JSON value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.jsonValue().map((campaigns) => ({ version: 1, campaigns })), fc.jsonValue().map((each) => ({ version: 1, campaigns: [each] }))), (value) => {
        const { guard, schema } = verdicts(value);
        expect(schema).toBe(guard);
      }),
      { numRuns: 2000 },
    );
  });

  it('let through nothing that the evaluator cannot decide', () => {
    fc.assert(
      fc.property(brokenConfig, fc.boolean(), (value, full) => {
        const { config } = guardConfig(value);
        const context = full
          ? { now: 1.8e12, url: 'https://a.example/app?q=x#h', visitor: 'v', traits: { plan: 'pro', seats: 3 }, flags: {}, consent: {}, device: 'phone' as const, lang: 'de', session: { pages: 1, seconds: 3, number: 1, startedAt: 0 }, history: { shows: [{ campaign: 'a', survey: 'nps', at: 1 }], events: [{ event: 'plan', at: 1, props: {} }] } }
          : { now: 0 };
        for (const campaign of config?.campaigns ?? []) {
          const { rules, show } = evaluate(campaign, context, config);
          expect(rules).toHaveLength(11);
          expect(show).toBe(rules.every(({ status }) => status === 'pass'));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
