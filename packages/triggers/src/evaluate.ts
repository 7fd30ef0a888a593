import type { AskwellConfig, Campaign } from '@askwell/core';

import { own } from './compare.js';
import type { Explain, RuleId, Verdict } from './explain.js';
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

/** In the order in which reasons are given. */
const TESTS: Record<RuleId, Test> = {
  enabled: ({ enabled = true }) => ({ status: statusOf(enabled) }),
  schedule({ schedule: { from = '', until = '' } = {} }, { now }) {
    const begins = Date.parse(from);
    const early = now < begins;
    // What is not given is no number, and nothing is above or below that.
    return { status: statusOf(!early && !(now >= Date.parse(until))), until: early ? moment(begins) : undefined };
  },
  quota: ({ quota: { used = 0, responses = 1 } = {} }) => ({ status: statusOf(used < responses), actual: used }),
  consent(campaign, { consent, asked }, common) {
    const expected = [...(common.consent ?? []), ...((!asked && campaign.consent) || [])];
    return { ...join(expected.map((purpose) => ({ status: statusOf(own(consent, purpose) as boolean | undefined) })), 'fail'), expected, actual: consent };
  },
  trigger({ on = [] }, context) {
    if (context.asked) return PASS;
    const children = on.map((expected, index) => ({ path: `/on/${index}`, expected, ...testTrigger(expected, context) }));
    return { ...join(children, 'pass'), actual: context.happened, path: '/on', expected: on, children };
  },
  if: (campaign, context) => (campaign.if ? testCondition(campaign.if, context) : PASS),
  sample: ({ sample, id }, { visitor, asked }) => ({ status: statusOf(asked || !sample || (visitor === undefined ? visitor : isSampled(sample, id, visitor))) }),
  repeat: ({ repeat, id }, { history, now, asked }) => (asked ? PASS : history ? testRepeat(repeat, id, history.shows, now) : UNKNOWN),
  budget: ({ budget }, { history, now, asked }, common) =>
    asked || budget === 'ignore' || !common.budget ? PASS : history ? testBudget(common.budget, history.shows, now) : UNKNOWN,
  moment: (_, { disturbs = [] }) => ({ status: statusOf(!disturbs.length), actual: disturbs }),
  turn: ({ id }, { open = id }) => ({ status: statusOf(open === id), actual: open }),
};

const RULES = Object.entries(TESTS) as [RuleId, Test][];

/**
 * Says whether a campaign may show now, and why not: every rule is asked, also after one that failed. Pure: clock,
 * address and memory are what the context says. The campaign must have passed {@link guardConfig}.
 */
export function evaluate(campaign: Campaign, context: TriggerContext, common: Common = {}): Explain {
  const rules = RULES.map(([rule, test]) => {
    const verdict = test(campaign, context, common);
    return { ...verdict, rule, expected: verdict.expected ?? (campaign as Partial<Record<RuleId, unknown>>)[rule] };
  });
  const against = rules.filter(({ status }) => status !== 'pass');
  const [first] = against;
  return {
    campaign: campaign.id,
    at: moment(context.now)!,
    show: !first,
    reason: first?.rule ?? 'ok',
    ...(first && { status: first.status as 'fail', until: join(against.map(({ until }) => ({ status: 'fail', until })), 'fail').until }),
    rules,
  };
}
