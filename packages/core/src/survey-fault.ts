import { at, faultOf, flag, isObject, NAME, number, oneOf, unless, type Fault, type Shape } from './shape.js';
import type { ChoiceStep, RatingStep, StepBase, SurveyDefinition } from './survey-definition.js';

const STEP_ID = /^(?!(__proto__|constructor|prototype|end)$)[^\p{Cc}\p{Cs}]{1,200}$/u;
const WORDS = /^[^]{1,10000}$/u;
const TAG = /^[A-Za-z]{1,8}(-[A-Za-z\d]{1,8})*$/;
// Any other colon before the path ends a scheme. Browsers read a backslash as a slash, and a scheme through line breaks.
const HREF = /^((https?|mailto|tel):|(?!\/\/|[^/?#]*:))[^\s\\\p{Cc}\p{Cs}]{1,2000}$/u;

function text(value: unknown): Fault {
  if (!isObject(value)) return faultOf(WORDS, value);
  const tags = Object.keys(value);
  let fault = unless(tags.length > 0);
  for (const tag of tags) fault ??= at(tag, TAG.test(tag) ? faultOf(WORDS, value[tag]) : []);
  return fault;
}

function scale(value: unknown): Fault {
  const [min, max] = Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) ? (value as number[]) : [0, 0];
  return unless(min! < max! && max! - min! <= 10);
}

const thanks = { text, link: { 'href!': HREF, 'text!': text } };
const band = { followUp: text, thanks };
const survey = { kind: NAME, survey: NAME, wording: NAME, question: text, submit: text, thanks };
const anchors = { anchorStart: text, anchorEnd: text };
const rating = { ...survey, ...anchors, followUp: text, autosubmit: flag };

const either = (value: unknown): Fault => faultOf(WORDS, value) && number(value);
const tests = {
  is: (value: unknown): Fault => (Array.isArray(value) && value.length ? faultOf([either], value) : flag(value) && either(value)),
  atLeast: number,
  atMost: number,
  band: /^(promoter|passive|detractor)$/,
};
const step = {
  type: NAME,
  'id!': STEP_ID,
  section: text,
  'question!': text,
  hint: text,
  required: flag,
  next: [{ if: tests, 'to!': NAME }] as [Shape],
};

const steps = oneOf('type', {
  rating: { ...step, ...anchors, 'scale!': scale, look: /^(stars|faces|numbers)$/, labels: [text] },
  choice: { ...step, 'options!': [{ 'id!': NAME, 'label!': text }], multiple: flag },
  text: step,
  contact: step,
});

const definition = oneOf('kind', {
  nps: { ...rating, product: WORDS, bands: { promoter: band, passive: band, detractor: band } },
  csat: {
    ...rating,
    thing: WORDS,
    look: /^(stars|faces|numbers|thumbs)$/,
    labels: [text],
    bands: { satisfied: band, neutral: band, dissatisfied: band },
  },
  ces: { ...rating, company: WORDS, variant: /^(agreement|difficulty)$/, bands: { agree: band, neutral: band, disagree: band } },
  feedback: { ...survey, reasons: [/^(problem|idea|praise|other)$/], contact: flag, page: flag },
  form: { ...survey, 'steps!': [steps] },
});

const repeats = (ids: string[]): boolean => new Set(ids).size < ids.length;

/** What only shows when fields that are sound one by one are seen together. */
function ruleFault(survey: SurveyDefinition): Fault {
  if (survey.kind === 'csat' && survey.labels && survey.labels.length !== (survey.look === 'thumbs' ? 2 : 5)) return ['labels'];
  if (survey.kind === 'feedback' && repeats(survey.reasons ?? [])) return ['reasons'];
  if (survey.kind !== 'form') return undefined;
  const ids = survey.steps.map(({ id }) => id);
  let fault = unless(ids.length > 0);
  for (const [index, each] of survey.steps.entries()) fault ??= at(index, stepFault(each, index, ids));
  return at('steps', fault);
}

type AnyStep = StepBase & { type: string } & Partial<Pick<RatingStep, 'scale' | 'look' | 'labels'> & Pick<ChoiceStep, 'options'>>;

function stepFault({ id, next = [], options, scale, look, labels }: AnyStep, index: number, ids: string[]): Fault {
  const [min, max] = scale ?? [0, 0];
  // A record takes the answer `score` for a number on its scale.
  if (ids.indexOf(id) < index || (id === 'score' && !scale)) return ['id'];
  if (options && (!options.length || repeats(options.map((option) => option.id)))) return ['options'];
  if (look === 'faces' && max - min !== 4) return ['look'];
  if (labels && labels.length !== max - min + 1) return ['labels'];
  for (const [nth, { if: test, to }] of next.entries()) {
    const way = ['next', nth];
    if (test && !Object.keys(test).length) return [...way, 'if'];
    if (test?.band && (min || max !== 10)) return [...way, 'if', 'band'];
    if (to !== 'end' && ids.indexOf(to) <= index) return [...way, 'to'];
  }
  return undefined;
}

/**
 * Finds what keeps a value from being a {@link SurveyDefinition}: the path of the first faulty or unknown field, as
 * `steps.2.options`; `''` when the value is no object at all, `undefined` when there is no fault.
 * The zod schema of `@askwell/schema` gives the same verdict; this one costs a page far less.
 */
export function surveyFault(value: unknown): string | undefined {
  try {
    return (definition(value) ?? ruleFault(value as SurveyDefinition))?.join('.');
  } catch {
    // A getter threw.
    return '';
  }
}
