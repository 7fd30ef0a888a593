import type { ResponseRecord } from '@askwell/core';
import type { Adapter } from './adapter.js';
import { hasAnswers } from './has-answers.js';
import { wellFormed } from './well-formed.js';

/** How the receiver's form calls what is in a record. */
export interface FormOptions {
  /**
   * The form's names by those here: `{ score: 'entry.1234', comment: 'entry.5678' }`. With it, what it does not name is
   * not sent. Default: everything, by the names here.
   */
  fields?: Readonly<Record<string, string>>;
}

/**
 * Records as a plain form posts its fields: each answer by its step id, several choices as several fields of one name,
 * and `id`, `revision`, `survey`, `kind`, `status`, `scale.min`, `scale.max`, `campaign`, `wording`, `locale`, `shownAt`,
 * `answeredAt`, `channel`, `respondent.id`, `page` and `client`. A step with one of these names is `answers.<step id>`.
 *
 * Every revision with an answer is sent: keep the highest `revision` of an `id`, or set `partial="off"` on the survey.
 *
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export function form({ fields }: FormOptions = {}): Adapter {
  return (record) => {
    if (!hasAnswers(record)) return undefined;
    const body = new URLSearchParams();
    for (const [own, value] of entriesOf(record)) {
      const name = !fields ? own : Object.hasOwn(fields, own) ? fields[own] : undefined;
      if (name !== undefined && value !== undefined) body.append(wellFormed(name), wellFormed(String(value)));
    }
    return { body: body.toString(), contentType: 'application/x-www-form-urlencoded' };
  };
}

function entriesOf(record: ResponseRecord): [name: string, value: string | number | boolean | undefined][] {
  const { v: _v, answers, scale, respondent, ...rest } = record;
  const own = { ...rest, 'scale.min': scale?.[0], 'scale.max': scale?.[1], 'respondent.id': respondent?.id };
  const answered = Object.entries(answers).flatMap(([step, answer]) => {
    const name = TAKEN.has(step) ? `answers.${step}` : step;
    return [answer].flat().map((each): [string, string | number | boolean] => [name, each]);
  });
  return [...Object.entries(own), ...answered];
}

/** Also those that this record does not have: a name means one thing in all of them. */
const TAKEN = new Set([
  'id', 'revision', 'survey', 'kind', 'status', 'scale.min', 'scale.max', 'campaign', 'wording', 'locale', 'shownAt',
  'answeredAt', 'channel', 'respondent.id', 'page', 'client',
]);
