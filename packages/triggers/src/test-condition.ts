import type { Condition } from '@askwell/core';

import { inRange, matchWhere, own } from './compare.js';
import type { Verdict } from './explain.js';
import { matchUrl } from './match-url.js';
import { parseDuration } from './parse-duration.js';
import type { TriggerContext } from './trigger-context.js';
import { join, moment, statusOf } from './verdict.js';

/** How many of the past lie in the time that counts, and until when the last of them does. */
function recent(moments: readonly number[], now: number, within: string | undefined): { count: number; until: string | undefined } {
  const span = within ? parseDuration(within) : Infinity;
  const counted = moments.filter((at) => now - Math.min(at, now) <= span);
  return { count: counted.length, until: counted.length ? moment(Math.max(...counted) + span + 1) : undefined };
}

/** Tests a condition of a campaign. What the context does not say is unknown, and so is its opposite. */
export function testCondition(condition: Condition, context: TriggerContext, path = '/if'): Verdict {
  const { now, url, flags, history, device, lang, session = {} } = context;
  const each = (conditions: readonly Condition[], key: string): Verdict[] =>
    conditions.map((child, index) => testCondition(child, context, `${path}/${key}/${index}`));
  const leaf = (holds: boolean | undefined, actual: unknown, expected: unknown, until?: string): Verdict => ({
    path,
    status: statusOf(holds),
    actual,
    expected,
    until,
  });

  if ('all' in condition) {
    const children = each(condition.all, 'all');
    return { path, ...join(children, 'fail'), children };
  }
  if ('any' in condition) {
    const children = each(condition.any, 'any');
    return { path, ...join(children, 'pass'), children };
  }
  if ('not' in condition) {
    const child = testCondition(condition.not, context, `${path}/not`);
    const { status, until } = child;
    return { path, status: statusOf(status === 'unknown' ? undefined : status === 'fail'), until, children: [child] };
  }
  if ('url' in condition) return leaf(matchUrl(condition.url, url), url, condition.url);
  if ('trait' in condition) return { path, ...matchWhere(condition.trait, context.traits, now) };
  if ('flag' in condition) {
    const { flag, is } = condition;
    const value = own(flags, flag);
    return leaf(value === undefined ? value : is === undefined ? !!value : value === is, value, is ?? true);
  }
  if ('event' in condition) {
    const { event, where = {}, count, within } = condition;
    const since = within === 'session' ? session.startedAt : -Infinity;
    if (!history || since === undefined) return leaf(undefined, undefined, condition);
    const matching = history.events.filter((past) => past.event === event && past.at >= since && matchWhere(where, past.props, now).status === 'pass');
    const past = recent(matching.map(({ at }) => at), now, within === 'session' ? undefined : within);
    return leaf(inRange(count ?? { gte: 1 }, past.count), past.count, condition, count ? undefined : past.until);
  }
  if ('survey' in condition) {
    const { survey, was, within, score } = condition;
    if (!history) return leaf(undefined, undefined, condition);
    const matching = history.shows.filter(
      (show) => (survey === '*' || show.survey === survey) && (was === 'shown' || show.ending === was) && (!score || inRange(score, show.score)),
    );
    const past = recent(matching.map(({ at, endedAt }) => (was === 'shown' ? at : (endedAt ?? at))), now, within);
    return leaf(past.count > 0, past.count, condition, past.until);
  }
  if ('device' in condition) return leaf(device && condition.device.includes(device), device, condition.device);
  if ('lang' in condition) {
    const spoken = lang && `${lang}-`.toLowerCase();
    return leaf(spoken ? condition.lang.some((tag) => spoken.startsWith(`${tag.toLowerCase()}-`)) : undefined, lang, condition.lang);
  }
  const wanted = Object.entries(condition.session);
  const counts = session as Readonly<Record<string, unknown>>;
  const verdicts = wanted.map(([name, range]) => {
    const value = own(counts, name);
    return { status: statusOf(value === undefined ? value : inRange(range, value)) };
  });
  return { path, ...join(verdicts, 'fail'), actual: Object.fromEntries(wanted.map(([name]) => [name, own(counts, name)])), expected: condition.session };
}
