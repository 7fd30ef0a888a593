import type { Comparison, Range, Scalar, Where } from '@askwell/core';
import { isObject } from '@askwell/core/shape.js';

import type { Verdict } from './explain.js';
import { parseDuration } from './parse-duration.js';
import { join, moment, statusOf } from './verdict.js';

/** Whether a number lies within all limits; no number does not. */
export const inRange = ({ gt, lt, gte, lte }: Range, value: unknown): boolean =>
  typeof value === 'number' && !(value <= gt!) && !(value < gte!) && !(value >= lt!) && value <= (lte ?? value);

/** A value that the object itself has; `null` is none. */
export const own = (values: Readonly<Record<string, unknown>> | undefined, name: string): unknown =>
  (values && Object.hasOwn(values, name) ? values[name] : undefined) ?? undefined;

function compare(expected: Scalar | Scalar[] | Comparison, value: unknown, now: number): Verdict {
  const verdicts: Verdict[] = [];
  const known = value !== undefined;
  const test = (holds: boolean, until?: string): void => {
    verdicts.push({ status: statusOf(known ? holds : undefined), until });
  };
  const among = (values: Scalar | Scalar[]): boolean => [values].flat().includes(value as Scalar);
  const age = (limit: string, older: boolean): void => {
    const since = typeof value === 'number' ? value : Date.parse(`${value}`);
    const due = since + parseDuration(limit);
    test(older ? now >= due : now < due, now < due ? moment(due) : undefined);
  };
  if (isObject(expected)) {
    const { set, not, olderThan, newerThan, ...range }: Comparison = expected;
    if (set !== undefined) verdicts.push({ status: statusOf(known === set) });
    if (not !== undefined) test(!among(not));
    if (Object.keys(range).length) test(inRange(range, value));
    if (olderThan) age(olderThan, true);
    if (newerThan) age(newerThan, false);
  } else test(among(expected as Scalar));
  return join(verdicts, 'fail');
}

/** Whether all values are as they have to be. One that is missing is unknown, but for a question about its being there. */
export function matchWhere(where: Where, values: Readonly<Record<string, unknown>> | undefined, now: number): Verdict {
  const names = Object.keys(where);
  return {
    ...join(names.map((name) => compare(where[name]!, own(values, name), now)), 'fail'),
    actual: Object.fromEntries(names.map((name) => [name, own(values, name)])),
  };
}
