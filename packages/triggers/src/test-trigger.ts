import type { Trigger } from '@askwell/core';

import { matchWhere } from './compare.js';
import type { Verdict } from './explain.js';
import { matchUrl } from './match-url.js';
import type { Happening, TriggerContext } from './trigger-context.js';
import { statusOf } from './verdict.js';

/** Whether what has happened is what a trigger waits for. */
export function testTrigger(trigger: Trigger, { happened, url, now }: TriggerContext): Verdict {
  // What has happened has the fields of what was waited for, if it is of that kind.
  const { event, props, page, click, visible, ratio = 1, scroll = -1, exit } = (happened ?? {}) as Partial<
    Record<keyof Happening, never> & { props: Record<string, unknown>; ratio: number; scroll: number }
  > &
    Record<string, unknown>;
  const is = (holds: boolean | undefined): Verdict => ({ status: statusOf(holds), actual: happened, expected: trigger });
  if ('event' in trigger) return event === trigger.event ? matchWhere(trigger.where ?? {}, props, now) : is(false);
  if ('page' in trigger) return is(!!page && (trigger.page === true || matchUrl(trigger.page, url)));
  if ('click' in trigger) return is(click === trigger.click);
  if ('visible' in trigger) return is(visible === trigger.visible && ratio >= (trigger.ratio ?? 0));
  if ('scroll' in trigger) return is(scroll >= trigger.scroll);
  return is(!!exit);
}
