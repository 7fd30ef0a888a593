import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { BUGS } from '../faults/bugs.js';

it.each(BUGS)('bug $bug, $what, has one place to be put in', ({ package: name = 'client', file, from }) => {
  const source = readFileSync(new URL(`../../packages/${name}/src/${file}`, import.meta.url), 'utf8');
  expect(source.split(from)).toHaveLength(2);
});
