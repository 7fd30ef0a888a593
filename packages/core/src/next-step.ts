import { npsBand } from './nps-band.js';
import type { Answer, Answers } from './record.js';
import type { BranchTest, Step } from './survey-definition.js';

/**
 * The id of the step that follows `id` given the answers so far, `undefined` at the end.
 * It is always a later one, so that a form ends: a branch that leads back, or nowhere, is passed over.
 */
export function nextStep(steps: readonly Step[], id: string, answers: Answers): string | undefined {
  // Of steps with the same id the last one counts, so that even those come to an end.
  const index = steps.findLastIndex((step) => step.id === id);
  if (index < 0) return undefined;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  for (const { if: test, to } of steps[index]!.next ?? []) {
    if (test && !holds(test, answer)) continue;
    if (to === 'end') return undefined;
    if (steps.findLastIndex((step) => step.id === to) > index) return to;
  }
  return steps[index + 1]?.id;
}

/** The ids of the steps from the first one to the end, given the answers so far: only their answers belong to the response. */
export function path(steps: readonly Step[], answers: Answers): string[] {
  const ids: string[] = [];
  for (let id = steps[0]?.id; id !== undefined; id = nextStep(steps, id, answers)) ids.push(id);
  return ids;
}

function holds({ is, atLeast, atMost, band }: BranchTest, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  const values = [answer].flat();
  const wanted = [is].flat();
  return (
    (is === undefined || values.some((value) => wanted.includes(value))) &&
    (atLeast === undefined || (typeof answer === 'number' && answer >= atLeast)) &&
    (atMost === undefined || (typeof answer === 'number' && answer <= atMost)) &&
    (band === undefined || (typeof answer === 'number' && npsBand(answer) === band))
  );
}
