import type { AskwellConfig, Campaign } from '@askwell/core';

import { own } from './compare.js';
import { RULES, type Explain, type RuleId, type Verdict } from './explain.js';
import { testBudget, testRepeat } from './rest.js';
import { isSampled } from './sample-bucket.js';
import { testCondition } from './test-condition.js';
import { testTrigger } from './test-trigger.js';
import type { TriggerContext } from './trigger-context.js';
import { join, moment, statusOf } from './verdict.js';

/** What of a configuration is about all campaigns. */
export type Common = Pick<AskwellConfig, 'budget' | 'consent'>;

type Test = (campaign: Campaign, context: TriggerContext, common: Common) => Verdict;

const PASS: Verdict = { status: 'pass' };
const UNKNOWN: Verdict = { status: 'unknown' };

const TESTS: Record<RuleId, Test> = {
  enabled: ({ enabled = true }) => ({ status: statusOf(enabled) }),
  schedule({ schedule }, { now }) {
    const { from = '', until = '' } = schedule ?? {};
    if (now < Date.parse(from)) return { status: 'fail', until: moment(Date.parse(from)), expected: schedule };
    return { status: statusOf(!(now >= Date.parse(until))), expected: schedule };
  },
  quota: ({ quota }) => ({ status: statusOf(!quota || (quota.used ?? 0) < quota.responses), actual: quota?.used ?? 0, expected: quota?.responses }),
  consent(campaign, { consent, asked }, common) {
    const purposes = [...(common.consent ?? []), ...((!asked && campaign.consent) || [])];
    const children = purposes.map((purpose) => ({ status: statusOf(own(consent, purpose) as boolean | undefined), expected: purpose }));
    return { ...join(children, 'fail'), expected: purposes, actual: consent };
  },
  trigger({ on = [] }, context) {
    if (context.asked) return PASS;
    const children = on.map((trigger, index) => ({ path: `/on/${index}`, ...testTrigger(trigger, context) }));
    return { ...join(children, 'pass'), children };
  },
  if: (campaign, context) => (campaign.if ? testCondition(campaign.if, context) : PASS),
  sample({ sample, id }, { visitor, asked }) {
    if (!sample || asked) return PASS;
    const { percent } = sample;
    const sampled = percent > 0 && (percent >= 100 || (visitor === undefined ? visitor : isSampled(sample, id, visitor)));
    return { status: statusOf(sampled), expected: sample };
  },
  repeat({ repeat, id }, { history, now, asked }) {
    return asked ? PASS : history ? testRepeat(repeat, id, history.shows, now) : UNKNOWN;
  },
  budget({ budget }, { history, now, asked }, common) {
    if (asked || budget === 'ignore' || !common.budget) return PASS;
    return history ? testBudget(common.budget, history.shows, now) : UNKNOWN;
  },
  moment: (_, { disturbs = [] }) => ({ status: statusOf(!disturbs.length), actual: disturbs }),
  turn: ({ id }, { open = id }) => ({ status: statusOf(open === id), actual: open }),
};

/**
 * Says whether a campaign may show now, and why not: every rule is asked, also after one that failed. Pure: clock,
 * address and memory are what the context says. The campaign must have passed {@link guardConfig}.
 */
export function evaluate(campaign: Campaign, context: TriggerContext, common: Common = {}): Explain {
  const rules = RULES.map((rule) => ({ rule, path: `/${rule}`, ...TESTS[rule](campaign, context, common) }));
  const first = rules.find(({ status }) => status !== 'pass');
  const { until } = join(rules.filter(({ status }) => status !== 'pass').map((rule) => ({ ...rule, status: 'fail' })), 'fail');
  return {
    campaign: campaign.id,
    at: moment(context.now)!,
    show: !first,
    reason: first?.rule ?? 'ok',
    ...(first && { status: first.status as 'fail', until }),
    rules,
  };
}
