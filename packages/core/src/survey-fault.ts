import type { ChoiceStep, RatingStep, StepBase, SurveyDefinition } from './survey-definition.js';

/** The way down to a fault, empty when the value itself is one; `undefined` when there is none. */
type Fault = (string | number)[] | undefined;
/** What a value has to be: text of a pattern, a list of one thing, an object of these fields (`!` for a must), or as a function says. */
type Shape = RegExp | [Shape] | Fields | ((value: never) => Fault);
interface Fields {
  [field: string]: Shape;
}

const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const STEP_ID = /^(?!(__proto__|constructor|prototype|end)$)[^\p{Cc}\p{Cs}]{1,200}$/u;
const WORDS = /^[^]{1,10000}$/u;
const TAG = /^[A-Za-z]{1,8}(-[A-Za-z\d]{1,8})*$/;
// Any other colon before the path ends a scheme. Browsers read a backslash as a slash, and a scheme through line breaks.
const HREF = /^((https?|mailto|tel):|(?!\/\/|[^/?#]*:))[^\s\\\p{Cc}\p{Cs}]{1,2000}$/u;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const unless = (holds: boolean): Fault => (holds ? undefined : []);
const number = (value: unknown): Fault => unless(Number.isFinite(value));
const flag = (value: unknown): Fault => unless(typeof value === 'boolean');

/** A fault, if there is one, seen from above. */
const at = (key: string | number, fault: Fault): Fault => fault && [key, ...fault];

function faultOf(shape: Shape, value: unknown): Fault {
  if (shape instanceof RegExp) return unless(typeof value === 'string' && shape.test(value));
  if (typeof shape === 'function') return shape(value as never);
  let fault: Fault;
  if (Array.isArray(shape)) {
    if (!Array.isArray(value) || value.length > 100) return [];
    for (let index = 0; index < value.length && !fault; index++) fault = at(index, faultOf(shape[0], value[index]));
    return fault;
  }
  if (!isObject(value)) return [];
  const unknown = new Set(Object.keys(value));
  for (const field in shape) {
    const key = field.replace('!', '');
    unknown.delete(key);
    if (value[key] !== undefined || key !== field) fault ??= at(key, faultOf(shape[field]!, value[key]));
  }
  for (const key of unknown) fault ??= [key];
  return fault;
}

/** The one of several shapes that the field `key` names. */
const oneOf =
  (key: string, shapes: Fields) =>
  (value: unknown): Fault => {
    if (!isObject(value)) return [];
    const named = value[key];
    return typeof named === 'string' && Object.hasOwn(shapes, named) ? faultOf(shapes[named]!, value) : [key];
  };

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
