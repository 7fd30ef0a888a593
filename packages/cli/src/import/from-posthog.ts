import type { Campaign, Comparison, Condition, Device, Repeat, Scalar, SurveyDefinition, Trigger, Where } from '@askwell/core';

import { allOf, idOf, isObject, listIn, numberIn, objectIn, settle, textIn, type Converted, type Note } from './converted.js';
import { urlFilter, type UrlTest } from './url-filter.js';

type Loose = Readonly<Record<string, unknown>>;
type Report = (what: Note['what'], at: string, reason: string) => void;

const ANY_TIME: Repeat = { answered: '0s', dismissed: '0s', later: '0s', ignored: '0s' };
const MOST_TRIGGERS = 5;
const DEVICES: Readonly<Record<string, Device>> = { mobile: 'phone', phone: 'phone', tablet: 'tablet', desktop: 'desktop' };
const URL_TESTS: Readonly<Record<string, UrlTest>> = { exact: 'exact', is_not: 'exact', icontains: 'contains', not_icontains: 'contains' };
const LIMITS: Readonly<Record<string, 'lt' | 'lte' | 'gt' | 'gte'>> = { lt: 'lt', lte: 'lte', gt: 'gt', gte: 'gte', min: 'gte', max: 'lte' };

/** A PostHog survey, as its API and its export write it, as a campaign and a survey. */
export function fromPostHog(survey: Loose): Converted {
  const id = idOf(survey.name, survey.id);
  const notes: Note[] = [];
  const report: Report = (what, at, reason) => void notes.push({ at: `${id}: ${at}`, what, reason });
  const conditions = objectIn(survey.conditions);
  const appearance = objectIn(survey.appearance);

  const delay = numberIn(appearance.surveyPopupDelaySeconds) ?? 0;
  const tests = [
    ...urlConditions(conditions, report),
    ...deviceConditions(conditions, report),
    ...flagConditions(survey, conditions),
    ...cancelConditions(conditions, delay, report),
  ];
  const on = triggersOf(survey, conditions, report);
  const iteration = numberIn(survey.current_iteration) ?? 0;
  const wait = numberIn(conditions.seenSurveyWaitPeriodInDays);
  if (wait) report('changed', 'seenSurveyWaitPeriodInDays', 'the pause is that of all campaigns together (budget.minGap), and after exactly that many days it is over');
  if (conditions.linkedFlagVariant === 'any') report('changed', 'linkedFlagVariant', 'any variant means a flag that is on');
  const definition = definitionOf(survey, report);
  const test = allOf(tests);
  const campaign: Campaign = {
    id: iteration ? `${id}.${iteration}` : id,
    survey: definition ? id : 'feedback',
    ...(textIn(survey.start_date) ? {} : { enabled: false }),
    ...(on && { on }),
    ...(test && { if: test }),
    ...(delay > 0 && { delay: `${delay}s` as const }),
    ...repeatOf(survey, conditions),
    ...scheduleOf(survey, report),
    ...quotaOf(survey),
    show: { as: survey.type === 'widget' ? 'tab' : survey.type === 'inline' ? 'inline' : 'corner', ...(/left/i.test(textIn(appearance.position) ?? '') && { at: 'start' as const }) },
  };
  if (!campaign.on && survey.type !== 'widget') report('changed', 'type', 'it is opened by the page: kit.open()');
  return {
    campaign: settle(campaign, notes),
    ...(definition && { survey: definition }),
    ...(wait && { budget: { minGap: `${wait}d` as const } }),
    notes,
  };
}

function urlConditions({ url, urlMatchType }: Loose, report: Report): Condition[] {
  const value = textIn(url);
  if (!value) return [];
  const type = textIn(urlMatchType) ?? 'icontains';
  const test = URL_TESTS[type];
  if (!test) {
    report('lost', 'url', `regular expressions are no condition here; write globs or a query instead of ${value}`);
    return [];
  }
  const filter = urlFilter(test, value);
  if ('reason' in filter) {
    report('lost', 'url', filter.reason);
    return [];
  }
  if (filter.loose) report('changed', 'url', filter.loose);
  if (test === 'contains' && value !== value.toLowerCase()) report('changed', 'url', 'case matters in the path');
  return [/not/.test(type) ? { not: filter.condition } : filter.condition];
}

