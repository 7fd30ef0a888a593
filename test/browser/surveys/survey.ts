import type { ResponseRecord } from '@askwell/core';
import { surveyCatalogue, type NpsSurvey, type SurveyDraft } from '@askwell/surveys';
import '@askwell/surveys/define/nps-survey.js';
import { fixture, html } from '@open-wc/testing';

export { surveyCatalogue };

/** A survey in the page, with the records that it announced and the drafts that it wanted remembered. */
export interface Asked {
  survey: NpsSurvey;
  records: ResponseRecord[];
  drafts: SurveyDraft[];
}

/** Puts a survey into the page. `remembered` is what the device knows of this visitor. */
export async function ask(attributes: Record<string, string> = {}, remembered?: Partial<SurveyDraft>): Promise<Asked> {
  const records: ResponseRecord[] = [];
  const drafts: SurveyDraft[] = [];
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  holder.addEventListener('askwell-response', (event) => records.push(event.record));
  holder.addEventListener('askwell-draft', (event) => {
    if (event.draft) drafts.push(event.draft);
    else if (remembered) {
      event.restored = {
        id: '0192a7d0-0000-7000-8000-000000000000',
        revision: 1,
        status: 'partial',
        answers: {},
        shownAt: '2026-01-01T00:00:00.000Z',
        at: Date.now(),
        ...remembered,
      };
    }
  });
  const survey = document.createElement('nps-survey');
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  holder.append(survey);
  await survey.updateComplete;
  return { survey, records, drafts };
}

export function find<T extends HTMLElement = HTMLElement>(survey: NpsSurvey, selector: string): T {
  const found = survey.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`The survey renders no ${selector}.`);
  return found;
}

export function radios(survey: NpsSurvey): HTMLInputElement[] {
  return [...survey.shadowRoot!.querySelectorAll('input')];
}

/** The chosen score, as the radios say it. */
export function chosen(survey: NpsSurvey): number | undefined {
  const radio = radios(survey).find((input) => input.checked);
  return radio && Number(radio.value);
}

/** Resolves with the next event of a type on a target. */
export function next<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as E), { once: true }));
}
