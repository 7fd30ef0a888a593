import type { Campaign, Condition, Device, Duration, Repeat, Scalar, SurveyDefinition, Trigger } from '@askwell/core';

import { allOf, anyOf, idOf, isObject, listIn, numberIn, objectIn, settle, textIn, type Converted, type Note } from './converted.js';
import { urlFilter, type UrlTest } from './url-filter.js';

type Loose = Readonly<Record<string, unknown>>;
/** What a segment is read with. */
interface Reading {
  report: Report;
  named: ReadonlyMap<string, string>;
}

type Report = (what: Note['what'], at: string, reason: string) => void;

const REPEATS: Readonly<Record<string, Repeat>> = {
  displayOnce: { answered: 'never', dismissed: 'never', later: 'never', ignored: 'never', maxShows: 1 },
  displaySome: { answered: 'never', dismissed: '0s', later: '0s', ignored: '0s' },
  displayMultiple: { answered: 'never', dismissed: '0s', later: '0s', ignored: '0s', maxShows: 1000 },
  respondMultiple: { answered: '0s', dismissed: '0s', later: '0s', ignored: '0s', maxShows: 1000 },
};
/** What a campaign can wait for. */
const MOST_TRIGGERS = 5;
const URL_TESTS: Readonly<Record<string, UrlTest>> = { exactMatch: 'exact', notMatch: 'exact', contains: 'contains', notContains: 'contains', startsWith: 'startsWith', endsWith: 'endsWith' };
const PERIOD_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/**
 * A Formbricks survey, with its triggers and its segment, as a campaign and a survey.
 *
 * @param named what the surveys beside it are called here, by their ids there: segments speak of them
 */
export function fromFormbricks(survey: Loose, named: ReadonlyMap<string, string> = new Map()): Converted {
  const id = idOf(survey.name, survey.id);
  const notes: Note[] = [];
  const report: Report = (what, at, reason) => void notes.push({ at: `${id}: ${at}`, what, reason });
  const on: Trigger[] = [];
  const pages: Condition[] = [];
  let delay = numberIn(survey.delay) ?? 0;
  const triggers = listIn(survey.triggers).filter(isObject);
  for (const trigger of triggers) {
    const action = objectIn(trigger.actionClass ?? trigger);
    const found = triggerOf(action, report);
    if (!found) continue;
    on.push(found.trigger);
    if (found.delay) delay = Math.max(delay, found.delay);
    if (found.delay && triggers.length > 1) report('changed', 'triggers', 'the time on the page is waited out after every trigger');
    if (found.page) pages.push(found.page);
  }
  if (on.length > MOST_TRIGGERS) report('lost', 'triggers', `only the first ${MOST_TRIGGERS} of ${on.length} triggers are kept`);
  const page = pages.length === triggers.length ? anyOf(pages) : undefined;
  if (page && triggers.length > 1) report('changed', 'triggers', 'the pages of each trigger hold for all of them');
  if (pages.length && !page) report('lost', 'triggers', 'pages that hold for one trigger of several cannot be said; make a campaign for each');

  const tests = [...(page ? [page] : []), ...segmentConditions(survey.segment, { report, named }), ...languageConditions(survey)];
  const days = numberIn(survey.recontactDays);
  const percent = numberIn(survey.displayPercentage);
  const placement = textIn(objectIn(survey.projectOverwrites).placement) ?? '';
  if (days) report('changed', 'recontactDays', 'the pause is that of all campaigns together (budget.minGap)');
  if (textIn(survey.autoClose) ?? numberIn(survey.autoClose)) report('changed', 'autoClose', 'a survey closes only by the person: nobody is hurried');
  const definition = definitionOf(survey, report);
  const test = allOf(tests);
  const off = survey.status !== undefined && survey.status !== 'inProgress';
  const campaign: Campaign = {
    id,
    survey: definition ? id : 'feedback',
    ...(off && { enabled: false }),
    ...(on.length > 0 && { on: on.slice(0, MOST_TRIGGERS) }),
    ...(test && { if: test }),
    ...(delay > 0 && { delay: `${delay}s` as const }),
    ...repeatOf(survey),
    ...(percent !== undefined && percent < 100 && { sample: { percent } }),
    ...(days === 0 && { budget: 'ignore' as const }),
    show: { as: placement === 'center' ? 'modal' : 'corner', ...(/left/i.test(placement) && { at: 'start' as const }) },
  };
  if (percent !== undefined && percent < 100) report('changed', 'displayPercentage', 'the same people are asked each time: the lot is not cast anew at every trigger');
  return { campaign: settle(campaign, notes), ...(definition && { survey: definition }), ...(days && { budget: { minGap: `${days}d` as const } }), notes };
}

