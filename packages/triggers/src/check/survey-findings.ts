import type { FormDefinition, SurveyDefinition } from '@askwell/core';

import type { Finding } from './finding.js';

/** The steps of a form that no way leads to. */
function deadSteps({ steps }: FormDefinition): number[] {
  const reached = new Set([0]);
  for (const [index, { next = [] }] of steps.entries()) {
    if (!reached.has(index)) continue;
    const always = next.findIndex((branch) => !branch.if);
    const taken = always < 0 ? next : next.slice(0, always + 1);
    for (const { to } of taken) if (to !== 'end') reached.add(steps.findIndex(({ id }) => id === to));
    if (always < 0) reached.add(index + 1);
  }
  return steps.flatMap((_, index) => (reached.has(index) ? [] : [index]));
}

/** Every text that is given by language, with where it stands. */
function translated(value: unknown, path: (string | number)[]): { path: (string | number)[]; tags: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const isText = !Array.isArray(value) && entries.length > 0 && entries.every(([tag, text]) => /^[A-Za-z]{2,3}(-[A-Za-z\d]{1,8})*$/.test(`${tag}`) && typeof text === 'string');
  if (isText && !Object.hasOwn(value, 'to') && !Object.hasOwn(value, 'id')) return [{ path, tags: entries.map(([tag]) => `${tag}`) }];
  return entries.flatMap(([key, each]) => translated(each, [...path, key]));
}

/** What is wrong with a survey: steps that nobody sees, texts that lack a language which the others have or a campaign asks for. */
export function surveyFindings(survey: SurveyDefinition, path: (string | number)[], wanted: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  if (survey.kind === 'form') {
    for (const index of deadSteps(survey)) {
      findings.push({ path: [...path, 'steps', index], severity: 'error', code: 'dead-step', message: `No way leads to the step "${survey.steps[index]!.id}": lead a branch to it, or take it out.` });
    }
  }
  const texts = translated(survey, path);
  const tags = [...new Set([...texts.flatMap((text) => text.tags), ...(texts.length ? wanted : [])])];
  for (const text of texts) {
    const missing = tags.filter((tag) => !text.tags.some((each) => each === tag || tag.startsWith(`${each}-`)));
    if (missing.length) findings.push({ path: text.path, severity: 'warning', code: 'missing-language', message: `This text is not there in ${missing.join(', ')}, which other texts or a campaign's "lang" ask for: English is shown instead.` });
  }
  return findings;
}
