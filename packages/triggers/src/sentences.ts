import type { TriggerTexts } from '@askwell/locales';

import type { Explain, ExplainRule, Verdict } from './explain.js';

type Texts = Readonly<Record<string, string>>;

const NOTHING = '–';

function show(value: unknown): string {
  if (Array.isArray(value)) return value.map(show).join(', ') || NOTHING;
  if (value === undefined || value === null) return NOTHING;
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;
}

/** The first condition within others that decides. */
function deciding(verdict: Verdict, status: Verdict['status']): Verdict {
  const child = verdict.children?.find((each) => each.status === status) ?? verdict.children?.find((each) => each.status !== 'pass');
  return child ? deciding(child, child.status) : verdict;
}

const fill = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/**
 * What a rule says of a campaign, in a sentence.
 *
 * @param locale how moments are written: a BCP 47 tag
 */
export function ruleSentence(rule: ExplainRule, texts: TriggerTexts, locale = 'en'): string {
  const { rule: name, status, actual, expected, until } = rule;
  if (status === 'pass') return texts.pass;
  const none = name === 'trigger' && !(expected as unknown[] | undefined)?.length;
  const key = none ? 'triggerNone' : `${name}${status === 'fail' ? 'Fail' : 'Unknown'}`;
  const { percent } = (expected ?? {}) as { percent?: number };
  const found = name === 'moment' ? (actual as readonly string[] | undefined)?.map((word) => (texts as unknown as Texts)[`moment:${word}`] ?? word) : actual;
  const values = { actual: show(found), expected: show(expected), percent: show(percent), detail: name === 'if' ? detailOf(deciding(rule, status)) : '' };
  const later = until ? ` ${fill(texts.until, { until: momentText(until, locale) })}` : '';
  return fill((texts as unknown as Texts)[key] ?? key, values) + later;
}

function detailOf({ expected, actual, path }: Verdict): string {
  const found = actual === undefined ? '' : ` ← ${show(actual)}`;
  return `${path ?? ''} ${show(expected)}${found}`;
}

function momentText(until: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(until));
}

/** Why a campaign shows or does not, in a sentence: that of the first rule that stands in the way. */
export function explainSentence(explain: Explain, texts: TriggerTexts, locale = 'en'): string {
  if (explain.reason === 'invalid') return fill(texts.invalid, { path: explain.path ?? '' });
  const rule = explain.rules.find((each) => each.rule === explain.reason);
  return rule ? ruleSentence(rule, texts, locale) : texts.ok;
}
