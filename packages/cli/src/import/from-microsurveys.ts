import type { Campaign, Condition, Trigger, Where } from '@askwell/core';

import { idOf, listIn, numberIn, objectIn, settle, textIn, type Converted, type Note } from './converted.js';

/** A MicroSurveys rule as a campaign. */
export function fromMicroSurveys(survey: Readonly<Record<string, unknown>>): Converted {
  const id = idOf(survey.name, survey.id);
  const notes: Note[] = [];
  const lose = (at: string, reason: string): void => void notes.push({ at: `${id}: ${at}`, what: 'lost', reason });
  const event = textIn(survey.event);
  const match = objectIn(survey.match) as Where;
  const audience = objectIn(survey.audience) as Where;
  const percent = numberIn(survey.samplePercent);
  const warmup = numberIn(survey.warmupCount);
  if (listIn(survey.sequence).length) lose('sequence', 'sequences are no trigger here; let the page send one event');
  if ((numberIn(survey.fireEvery) ?? 1) > 1) lose('fireEvery', 'every so many times is no condition here');
  const trigger: Trigger = event ? { event, ...(Object.keys(match).length && { where: match }) } : { page: true };
  const tests: Condition[] = [];
  if (Object.keys(audience).length) tests.push({ trait: audience });
  if (warmup) tests.push({ event: event ?? 'page_view', count: { gt: warmup } });
  const campaign: Campaign = {
    id,
    survey: 'nps',
    on: [trigger],
    ...(tests.length && { if: tests.length > 1 ? { all: tests } : tests[0]! }),
    ...(percent !== undefined && { sample: { percent } }),
    repeat: { answered: '0s', dismissed: '0s', later: '0s', ignored: '0s' },
    show: { as: 'corner' },
  };
  return { campaign: settle(campaign, notes), notes };
}
