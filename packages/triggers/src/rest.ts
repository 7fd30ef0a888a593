import type { Budget, Repeat } from '@askwell/core';

import type { Verdict } from './explain.js';
import { parseDuration } from './parse-duration.js';
import type { Ending, PastShow } from './trigger-context.js';
import { moment, statusOf } from './verdict.js';

/** How long a campaign rests where it does not say so itself. */
export const REPEAT: Required<Repeat> = { answered: 'never', dismissed: '30d', later: '7d', ignored: '7d', maxShows: 3 };

/** Passes once the last of all pauses is over. */
function pauses(ends: readonly number[], now: number, actual: unknown): Verdict {
  const end = Math.max(...ends);
  const early = now < end;
  return { status: statusOf(!early), actual, until: early ? moment(end) : undefined };
}

/** When a show ended; while it is open, or where nobody knows, when it began. */
export const endOf = ({ at, endedAt = at }: PastShow): number => endedAt;

/** Whether a campaign has rested long enough since it was last shown, by what came of it. */
export function testRepeat(repeat: Repeat | undefined, campaign: string, shows: readonly PastShow[], now: number): Verdict {
  const expected = { ...REPEAT, ...repeat };
  const rest = (ending: Ending): number => parseDuration(expected[ending]);
  // What a person opened spends nothing; an answer is an answer all the same.
  const counted = shows.filter(({ campaign: of, asked, ending }) => of === campaign && (!asked || ending === 'answered'));
  const ends = counted.map((show) => endOf(show) + rest(show.ending ?? 'ignored'));
  const answeredAt = Math.max(...counted.filter(({ ending }) => ending === 'answered').map(endOf));
  // The latest first: history is in order.
  const since = counted.map(({ at }) => at).filter((at) => at > answeredAt && now - at < rest('answered')).reverse();
  // One more is allowed when the one has left the period that would be one too many with it.
  if (since.length >= expected.maxShows) ends.push((since[expected.maxShows - 1] ?? now) + rest('answered'));
  return { ...pauses(ends, now, { shows: since.length, last: counted.at(-1) }), expected };
}

/** Whether this person has been left alone for long enough by all campaigns together. */
export function testBudget(expected: Budget, shows: readonly PastShow[], now: number): Verdict {
  const { minGap = '0s', max = Infinity, per = 'never', afterDismiss = '0s' } = expected;
  const spent = shows.filter(({ asked }) => !asked);
  const moments = spent.map(({ at }) => at).reverse();
  const ends = spent.filter(({ ending }) => ending === 'dismissed').map((show) => endOf(show) + parseDuration(afterDismiss));
  if (moments.length) ends.push(moments[0]! + parseDuration(minGap));
  if (moments.length >= max) ends.push((moments[max - 1] ?? now) + parseDuration(per));
  return { ...pauses(ends, now, { shows: moments.length, last: spent.at(-1) }), expected };
}
