import type { Budget, Repeat } from '@askwell/core';

import type { Verdict } from './explain.js';
import { parseDuration } from './parse-duration.js';
import type { Ending, PastShow } from './trigger-context.js';
import { moment } from './verdict.js';

/** How long a campaign rests where it does not say so itself. */
export const REPEAT: Required<Repeat> = { answered: 'never', dismissed: '30d', later: '7d', ignored: '7d', maxShows: 3 };

/** Passes once the last of all pauses is over. A clock that went back makes no pause longer than it is. */
function pauses(ends: readonly number[], now: number): Verdict {
  const end = Math.max(...ends);
  return now >= end ? { status: 'pass' } : { status: 'fail', until: moment(end) };
}

/** What was shown or ended in the future was so just now: the clock was set back. */
const before = (now: number, at: number): number => Math.min(now, at);

/** Whether a campaign has rested long enough since it was last shown, by what came of it. */
export function testRepeat(repeat: Repeat | undefined, campaign: string, shows: readonly PastShow[], now: number): Verdict {
  const { maxShows, ...rests } = { ...REPEAT, ...repeat };
  const own = shows.filter((show) => show.campaign === campaign);
  const endOf = (show: PastShow): number => before(now, show.endedAt ?? show.at);
  // What a person opened spends nothing; an answer is an answer all the same.
  const ends = own.filter(({ asked, ending }) => !asked || ending === 'answered');
  const rest = (ending: Ending): number => parseDuration(rests[ending]);
  const free = ends.map((show) => endOf(show) + rest(show.ending ?? 'ignored'));
  const answeredAt = Math.max(-Infinity, ...own.filter(({ ending }) => ending === 'answered').map(endOf));
  const counted = own
    .filter(({ asked, at }) => !asked && before(now, at) > answeredAt && now - before(now, at) < rest('answered'))
    .map(({ at }) => before(now, at));
  // The one that has to leave the period for another show to be the last allowed.
  const oldest = counted.sort((a, b) => b - a)[maxShows - 1];
  if (oldest !== undefined) free.push(oldest + rest('answered'));
  const last = own.at(-1);
  return { ...pauses(free, now), actual: last && { ...last, shows: counted.length }, expected: { ...rests, maxShows } };
}

/** Whether this person has been left alone for long enough by all campaigns together. */
export function testBudget({ minGap, max, per, afterDismiss }: Budget, shows: readonly PastShow[], now: number): Verdict {
  const spent = shows.filter(({ asked }) => !asked);
  const moments = spent.map(({ at }) => before(now, at)).sort((a, b) => b - a);
  const free: number[] = [];
  const pause = (since: number | undefined, duration: string | undefined): void => {
    if (since !== undefined && duration) free.push(since + parseDuration(duration));
  };
  pause(moments[0], minGap);
  if (max !== undefined) pause(moments[max - 1], per);
  for (const { ending, endedAt, at } of spent) if (ending === 'dismissed') pause(before(now, endedAt ?? at), afterDismiss);
  return { ...pauses(free, now), actual: { shows: moments.length, last: moments[0] && moment(moments[0]) }, expected: { minGap, max, per, afterDismiss } };
}
