import type { Answer, Answers, Step } from '@askwell/core';

/** The answer to a step, as long as it is one: a draft may be older than the definition, a text may be empty. */
export function answerOf(step: Step, answers: Answers): Answer | undefined {
  const answer = answers[step.id] ?? '';
  if (step.type === 'rating') {
    const [min, max] = step.scale;
    return Number.isInteger(answer) && Number(answer) >= min && Number(answer) <= max ? answer : undefined;
  }
  if (step.type === 'choice') {
    const chosen = [answer].flat().filter((id) => step.options.some((option) => option.id === id)) as string[];
    return step.multiple && chosen[0] !== undefined ? chosen : chosen[0];
  }
  return typeof answer === 'string' && answer.trim() ? answer : undefined;
}
