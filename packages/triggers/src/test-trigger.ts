import type { Campaign, Trigger } from '@askwell/core';

import { matchWhere } from './compare.js';
import type { Verdict } from './explain.js';
import { matchUrl } from './match-url.js';
import type { Happening, TriggerContext } from './trigger-context.js';
import { statusOf } from './verdict.js';

/** The fields of all kinds at once; each trigger and each happening has those of its own. */
type AnyOf<Union, Key extends PropertyKey = Union extends unknown ? keyof Union : never> = {
  [Name in Key]?: Union extends Partial<Record<Name, infer Value>> ? Value : never;
};
type AnyTrigger = AnyOf<Trigger>;
type AnyHappening = AnyOf<Happening>;

const FAIL = { status: 'fail' } as const;

/** Whether what has happened is what a trigger waits for. */
export function testTrigger(trigger: Trigger, { happened, url, now }: TriggerContext): Pick<Verdict, 'status'> {
  const wanted: AnyTrigger = trigger;
  const has: AnyHappening = happened ?? {};
  if (wanted.event !== undefined) return wanted.event === has.event ? matchWhere(wanted.where ?? {}, has.props, now) : FAIL;
  if (wanted.page && has.page) return { status: statusOf(wanted.page === true || matchUrl(wanted.page, url)) };
  const same = (kind: 'click' | 'exit' | 'visible'): boolean => kind in wanted && wanted[kind] === has[kind];
  return {
    status: statusOf(same('click') || same('exit') || (same('visible') && !(has.ratio! < (wanted.ratio ?? 0.5))) || has.scroll! >= wanted.scroll!),
  };
}

/** Whether what has happened may be what a campaign waits for: the others need not be asked for more. */
export function isTriggered({ on = [] }: Campaign, context: TriggerContext): boolean {
  return on.some((trigger) => testTrigger(trigger, context).status !== 'fail');
}
