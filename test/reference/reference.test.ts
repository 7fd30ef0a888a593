import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { describe, expect, it } from 'vitest';
import { calculations, type CaseInput } from './calculations.js';
import { mismatch, type Tolerance } from './mismatch.js';
import { wrap } from './wrap.js';

interface ReferenceCase {
  id: string;
  name: string;
  fn: string;
  input: CaseInput;
  expected: unknown;
  tolerance: Tolerance;
}

const chosen = process.env.ASKWELL_REFERENCE;
const file = chosen ? resolve(chosen) : fileURLToPath(new URL('./reference-values.json', import.meta.url));
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: ReferenceCase[] };
const there = cases.filter(({ fn }) => Object.hasOwn(calculations, fn));
const missing = Map.groupBy(
  cases.filter((one) => !there.includes(one)),
  ({ fn }) => fn,
);

describe(`the reference values of ${file}`, () => {
  it('hold at least one case that can be run', () => {
    expect(there.length).toBeGreaterThan(0);
  });

  it.each(there)('$id: $fn, $name', ({ fn, input, expected, tolerance }) => {
    expect(mismatch(calculations[fn]?.(input), expected, tolerance ?? {})).toBeUndefined();
  });
});

if (missing.size > 0) {
  const paragraph = wrap([...missing.keys()].sort().join(', '), 100);
  console.log(
    `${missing.size} functions of the file are not there yet (${cases.length - there.length} cases)\n` +
      styleText('dim', paragraph.map((line) => `  ${line}`).join('\n'), { stream: process.stdout }),
  );
}
