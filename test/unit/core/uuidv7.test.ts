import { recordFault, uuidv7 } from '@askwell/core';
import { describe, expect, it } from 'vitest';

import { record } from './record.js';

describe('uuidv7', () => {
  it('starts with the milliseconds of its making', () => {
    expect(uuidv7(0x0189_0a5d_ac96)).toMatch(/^01890a5d-ac96-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by time', () => {
    const ids = [0, 1, 255, 256, 1_700_000_000_000, 1_700_000_000_001].map((now) => uuidv7(now));
    expect(ids.toSorted()).toEqual(ids);
  });

  it('does not repeat within a millisecond', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(1_700_000_000_000))).size).toBe(10_000);
  });

  it.each(['1970-01-01', '2027-01-31', '9999-12-31'])('is a valid id by a clock that says %s', (date) => {
    expect(recordFault({ ...record, id: uuidv7(Date.parse(date)) })).toBeUndefined();
  });
});
