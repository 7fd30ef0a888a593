import type { ResponseRecord } from '@askwell/core';
import type { NpsSurvey, SurveyDraft, SurveyElement } from '@askwell/surveys';
import '@askwell/surveys/define/nps-survey.js';
import { fixture, html } from '@open-wc/testing';

/** A survey in the page, with the records that it announced and the drafts that it wanted remembered. */
export interface Asked<Survey extends HTMLElement = NpsSurvey> {
  survey: Survey;
  records: ResponseRecord[];
  drafts: SurveyDraft[];
}

/** What is asked for beside the tag. `remembered` is what the device knows of this visitor. */
interface Asking<Survey> {
  attributes?: Record<string, string>;
  properties?: Partial<Survey>;
  remembered?: Partial<SurveyDraft> | undefined;
}

/** Puts a survey of any tag into the page. The module that defines the tag must have been imported. */
export async function askBy<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { attributes = {}, properties = {}, remembered }: Asking<HTMLElementTagNameMap[Tag]> = {},
): Promise<Asked<HTMLElementTagNameMap[Tag]>> {
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
  const survey = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  Object.assign(survey, properties);
  holder.append(survey);
  await (survey as unknown as SurveyElement).updateComplete;
  return { survey, records, drafts };
}

/** Puts an `<nps-survey>` into the page. */
export async function ask(attributes: Record<string, string> = {}, remembered?: Partial<SurveyDraft>): Promise<Asked> {
  return askBy('nps-survey', { attributes, remembered });
}

export function find<T extends HTMLElement = HTMLElement>(survey: Element, selector: string): T {
  const found = survey.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`<${survey.localName}> renders no ${selector}.`);
  return found;
}

export function radios(survey: Element): HTMLInputElement[] {
  return [...survey.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')];
}

/** The chosen score, as the radios say it. */
export function chosen(survey: Element): number | undefined {
  const radio = radios(survey).find((input) => input.checked);
  return radio && Number(radio.value);
}

/** Resolves with the next event of a type on a target. */
export function next<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as E), { once: true }));
}