function deviceConditions({ deviceTypes, deviceTypesMatchType }: Loose, report: Report): Condition[] {
  const wanted = listIn(deviceTypes).map((type) => `${type}`.toLowerCase());
  if (!wanted.length) return [];
  const type = textIn(deviceTypesMatchType) ?? 'icontains';
  const device = [...new Set(wanted.flatMap((each) => DEVICES[each] ?? []))];
  if (!device.length || !URL_TESTS[type]) {
    report('lost', 'deviceTypes', `${type} ${wanted.join(', ')} is no kind of device here: phone, tablet, desktop`);
    return [];
  }
  return [/not/.test(type) ? { not: { device } } : { device }];
}

function flagConditions(survey: Loose, { linkedFlagVariant }: Loose): Condition[] {
  const linked = textIn(survey.linked_flag_key) ?? textIn(objectIn(survey.linked_flag).key);
  const others = [survey.targeting_flag_key ?? objectIn(survey.targeting_flag).key, survey.internal_targeting_flag_key ?? objectIn(survey.internal_targeting_flag).key];
  const variant = textIn(linkedFlagVariant);
  return [
    ...(linked ? [{ flag: linked, ...(variant && variant !== 'any' && { is: variant }) }] : []),
    ...others.flatMap((key) => (textIn(key) ? [{ flag: textIn(key)! }] : [])),
  ];
}

/** An event while the delay runs calls the survey off. */
function cancelConditions({ cancelEvents }: Loose, delay: number, report: Report): Condition[] {
  return eventsIn(cancelEvents).flatMap((event) => {
    const where = whereOf(event, report, 'cancelEvents');
    return where ? [{ not: { event: event.name, ...where, within: `${Math.max(delay, 10)}s` as const } }] : [];
  });
}

interface PostHogEvent {
  name: string;
  propertyFilters: Loose;
}

/** A list, or PostHog's `{ values: […] }` around it, of names or of events with filters. */
function eventsIn(events: unknown): PostHogEvent[] {
  return [...listIn(events), ...listIn(objectIn(events).values)].flatMap((event) => {
    if (!isObject(event)) return textIn(event) ? [{ name: textIn(event)!, propertyFilters: {} }] : [];
    const name = textIn(event.name);
    return name ? [{ name, propertyFilters: objectIn(event.propertyFilters) }] : [];
  });
}

/** What properties of an event have to be; `undefined` where that cannot be said. */
function whereOf({ name, propertyFilters }: PostHogEvent, report: Report, at: string): { where?: Where } | undefined {
  const where: Record<string, Scalar | Scalar[] | Comparison> = {};
  let lost = false;
  for (const [property, filter] of Object.entries(propertyFilters)) {
    const { operator = 'exact', values } = objectIn(filter);
    const test = propertyTest(`${operator}`, listIn(values).filter((value): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value)));
    if (test === undefined) {
      report('lost', at, `"${property}" of ${name}: ${operator} is no test here; let the page send a value to compare with`);
      lost = true;
    } else where[property] = test;
  }
  return lost ? undefined : Object.keys(where).length ? { where } : {};
}

function propertyTest(operator: string, values: readonly Scalar[]): Scalar[] | Comparison | undefined {
  const limit = LIMITS[operator];
  if (limit) return values.length && Number.isFinite(Number(values[0])) ? { [limit]: Number(values[0]) } : undefined;
  if (operator === 'is_set') return { set: true };
  if (operator === 'is_not_set') return { set: false };
  if (!values.length) return undefined;
  // PostHog writes every value as text, and the page sends numbers.
  const alike = values.flatMap((value) => [value, ...(typeof value === 'string' && value.trim() && Number.isFinite(Number(value)) ? [Number(value)] : []), ...(value === 'true' || value === 'false' ? [value === 'true'] : [])]);
  if (operator === 'exact') return alike;
  return operator === 'is_not' ? { not: alike } : undefined;
}

function triggersOf(survey: Loose, conditions: Loose, report: Report): Trigger[] | undefined {
  const events = eventsIn(conditions.events);
  const selector = textIn(conditions.selector);
  for (const action of listIn(objectIn(conditions.actions).values)) report('lost', 'actions', `"${textIn(objectIn(action).name) ?? 'an action'}" is defined in PostHog; let the page send an event`);
  if (events.length > MOST_TRIGGERS) report('lost', 'events', `only the first ${MOST_TRIGGERS} of ${events.length} events are kept`);
  const triggers = events.slice(0, MOST_TRIGGERS).flatMap((event): Trigger[] => {
    const where = whereOf(event, report, 'events');
    return where ? [{ event: event.name, ...where }] : [];
  });
  if (selector) {
    report('changed', 'selector', 'it waits until the element comes into view');
    if (!events.length) return [{ visible: selector, ratio: 0 }];
    report('lost', 'selector', 'an event and an element cannot both be waited for');
  }
  if (events.length || listIn(objectIn(conditions.actions).values).length) return triggers.length ? triggers : undefined;
  return survey.type === 'api' || survey.type === 'widget' ? undefined : [{ page: true }];
}