function repeatOf({ displayOption, displayLimit }: Loose): Pick<Campaign, 'repeat'> {
  const repeat = REPEATS[`${displayOption}`];
  if (!repeat) return {};
  const most = numberIn(displayLimit);
  return { repeat: displayOption === 'displaySome' && most ? { ...repeat, maxShows: most } : repeat };
}

interface FoundTrigger {
  trigger: Trigger;
  page?: Condition;
  delay?: number;
}

function triggerOf(action: Loose, report: Report): FoundTrigger | undefined {
  const name = textIn(action.name) ?? textIn(action.key) ?? 'a trigger';
  if (action.type !== 'noCode') {
    const key = textIn(action.key);
    if (key) return { trigger: { event: key } };
    report('lost', 'triggers', `${name} has no key`);
    return undefined;
  }
  const config = objectIn(action.noCodeConfig);
  const filters = pageCondition(listIn(config.urlFilters).filter(isObject), config.urlFiltersConnector === 'and' ? 'and' : 'or', report);
  const page = filters ? { page: filters } : {};
  switch (config.type) {
    case 'pageView':
      return { trigger: { page: true }, ...page };
    case 'exitIntent':
      return { trigger: { exit: true }, ...page };
    case 'fiftyPercentScroll':
      return { trigger: { scroll: 50 }, ...page };
    case 'pageDwell': {
      const seconds = numberIn(config.timeInSeconds) ?? numberIn(config.seconds) ?? 0;
      return { trigger: { page: true }, ...page, delay: seconds };
    }
    case 'click': {
      const { cssSelector, innerHtml } = objectIn(config.elementSelector);
      if (textIn(innerHtml)) report('lost', 'triggers', `${name}: texts of elements are no trigger here, since languages and markup change them; give the element an attribute`);
      const selector = textIn(cssSelector);
      if (!selector && !textIn(innerHtml)) report('lost', 'triggers', `${name} says of no element by a CSS selector that it is clicked`);
      return selector ? { trigger: { click: selector }, ...page } : undefined;
    }
    default:
      report('lost', 'triggers', `${name}: "${config.type}" is no trigger here`);
      return undefined;
  }
}

function pageCondition(filters: readonly Loose[], connector: 'and' | 'or', report: Report): Condition | undefined {
  const conditions = filters.flatMap((filter): Condition[] => {
    const { rule } = filter;
    const value = textIn(filter.value) ?? '';
    const test = URL_TESTS[`${rule}`];
    const found = test ? urlFilter(test, value) : { reason: `"${rule}" is no comparison here; write globs` };
    if ('reason' in found) {
      report('lost', 'urlFilters', found.reason);
      return [];
    }
    if (found.loose) report('changed', 'urlFilters', found.loose);
    return [/^not/.test(`${rule}`) ? { not: found.condition } : found.condition];
  });
  return connector === 'and' ? allOf(conditions) : anyOf(conditions);
}

function languageConditions({ languages }: Loose): Condition[] {
  const lang = listIn(languages).flatMap((language) => {
    if (isObject(language) && language.enabled === false) return [];
    return textIn(isObject(language) ? (objectIn(language.language).code ?? language.code) : language) ?? [];
  });
  return lang.length ? [{ lang }] : [];
}

