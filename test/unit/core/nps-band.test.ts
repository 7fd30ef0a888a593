import { npsBand } from '@askwell/core';
import { expect, it } from 'vitest';

it.each([
  [0, 'detractor'], [1, 'detractor'], [2, 'detractor'], [3, 'detractor'], [4, 'detractor'], [5, 'detractor'], [6, 'detractor'],
  [7, 'passive'], [8, 'passive'],
  [9, 'promoter'], [10, 'promoter'],
])('a %d is a %s', (score, band) => {
  expect(npsBand(score)).toBe(band);
});
