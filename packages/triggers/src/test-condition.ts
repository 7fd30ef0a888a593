import type { Condition } from '@askwell/core';

import { inRange, matchWhere, own } from './compare.js';
import type { Verdict } from './explain.js';
import { matchUrl } from './match-url.js';
import { parseDuration } from './parse-duration.js';
import { endOf } from './rest.js';
import type { TriggerContext } from './trigger-context.js';
import { join, moment, statusOf } from './verdict.js';

/** How many entries of the past lie in the time that counts, and until when the last of them does; one without a moment is not meant. */
function recent<T>(past: readonly T[], atOf: (entry: T) => number, now: number, within = 'never'): { count: number; until: string | undefined } {
  const span = parseDuration(within);
  let count = 0;
  let last = -Infinity;
  for (const entry of past) {
    const at = atOf(entry);
    if (now - at <= span) {
      count++;
      last = Math.max(last, at);
    }
  }
  return { count, until: moment(last + span + 1) };
}

/** Tests a condition of a campaign. What the context does not say is unknown, and so is its opposite. */
export function testCondition(condition: Condition, context: TriggerContext, path = '/if'): Verdict {
  return { path, expected: condition, ...verdictOf(condition, context, path) };
}

function verdictOf(condition: Condition, context: TriggerContext, path: string): Verdict {
  const { now, url, flags, history, device, lang, session = {} } = context;
  const each = (conditions: readonly Condition[], key: string, decisive: 'pass' | 'fail'): Verdict => {
    const children = conditions.map((child, index) => testCondition(child, context, `${path}/${key}/${index}`));
    return { ...join(children, decisive), children };
  };

  const leaf = (holds: boolean | undefined, actual?: unknown, until?: string): Verdict => ({ status: statusOf(holds), actual, until });

  if ('all' in condition) return each(condition.all, 'all', 'fail');
  if ('any' in condition) return each(condition.any, 'any', 'pass');
  if ('not' in condition) {
    const child = testCondition(condition.not, context, `${path}/not`);
    const { status, until } = child;
    return { status: statusOf(status === 'unknown' ? undefined : status === 'fail'), until, children: [child] };
  }
  if ('url' in condition) return leaf(matchUrl(condition.url, url), url);
  if ('trait' in condition) return matchWhere(condition.trait, context.traits, now);
  if ('flag' in condition) {
    const { flag, is } = condition;
    const value = own(flags, flag);
    return leaf(value === undefined ? value : is === undefined ? !!value : value === is, value);
  }
  if ('event' in condition) {
    const { event, where, count, within } = condition;
    const since = within === 'session' ? session.startedAt : 0;
    if (!history || since === undefined) return leaf(undefined);
    const past = recent(
      history.events,
      (past) => (event === past.event && past.at >= since && (!where || matchWhere(where, past.props, now).status === 'pass') ? past.at : NaN),
      now,
      within,
    );
    return leaf(inRange(count ?? { gte: 1 }, past.count), past.count, count ? undefined : past.until);
  }
  if ('survey' in condition) {
    const { survey, was, within, score } = condition;
    if (!history) return leaf(undefined);
    const past = recent(
      history.shows,
      (show) =>
        (survey === '*' || show.survey === survey) && (was === 'shown' || show.ending === was) && (!score || inRange(score, show.score)) ? (was === 'shown' ? show.at : endOf(show)) : NaN,
      now,
      within,
    );
    return leaf(past.count > 0, past.count, past.until);
  }
  if ('device' in condition) return leaf(device && condition.device.includes(device), device);
  if ('lang' in condition) {
    const spoken = lang && `${lang}-`.toLowerCase();
    return leaf(spoken ? condition.lang.some((tag) => spoken.startsWith(`${tag.toLowerCase()}-`)) : undefined, lang);
  }
  return matchWhere(condition.session, session as Readonly<Record<string, unknown>>, now);
}
