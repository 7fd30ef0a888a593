// Prints which statements of the accessibility checklist the tests name, and by how many tests: `… (16, 18)`.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';
import { statements } from '../.config/accessibility-statements.mjs';

/** The title of a test, which ends in the numbers of what it proves. */
const TITLE = /\b(?:it|test)\(\s*(['"`])((?:(?!\1).)*?)\s\(((?:\d+(?:, )?)+)\)\1/gs;

const tests = new Map(statements.map((_, index) => [index + 1, []]));
const unknown = [];
for (const path of globSync('{test,stories}/**/*.{test,stories}.ts', { cwd: root }).sort()) {
  for (const [, , title, numbers] of readFileSync(join(root, path), 'utf8').matchAll(TITLE)) {
    for (const number of numbers.split(', ').map(Number)) (tests.get(number) ?? unknown).push(`${path}: ${title}`);
  }
}

const all = process.argv.includes('--all');
for (const [number, named] of tests) {
  console.log(`${named.length ? '✓' : '·'} ${String(number).padStart(2)} ${statements[number - 1]} – ${named.length || 'no'} test${named.length === 1 ? '' : 's'}`);
  if (all) for (const each of named) console.log(`       ${each}`);
}
const open = [...tests].filter(([, named]) => !named.length).map(([number]) => number);
console.log(`${tests.size - open.length} of ${tests.size} statements have tests of their own${open.length ? `; without: ${open.join(', ')}` : ''}.`);
for (const each of unknown) console.error(`✗ There is no such statement: ${each}`);

/** Those that no test can prove here: passes with screen readers. They are written down as open. */
const BY_HAND = new Set([57]);
process.exitCode = unknown.length || open.some((number) => !BY_HAND.has(number)) ? 1 : 0;
