import type { Origin } from '@askwell/cli/import.js';
import { sampleBucket } from '@askwell/triggers';

import type { TriggerCase } from './trigger-case.js';

type Loose = Readonly<Record<string, unknown>>;

/** What "N" seconds are, where a case does not say. */
export const N_SECONDS = 10;

const seconds = (value: unknown): number => (typeof value === 'number' ? value : Number.parseFloat(`${value}`) || N_SECONDS);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const objectIn = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** The cases note a condition in short; this spells it out as the peer's own API writes it. */
export function peerSurvey({ peer, condition, context }: TriggerCase): { origin: Origin; survey: Loose } {
  if (peer.startsWith('PostHog')) return { origin: 'posthog', survey: postHog(condition) };
  if (peer.startsWith('formbricks')) return { origin: 'formbricks', survey: formbricks(condition) };
  if (peer.startsWith('MicroSurveys')) return { origin: 'microsurveys', survey: microSurveys(condition, context) };
  throw new Error(`No converter knows ${peer}.`);
}

/** Fields of other files that nothing here makes use of; they are named at the end. */
export const unread = new Set<string>();

export function known(given: Loose, names: readonly string[]): void {
  for (const name of Object.keys(given)) if (!names.includes(name)) unread.add(name);
}

const YEAR_MS = 365 * 86_400_000;
const NOW = Date.parse('2026-11-25T12:00:00Z');

/** A date, or a word for one. */
function dateOf(value: unknown): unknown {
  if (value === 'now') return new Date(NOW).toISOString();
  if (/future|later|tomorrow/.test(`${value}`)) return new Date(NOW + YEAR_MS).toISOString();
  return /past|ago|yesterday/.test(`${value}`) ? new Date(NOW - YEAR_MS).toISOString() : value;
}

function postHog(condition: Loose): Loose {
  // Some are written out already.
  if ('conditions' in condition) return { id: 'self', type: 'popover', start_date: '2020-01-01T00:00:00Z', ...condition };
  known(condition, [
    'seenSurveyWaitPeriodInDays', 'schedule', 'current_iteration', 'url', 'urlMatchType', 'start_date', 'end_date', 'selector', 'deviceTypes', 'match', 'linked_flag_key',
    'targeting_flag_key', 'internal_targeting_flag', 'internal_targeting_flag_key', 'linked_flag', 'variant', 'flag', 'events', 'event', 'propertyFilters', 'repeatedActivation', 'cancelEvents', 'delay', 'iteration_frequency_days',
  ]);
  const { url, urlMatchType, events, event, propertyFilters, repeatedActivation, cancelEvents, delay, variant } = condition;
  const [[test, inner] = [urlMatchType, url]] = Object.entries(objectIn(url));
  const named = (values: unknown): unknown[] =>
    list(values).map((one) => {
      if (typeof one === 'string') return { name: one };
      const { name, ...properties } = objectIn(one);
      return { name, propertyFilters: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, { operator: 'exact', values: [value] }])) };
    });
  const filters = Object.fromEntries(Object.entries(objectIn(propertyFilters)).map(([name, filter]) => [name, { operator: objectIn(filter).op, values: objectIn(filter).values }]));
  const values = [...named(events), ...(event === undefined ? [] : [{ name: event, propertyFilters: filters }])];
  return {
    id: 'self',
    type: 'popover',
    // A case that says nothing of it is about a survey that runs.
    start_date: 'start_date' in condition ? dateOf(condition.start_date) : '2020-01-01T00:00:00Z',
    end_date: dateOf(condition.end_date),
    schedule: condition.schedule,
    current_iteration: condition.current_iteration,
    iteration_frequency_days: condition.iteration_frequency_days,
    linked_flag_key: condition.linked_flag_key ?? condition.linked_flag ?? condition.flag,
    targeting_flag_key: condition.targeting_flag_key,
    internal_targeting_flag_key: condition.internal_targeting_flag_key ?? (condition.internal_targeting_flag === undefined ? undefined : 'internal-targeting'),
    appearance: { surveyPopupDelaySeconds: delay === undefined ? undefined : seconds(delay) },
    conditions: {
      seenSurveyWaitPeriodInDays: condition.seenSurveyWaitPeriodInDays,
      url: inner,
      urlMatchType: test,
      selector: condition.selector,
      deviceTypes: condition.deviceTypes,
      deviceTypesMatchType: condition.match,
      linkedFlagVariant: variant,
      ...(values.length && { events: { values, repeatedActivation } }),
      ...(cancelEvents !== undefined && { cancelEvents: { values: named(cancelEvents) } }),
    },
  };
}

