import * as z from 'zod';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

const name = z.string().regex(NAME, 'Expected 1 to 200 characters, none of them a control character');
const time = z.iso
  .datetime('Expected a date and time in UTC, as 2027-01-31T12:00:00Z')
  .max('2027-01-31T12:00:00.123456789Z'.length)
  .regex(/^(?!0000)/, 'There is no year 0');
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A map by names. `z.record` drops a key `__proto__` without a word, so it is refused before. */
const byName = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (input, context) => {
      if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__')) {
        context.addIssue({ code: 'custom', message: 'This key is not allowed', path: ['__proto__'] });
      }
      return input;
    },
    z.record(name, value),
  );

/**
 * The record of the wire, as `ResponseRecord` and `recordFault` of `@askwell/core` define it.
 * Unknown keys are refused; `answers.score` must be a whole number within `scale`, and needs one.
 */
export const responseRecord = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(UUID, 'Expected a UUID in lower case'),
    revision: z.int().min(0),
    survey: name,
    kind: z.enum(['nps', 'csat', 'ces', 'feedback', 'form']),
    scale: z.exactOptional(
      z.tuple([z.int(), z.int()]).refine(([min, max]) => min < max, 'Expected the lowest value before the highest'),
    ),
    campaign: z.exactOptional(name),
    wording: name,
    locale: name,
    status: z.enum(['shown', 'partial', 'complete', 'dismissed', 'later']),
    answers: byName(z.union([scalar, z.array(z.string())])),
    shownAt: time,
    answeredAt: z.exactOptional(time),
    channel: z.enum(['in-app', 'email', 'web-form', 'sms', 'qr', 'interview', 'import', 'other']),
    respondent: z.exactOptional(
      z.strictObject({ id: z.exactOptional(name), traits: z.exactOptional(byName(scalar)) }),
    ),
    page: z.exactOptional(z.string()),
    client: name,
  })
  .superRefine(({ answers: { score }, scale }, context) => {
    if (score === undefined) return;
    const fits = scale && Number.isSafeInteger(score) && Number(score) >= scale[0] && Number(score) <= scale[1];
    if (fits) return;
    context.addIssue({
      code: 'custom',
      path: ['answers', 'score'],
      message: scale ? `Expected a whole number from ${scale[0]} to ${scale[1]}` : 'A score needs a scale beside it',
    });
  });
