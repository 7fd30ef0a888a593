import { surveyFault } from '@askwell/core';
import { organisationalAudit } from '@askwell/core/organisational-audit.js';
import { surveyDefinition } from '@askwell/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { brokenDefinition, validDefinition } from './definitions.js';

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  keys?: string[];
  errors?: Issue[][];
}

const verdicts = (value: unknown) => ({ guard: surveyFault(value) === undefined, schema: surveyDefinition.safeParse(value).success });

/** The paths of all issues, those within the members of a union included. */
const pathsOf = (issues: Issue[], above: PropertyKey[] = []): string[] =>
  issues.flatMap(({ path, keys, errors = [] }) => {
    const here = [...above, ...path];
    const below = errors.flatMap((each) => pathsOf(each, here));
    return [...(keys ?? []).map((key) => [...here, key].join('.')), here.join('.'), ...below];
  });

describe('the guard of core and the schema', () => {
  it('both accept every valid survey definition', () => {
    fc.assert(
      fc.property(validDefinition, (definition) => {
        expect(surveyFault(definition)).toBeUndefined();
        expect(surveyDefinition.parse(definition)).toEqual(definition);
      }),
      { numRuns: 3000 },
    );
  });

  it('both accept the organisational audit', () => {
    expect(verdicts(organisationalAudit)).toEqual({ guard: true, schema: true });
  });

  it('give the same verdict on definitions that were broken', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenDefinition, (definition) => {
        const { guard, schema } = verdicts(definition);
        if (!guard) refused += 1;
        expect(schema).toBe(guard);
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(5000);
    expect(refused).toBeLessThan(9900);
  });

  it('give the same verdict on any JSON value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.jsonValue().map((steps) => ({ kind: 'form', steps }))), (value) => {
        const { guard, schema } = verdicts(value);
        expect(schema).toBe(guard);
      }),
      { numRuns: 1000 },
    );
  });

  it('point to the same place, though one may point more closely', () => {
    fc.assert(
      fc.property(brokenDefinition, (definition) => {
        const fault = surveyFault(definition);
        if (fault === undefined) return;
        const paths = pathsOf(surveyDefinition.safeParse(definition).error!.issues);
        expect(paths.some((path) => path && (`${fault}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${fault}.`))), `${fault} in ${paths.join(', ')}`).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