function formbricks(condition: Loose): Loose {
  if ('triggers' in condition) return { id: 'self', status: 'inProgress', ...condition };
  known(condition, [
    'displayOption', 'displayLimit', 'recontactDays', 'workspaceRecontactDays', 'displayPercentage', 'delay', 'segment', 'languages', 'multiLanguage', 'urlFilters', 'urlFilter', 'urlContains', 'connector',
    'click', 'trigger', 'seconds', 'op', 'within', 'surveys', 'expr',
  ]);
  const { click, trigger, op, within, surveys, expr, recontactDays, workspaceRecontactDays } = condition;
  const pages = [
    ...list(condition.urlFilters),
    ...(condition.urlFilter === undefined ? [] : [{ rule: 'exactMatch', value: 'https://example.com/never' }]),
    ...(condition.urlContains === undefined ? [] : [{ rule: 'contains', value: condition.urlContains }]),
  ];
  const type = click ? 'click' : (trigger ?? 'pageView');
  const noCodeConfig = { type, urlFilters: pages, urlFiltersConnector: condition.connector, elementSelector: click, ...(type === 'pageDwell' && { timeInSeconds: seconds(condition.seconds) }) };
  const interaction = op === undefined ? undefined : { filters: [{ resource: { root: { type: 'surveyInteraction' }, qualifier: { operator: op }, within, surveys: surveys === 'any' ? [] : list(surveys) } }] };
  return {
    id: 'self',
    status: 'inProgress',
    displayOption: condition.displayOption ?? 'respondMultiple',
    displayLimit: condition.displayLimit,
    recontactDays: recontactDays ?? workspaceRecontactDays,
    displayPercentage: condition.displayPercentage,
    delay: condition.delay,
    languages: condition.multiLanguage === false ? undefined : condition.languages,
    segment: interaction ?? (expr === undefined ? condition.segment : { filters: literals(`${expr}`) }),
    triggers: [{ actionClass: { type: 'noCode', name: 'it', noCodeConfig } }],
  };
}

/** `true AND false OR true` as filters over traits that are always and never so. */
function literals(expression: string): unknown[] {
  const words = expression.match(/\b(true|false|AND|OR)\b/g) ?? [];
  return words.flatMap((word, index) =>
    word === 'true' || word === 'false'
      ? [{ connector: index ? words[index - 1]!.toLowerCase() : null, resource: { root: { type: 'attribute', contactAttributeKey: word }, qualifier: { operator: 'equals' }, value: 'yes' } }]
      : [],
  );
}

function microSurveys(condition: Loose, { visitor }: Loose): Loose {
  known(condition, ['samplePercent', 'event', 'match', 'audience', 'sequence', 'window', 'warmupCount', 'fireEvery']);
  // As many percent as the visitor's own place: whoever stands there is just not drawn.
  const [, more] = /^bucket\s*([+-]\s*\d+)?/.exec(`${condition.samplePercent}`) ?? [undefined, undefined];
  const own = typeof condition.samplePercent === 'string' && condition.samplePercent.startsWith('bucket');
  const percent = own ? { samplePercent: sampleBucket('self', `${visitor}`) + Number((more ?? '0').replace(/\s/g, '')) } : {};
  return { id: 'self', ...condition, ...percent };
}
