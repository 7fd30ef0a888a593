import { cesBand, csatBand } from '@askwell/core';
import { expect, it } from 'vitest';

it.each([
  [1, 'dissatisfied'], [2, 'dissatisfied'],
  [3, 'neutral'],
  [4, 'satisfied'], [5, 'satisfied'],
])('a %d of 5 is %s', (score, band) => {
  expect(csatBand(score)).toBe(band);
});

it.each([[1, 'dissatisfied'], [2, 'satisfied']])('a %d of two thumbs is %s', (score, band) => {
  expect(csatBand(score, 2)).toBe(band);
});

it.each([
  [1, 'disagree'], [2, 'disagree'], [3, 'disagree'],
  [4, 'neutral'],
  [5, 'agree'], [6, 'agree'], [7, 'agree'],
])('an effort of %d is %s', (score, band) => {
  expect(cesBand(score)).toBe(band);
});