/** A segment that we know only by name is a trait that the page has to give; its filters become conditions. */
function segmentConditions(segment: unknown, reading: Reading): Condition[] {
  const name = textIn(segment);
  if (name) return [{ trait: { [`segment:${name}`]: true } }];
  if (!isObject(segment)) return [];
  const filters = listIn(segment.filters);
  if (filters.length) {
    const found = filterGroup(filters, reading);
    return found ? [found] : [];
  }
  if (segment.hasFilters !== true) return [];
  const trait = `segment:${textIn(segment.title) ?? textIn(segment.id) ?? 'filtered'}`;
  reading.report('changed', 'segment', `whoever is in it has to be known by the trait "${trait}"`);
  return [{ trait: { [trait]: true } }];
}

/** AND binds more tightly than OR, as Formbricks reads a list. */
function filterGroup(filters: readonly unknown[], reading: Reading): Condition | undefined {
  const groups: Condition[][] = [];
  for (const filter of filters) {
    const { connector, resource } = objectIn(filter);
    const condition = Array.isArray(resource) ? filterGroup(resource, reading) : filterOf(objectIn(resource ?? filter), reading);
    if (!groups.length || connector === 'or') groups.push([]);
    if (condition) groups.at(-1)!.push(condition);
  }
  return anyOf(groups.flatMap((group) => allOf(group) ?? []));
}

function filterOf(filter: Loose, reading: Reading): Condition | undefined {
  const root = objectIn(filter.root);
  const { operator } = objectIn(filter.qualifier);
  const op = `${operator}`;
  const { value } = filter;
  if (root.type === 'segment') {
    const condition: Condition = { trait: { [`segment:${textIn(root.segmentId) ?? `${value}`}`]: true } };
    return op === 'userIsNotIn' ? { not: condition } : condition;
  }
  if (root.type === 'device') {
    const device: Condition = { device: [`${value}` as Device].map((each) => (each === 'desktop' ? 'desktop' : 'phone')) };
    return op === 'notEquals' ? { not: device } : device;
  }
  if (root.type === 'surveyInteraction' || /^have/.test(op)) return interaction(op, filter, reading);
  const name = textIn(root.contactAttributeKey) ?? textIn(root.personIdentifier) ?? textIn(root.attributeClassName);
  const test = name ? attributeTest(op, value as Scalar) : undefined;
  if (name && test !== undefined) return { trait: { [name]: test } };
  reading.report('lost', 'segment', `"${name ?? JSON.stringify(root)}" ${op} is no condition here; give the page a trait to compare with`);
  return undefined;
}

function attributeTest(operator: string, value: Scalar): NonNullable<Extract<Condition, { trait: unknown }>>['trait'][string] | undefined {
  const limits: Record<string, 'lt' | 'lte' | 'gt' | 'gte'> = { lessThan: 'lt', lessEqual: 'lte', greaterThan: 'gt', greaterEqual: 'gte' };
  if (operator === 'equals') return value;
  if (operator === 'notEquals') return { not: value };
  if (operator === 'isSet') return { set: true };
  if (operator === 'isNotSet') return { set: false };
  const limit = limits[operator];
  return limit && Number.isFinite(Number(value)) ? { [limit]: Number(value) } : undefined;
}

/** Whoever has begun to answer has given a score. */
function interaction(operator: string, { within, surveys }: Loose, { report, named }: Reading): Condition | undefined {
  const span = withinOf(within);
  const ids = listIn(surveys).flatMap((each) => textIn(each) ?? []).map((there) => {
    const here = named.get(there);
    if (!here) report('changed', 'segment', `"${there}" is no survey of this file: the condition waits for one that is called so here`);
    return here ?? idOf(there);
  });
  const each = (was: 'shown' | 'answered', score?: { gte: number }): Condition =>
    anyOf((ids.length ? ids : ['*']).map((survey): Condition => ({ survey, was, ...(span && { within: span }), ...(score && { score }) })))!;
  const begun: Condition = { any: [each('answered'), each('shown', { gte: -1000 })] };
  const conditions: Record<string, Condition> = {
    haveSeen: each('shown'),
    haveNotSeen: { not: each('shown') },
    haveStartedRespondingTo: begun,
    haveNotStartedRespondingTo: { not: begun },
    haveCompleted: each('answered'),
    haveNotCompleted: { not: each('answered') },
  };
  return conditions[operator];
}

