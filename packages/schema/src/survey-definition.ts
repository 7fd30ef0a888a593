import * as z from 'zod';

const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const STEP_ID = /^(?!(__proto__|constructor|prototype|end)$)[^\p{Cc}\p{Cs}]{1,200}$/u;
const TAG = /^[A-Za-z]{1,8}(-[A-Za-z\d]{1,8})*$/;
const HREF = /^((https?|mailto|tel):|(?!\/\/|[^/?#]*:))[^\s\\\p{Cc}\p{Cs}]{1,2000}$/u;

const optional = z.exactOptional;
const name = z.string().regex(NAME, 'Expected 1 to 200 characters, none of them a control character');
const stepId = z.string().regex(STEP_ID, 'Expected 1 to 200 characters, none of them a control character, and no reserved word');
const words = z.string().min(1).max(10_000);
const flag = optional(z.boolean());
const href = z.string().regex(HREF, 'Expected an address with https:, http:, mailto: or tel:, or one relative to the page');

/** Texts by language. `z.record` drops a key `__proto__` without a word, so it is refused before. */
const translations = z.preprocess(
  (input, context) => {
    if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__')) {
      context.addIssue({ code: 'custom', message: 'This key is not allowed', path: ['__proto__'] });
    }
    return input;
  },
  z
    .record(z.string().regex(TAG, 'Expected a BCP 47 tag, as de or pt-BR'), words)
    .refine((texts) => Object.keys(texts).length > 0, 'Expected at least one translation')
    .meta({ minProperties: 1 }),
);
const text = z.union([words, translations]).meta({ id: 'Text' });
const caption = optional(text);

const thanks = z.strictObject({ text: caption, link: optional(z.strictObject({ href, text })) }).meta({ id: 'Thanks' });
const bandTexts = optional(z.strictObject({ followUp: caption, thanks: optional(thanks) }).meta({ id: 'BandTexts' }));

const survey = { survey: optional(name), wording: optional(name), question: caption, submit: caption, thanks: optional(thanks) };
const anchors = { anchorStart: caption, anchorEnd: caption };
const rating = { ...survey, ...anchors, followUp: caption, autosubmit: flag };

const nps = z.strictObject({
  kind: z.literal('nps'),
  ...rating,
  product: optional(words),
  bands: optional(z.strictObject({ promoter: bandTexts, passive: bandTexts, detractor: bandTexts })),
});

const csat = z
  .strictObject({
    kind: z.literal('csat'),
    ...rating,
    look: optional(z.enum(['stars', 'faces', 'numbers', 'thumbs'])),
    labels: optional(z.array(text).min(2).max(5)),
    thing: optional(words),
    bands: optional(z.strictObject({ satisfied: bandTexts, neutral: bandTexts, dissatisfied: bandTexts })),
  })
  .superRefine(({ look, labels }, context) => {
    const points = look === 'thumbs' ? 2 : 5;
    if (labels && labels.length !== points) context.addIssue({ code: 'custom', path: ['labels'], message: `Expected ${points} labels` });
  });

const ces = z.strictObject({
  kind: z.literal('ces'),
  ...rating,
  variant: optional(z.enum(['agreement', 'difficulty'])),
  company: optional(words),
  bands: optional(z.strictObject({ agree: bandTexts, neutral: bandTexts, disagree: bandTexts })),
});

const feedback = z.strictObject({
  kind: z.literal('feedback'),
  ...survey,
  reasons: optional(
    z
      .array(z.enum(['problem', 'idea', 'praise', 'other']))
      .max(4)
      .refine((reasons) => new Set(reasons).size === reasons.length, 'Expected each reason once')
      .meta({ uniqueItems: true }),
  ),
  contact: flag,
  page: flag,
});

const value = z.union([words, z.number()]);
const branch = z
  .strictObject({
    if: optional(
      z
        .strictObject({
          is: optional(z.union([words, z.number(), z.boolean(), z.array(value).min(1).max(100)])),
          atLeast: optional(z.number()),
          atMost: optional(z.number()),
          band: optional(z.enum(['promoter', 'passive', 'detractor'])),
        })
        .refine((tests) => Object.keys(tests).length > 0, 'Expected at least one test')
        .meta({ minProperties: 1 }),
    ),
    to: name,
  })
  .meta({ id: 'Branch' });

const step = { id: stepId, section: caption, question: text, hint: caption, required: flag, next: optional(z.array(branch).max(100)) };

const ratingStep = z
  .strictObject({
    type: z.literal('rating'),
    ...step,
    scale: z
      .tuple([z.int(), z.int()])
      .refine(([min, max]) => min < max && max - min <= 10, 'Expected the lowest value before the highest, and at most eleven points'),
    look: optional(z.enum(['stars', 'faces', 'numbers'])),
    ...anchors,
    labels: optional(z.array(text).min(2).max(11)),
  })
  .superRefine(({ scale: [min, max], look, labels }, context) => {
    const points = max - min + 1;
    if (look === 'faces' && points !== 5) context.addIssue({ code: 'custom', path: ['look'], message: 'Faces are for five points' });
    if (labels && labels.length !== points) context.addIssue({ code: 'custom', path: ['labels'], message: `Expected ${points} labels` });
  });

const choiceStep = z.strictObject({
  type: z.literal('choice'),
  ...step,
  options: z
    .array(z.strictObject({ id: name, label: text }))
    .min(1)
    .max(100)
    .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'Expected each id once'),
  multiple: flag,
});

const anyStep = z.discriminatedUnion('type', [
  ratingStep,
  choiceStep,
  z.strictObject({ type: z.literal('text'), ...step }),
  z.strictObject({ type: z.literal('contact'), ...step }),
]);

const form = z.strictObject({ kind: z.literal('form'), ...survey, steps: z.array(anyStep).min(1).max(100) }).superRefine(({ steps }, context) => {
  const ids = steps.map(({ id }) => id);
  for (const [index, { id, next = [], ...rest }] of steps.entries()) {
    const scale = rest.type === 'rating' ? rest.scale : undefined;
    const report = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['steps', index, ...path], message });
    if (ids.indexOf(id) < index) report(['id'], 'Another step has this id');
    if (id === 'score' && !scale) report(['id'], 'Only a rating can have the id score');
    for (const [nth, { if: test, to }] of next.entries()) {
      if (to !== 'end' && ids.indexOf(to) <= index) report(['next', nth, 'to'], 'Expected the id of a later step, or end');
      if (test?.band && (scale?.[0] !== 0 || scale[1] !== 10)) report(['next', nth, 'if', 'band'], 'Only a scale from 0 to 10 has these bands');
    }
  }
});

/**
 * What one survey asks and says, as `SurveyDefinition` and `surveyFault` of `@askwell/core` define it.
 * Unknown keys are refused; a form's branches lead to later steps only, so that it always ends.
 */
export const surveyDefinition = z.discriminatedUnion('kind', [nps, csat, ces, feedback, form]);
