import { readFileSync } from 'node:fs';
import type { AskwellConfig, Campaign } from '@askwell/core';
import { evaluate, type Explain, type ExplainRule, type PastShow, type RuleId, type TriggerContext } from '@askwell/triggers';

export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const DAY = 86_400_000;

export const ago = (days: number): number => NOW - days * DAY;
export const iso = (ms: number): string => new Date(ms).toISOString();
/** A show of the campaign, ten days ago. */
export const show = (more: Partial<PastShow> = {}): PastShow => ({ campaign: 'c', survey: 'nps', at: ago(10), ...more });
export const past = (...shows: PastShow[]): Partial<TriggerContext> => ({ history: { shows, events: [] } });

/** The six campaigns that the demo begins with. */
export const examples = JSON.parse(readFileSync(new URL('../../../demo/data/askwell.json', import.meta.url), 'utf8')) as AskwellConfig;

export const campaign = (more: Partial<Campaign> = {}): Campaign => ({ id: 'c', survey: 'nps', on: [{ page: true }], show: { as: 'corner' }, ...more });

/** A moment at which nothing stands in the way. */
export const context = (more: Partial<TriggerContext> = {}): TriggerContext => ({
  now: NOW,
  url: 'https://example.com/app/home?utm=1#top',
  happened: { page: true },
  visitor: 'visitor-1',
  traits: {},
  flags: {},
  consent: {},
  device: 'desktop',
  lang: 'en-GB',
  session: { pages: 1, seconds: 10, number: 1, startedAt: NOW - 60_000 },
  history: { shows: [], events: [] },
  ...more,
});

export const explain = (more: Partial<Campaign>, at: Partial<TriggerContext> = {}, common = {}): Explain => evaluate(campaign(more), context(at), common);
export const ruleOf = ({ rules }: Explain, id: RuleId): ExplainRule => rules.find(({ rule }) => rule === id)!;
export const statusOf = (more: Partial<Campaign>, at: Partial<TriggerContext>, id: RuleId, common = {}): string => ruleOf(explain(more, at, common), id).status;