function withinOf(within: unknown): Duration | undefined {
  const [, count, unit = 'day'] = /^\s*(\d+)\s*(day|week|month|year)?s?\s*$/i.exec(isObject(within) ? [within.amount ?? within.value, within.unit].join(' ') : `${within}`) ?? [];
  return count ? `${Number(count) * PERIOD_DAYS[unit.toLowerCase()]!}d` : undefined;
}

const wordsIn = (value: unknown): string | undefined => textIn(isObject(value) ? (value.default ?? value.en) : value)?.replace(/<[^>]+>/g, '').trim() || undefined;

function definitionOf(survey: Loose, report: Report): SurveyDefinition | undefined {
  const blocks = listIn(survey.blocks).flatMap((block) => listIn(objectIn(block).elements));
  const questions = [...listIn(survey.questions), ...blocks].filter(isObject);
  const [first] = questions;
  if (!first) return undefined;
  const ending = objectIn(listIn(survey.endings)[0]);
  const text = wordsIn(ending.headline);
  const thanks = text ? { thanks: { text } } : {};
  const question = wordsIn(first.headline) ?? textIn(survey.name) ?? 'How was it?';
  const anchors = { ...(wordsIn(first.lowerLabel) && { anchorStart: wordsIn(first.lowerLabel)! }), ...(wordsIn(first.upperLabel) && { anchorEnd: wordsIn(first.upperLabel)! }) };
  if (questions.length === 1 || (questions.length === 2 && questions[1]!.type === 'openText')) {
    const followUp = questions[1] ? { followUp: wordsIn(questions[1].headline) ?? 'Why?' } : {};
    const more = { question, ...anchors, ...followUp, ...thanks };
    if (first.type === 'nps') return { kind: 'nps', ...more };
    if (first.type === 'csat' || (first.type === 'rating' && first.range === 5)) return { kind: 'csat', look: first.scale === 'star' ? 'stars' : first.scale === 'smiley' ? 'faces' : 'numbers', ...more };
    if (first.type === 'ces' || (first.type === 'rating' && first.range === 7)) return { kind: 'ces', ...more };
    if (first.type === 'openText' && questions.length === 1) return { kind: 'feedback', question, ...thanks };
  }
  return {
    kind: 'form',
    question: textIn(survey.name) ?? question,
    steps: questions.map((each, index) => {
      const step = { id: `q${index + 1}`, question: wordsIn(each.headline) ?? `Question ${index + 1}`, ...(each.required === true && { required: true }) };
      if (listIn(each.logic).length) report('changed', `questions[${index}].logic`, 'branches are not carried over: every question is asked');
      if (each.type === 'nps') return { ...step, type: 'rating' as const, scale: [0, 10] as [number, number] };
      if (each.type === 'rating') return { ...step, type: 'rating' as const, scale: [1, Math.min(numberIn(each.range) ?? 5, 11)] as [number, number] };
      const options = listIn(each.choices).map((choice, nth) => ({ id: `${nth + 1}`, label: wordsIn(objectIn(choice).label) ?? `${nth + 1}` }));
      if (options.length) return { ...step, type: 'choice' as const, multiple: each.type === 'multipleChoiceMulti', options };
      if (!['openText', undefined].includes(each.type as string)) report('changed', `questions[${index}]`, `"${each.type}" is asked as a text`);
      return { ...step, type: 'text' as const };
    }),
    ...thanks,
  };
}
