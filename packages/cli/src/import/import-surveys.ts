import { AskwellError, surveyFault, type AskwellConfig, type Budget } from '@askwell/core';
import { guardConfig, jsonPointer, parseDuration } from '@askwell/triggers';

import { idOf, isObject, listIn, type Converted, type Imported, type Note } from './converted.js';
import { fromFormbricks } from './from-formbricks.js';
import { fromMicroSurveys } from './from-microsurveys.js';
import { fromPostHog } from './from-posthog.js';
import { fromSurveyJs } from './from-surveyjs.js';

type Loose = Readonly<Record<string, unknown>>;

/** Where surveys can come from. */
export const ORIGINS = ['posthog', 'formbricks', 'surveyjs', 'microsurveys'] as const;
export type Origin = (typeof ORIGINS)[number];

const CONVERTERS: Readonly<Record<Origin, (survey: Loose, named: ReadonlyMap<string, string>) => Converted>> = {
  posthog: fromPostHog,
  formbricks: fromFormbricks,
  surveyjs: fromSurveyJs,
  microsurveys: fromMicroSurveys,
};

const someIn = (list: unknown, fits: (each: Loose) => boolean): boolean => listIn(list).some((each) => isObject(each) && fits(each));
const hasAny = (survey: Loose, ...fields: string[]): boolean => fields.some((field) => field in survey);

/** What a survey of each origin has, whatever else it leaves out. */
const LOOKS: Readonly<Record<Origin, { expected: string; fits: (survey: Loose) => boolean }>> = {
  posthog: {
    expected: '"conditions", "appearance", "start_date", or "questions" that have a "question"',
    fits: (survey) => hasAny(survey, 'conditions', 'appearance', 'start_date') || someIn(survey.questions, (each) => 'question' in each),
  },
  formbricks: {
    expected: '"displayOption", "blocks", "endings", "segment", "triggers" that have an "actionClass", or "questions" that have a "headline"',
    fits: (survey) =>
      hasAny(survey, 'displayOption', 'blocks', 'endings', 'segment') || someIn(survey.triggers, (each) => 'actionClass' in each) || someIn(survey.questions, (each) => 'headline' in each),
  },
  surveyjs: {
    expected: '"pages", "elements", or "questions" that have a "name"',
    fits: (survey) => hasAny(survey, 'pages', 'elements') || someIn(survey.questions, (each) => 'name' in each),
  },
  microsurveys: {
    expected: '"event", "match", "audience", "samplePercent", "warmupCount", "fireEvery" or "sequence"',
    fits: (survey) => hasAny(survey, 'event', 'match', 'audience', 'samplePercent', 'warmupCount', 'fireEvery', 'sequence'),
  },
};

/** One survey, a list of them, or what the peers' APIs put around a list. */
function surveysIn(value: unknown): Loose[] {
  const inner = isObject(value) ? (value.results ?? value.surveys ?? value.data ?? value) : value;
  return (Array.isArray(inner) ? listIn(inner) : [inner]).filter(isObject);
}

/** What a survey looks like; `undefined` for nothing that is known. */
export function originOf(survey: Loose): Origin | undefined {
  if ('displayOption' in survey || 'blocks' in survey || 'endings' in survey) return 'formbricks';
  if ('pages' in survey || 'elements' in survey) return 'surveyjs';
  if ('conditions' in survey || 'appearance' in survey || 'start_date' in survey) return 'posthog';
  if ('samplePercent' in survey || 'audience' in survey || 'sequence' in survey) return 'microsurveys';
  if (listIn(survey.questions).some((question) => isObject(question) && 'headline' in question)) return 'formbricks';
  return listIn(survey.questions).length ? 'posthog' : undefined;
}

/**
 * Makes a configuration of the surveys of a peer.
 *
 * @param origin whose they are; without it each is told by its looks
 * @throws AskwellError `invalid-options` where there is no survey, one of unknown origin, or one that has not the shape of its origin
 */
export function importSurveys(value: unknown, origin?: Origin): Imported {
  const surveys = surveysIn(value);
  if (!surveys.length) throw new AskwellError('invalid-options', 'There is no survey in this file: expected one as JSON, or a list of them.');
  const ids = new Set<string>();
  const notes: Note[] = [];
  const campaigns: AskwellConfig['campaigns'] = [];
  const definitions: Record<string, NonNullable<Converted['survey']>> = {};
  const named = new Map(surveys.map((survey) => [`${survey.id as string}`, idOf(survey.name, survey.id)]));
  let budget: Budget | undefined;
  for (const [index, survey] of surveys.entries()) {
    const from = origin ?? originOf(survey);
    if (!from) throw new AskwellError('invalid-options', `Survey ${index + 1} is of no origin that is known: say --from ${ORIGINS.join(', ')}.`);
    if (!LOOKS[from].fits(survey)) throw new AskwellError('invalid-options', `Survey ${index + 1} is none of ${from}${looksLike(survey)}: expected ${LOOKS[from].expected}.`);
    const converted = CONVERTERS[from](survey, named);
    let { id } = converted.campaign;
    for (let nth = 2; ids.has(id); nth++) id = `${converted.campaign.id}-${nth}`;
    ids.add(id);
    const renamed = id === converted.campaign.id || !converted.survey ? {} : { survey: id };
    campaigns.push({ ...converted.campaign, id, ...renamed });
    if (converted.survey) definitions[renamed.survey ?? converted.campaign.survey] = converted.survey;
    notes.push(...converted.notes);
    budget = longer(budget, converted.budget, id, notes);
  }
  const config: AskwellConfig = { version: 1, ...(Object.keys(definitions).length && { surveys: definitions }), ...(budget && { budget }), campaigns };
  for (const { path } of guardConfig(config, surveyFault).faults) notes.push({ at: jsonPointer(path), what: 'lost', reason: 'no configuration can have this value; what it belongs to is off until it is corrected' });
  return { config, notes };
}

function looksLike(survey: Loose): string {
  const found = originOf(survey);
  return found ? `, it looks like one of ${found}` : '';
}

/** There is one pause for all; of several the longest annoys least. */
function longer(one: Budget | undefined, other: Budget | undefined, at: string, notes: Note[]): Budget | undefined {
  if (!one?.minGap || !other?.minGap || one.minGap === other.minGap) return one ?? other;
  notes.push({ at, what: 'changed', reason: `of the pauses ${one.minGap} and ${other.minGap} the longer one holds for all campaigns` });
  return parseDuration(one.minGap) > parseDuration(other.minGap) ? one : other;
}
