import type { Person } from '@askwell/triggers/simulate.js';

import { happeningShape } from './happening-shape.js';
import { choice, device, fields, flag, lang, listOf, namesOf, number, one, scalar, text, whole, type Shape } from './shape.js';

const reaction = choice('answer', 'dismiss', 'later', 'ignore');
const reactions: Shape = (value, path, what) => (typeof value === 'object' ? namesOf(reaction) : reaction)(value, path, what);
const page = one('a path or an address', (value) => typeof value === 'string' && URL.canParse(value, 'https://example.com'));

const person = fields(
  {
    id: text,
    traits: namesOf(scalar),
    flags: namesOf(scalar),
    consent: namesOf(flag),
    device,
    lang,
    visits: listOf(
      fields(
        { day: whole(1), every: whole(1), hour: whole(0, 23), pages: listOf(page), seconds: number(0), events: listOf(happeningShape({ after: number(0) }, ['page'])) },
        ['day'],
      ),
    ),
    reaction: reactions,
    score: number(),
  },
  ['visits'],
);

/** A person as a file gives them. */
export function personOf(value: unknown): Person {
  person(value, [], 'The person');
  return value as Person;
}