function repeatOf({ schedule, iteration_frequency_days: days }: Loose, { events }: Loose): { repeat: Repeat } {
  const again = objectIn(events).repeatedActivation === true && eventsIn(events).length > 0;
  if (schedule === 'always' || again) return { repeat: ANY_TIME };
  const every = numberIn(days);
  if (schedule === 'recurring' && every) return { repeat: { answered: `${every}d`, dismissed: `${every}d` } };
  return { repeat: { answered: 'never', dismissed: 'never' } };
}

/** A day is the beginning of it, UTC. */
const momentOf = (date: string): string | undefined => {
  const ms = Date.parse(date);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined;
};

function scheduleOf({ start_date, end_date }: Loose, report: Report): Pick<Campaign, 'schedule'> {
  const moment = (value: unknown, at: string): string | undefined => {
    const text = textIn(value);
    const found = text && momentOf(text);
    if (text && !found) report('lost', at, `"${text}" is no moment`);
    return found;
  };
  const from = moment(start_date, 'start_date');
  const until = moment(end_date, 'end_date');
  return from || until ? { schedule: { ...(from && { from }), ...(until && { until }) } } : {};
}

function quotaOf({ responses_limit: limit }: Loose): Pick<Campaign, 'quota'> {
  const responses = numberIn(limit);
  return responses ? { quota: { responses } } : {};
}

function definitionOf(survey: Loose, report: Report): SurveyDefinition | undefined {
  const questions = listIn(survey.questions).filter(isObject);
  if (!questions.length) return undefined;
  const { thankYouMessageHeader } = objectIn(survey.appearance);
  const thanks = textIn(thankYouMessageHeader) ? { thanks: { text: textIn(thankYouMessageHeader)! } } : {};
  const [first, second] = questions;
  const asked = textIn(first!.question) ?? textIn(survey.name) ?? 'How was it?';
  const followUp = second && second.type === 'open' ? { followUp: textIn(second.question) ?? 'Why?' } : {};
  const anchors = { ...(textIn(first!.lowerBoundLabel) && { anchorStart: textIn(first!.lowerBoundLabel)! }), ...(textIn(first!.upperBoundLabel) && { anchorEnd: textIn(first!.upperBoundLabel)! }) };
  const simple = questions.length === 1 || (questions.length === 2 && second!.type === 'open');
  if (first!.type === 'rating' && simple) {
    if (first!.scale === 10) return { kind: 'nps', question: asked, ...anchors, ...followUp, ...thanks };
    if (first!.scale === 7) return { kind: 'ces', question: asked, ...anchors, ...followUp, ...thanks };
    if (first!.scale === 5) return { kind: 'csat', look: first!.display === 'emoji' ? 'faces' : 'numbers', question: asked, ...anchors, ...followUp, ...thanks };
  }
  if (questions.length === 1 && first!.type === 'open') return { kind: 'feedback', question: asked, ...thanks };
  return {
    kind: 'form',
    question: textIn(survey.name) ?? asked,
    steps: questions.map((question, index) => {
      const step = { id: `q${index + 1}`, question: textIn(question.question) ?? `Question ${index + 1}`, ...(question.optional === false && { required: true }) };
      const choices = listIn(question.choices).flatMap((choice) => textIn(choice) ?? []);
      if (question.branching) report('changed', `questions[${index}].branching`, 'branches are not carried over: every question is asked');
      if (question.type === 'rating') return { ...step, type: 'rating' as const, scale: question.scale === 10 ? ([0, 10] as [number, number]) : ([1, Math.min(Math.max(numberIn(question.scale) ?? 5, 2), 11)] as [number, number]) };
      if (choices.length) return { ...step, type: 'choice' as const, multiple: question.type === 'multiple_choice', options: choices.map((label, nth) => ({ id: `${nth + 1}`, label })) };
      if (question.type === 'link') report('changed', `questions[${index}]`, 'a link is shown as a question for text');
      return { ...step, type: 'text' as const };
    }),
    ...thanks,
  };
}
