import type { FormDefinition, Step } from '@askwell/core';
import type { RatingScale, SurveyElement } from '@askwell/surveys';
import '@askwell/surveys/define/ces-survey.js';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/feedback-prompt.js';
import '@askwell/surveys/define/nps-survey.js';
import '@askwell/surveys/define/rating-scale.js';
import '@askwell/surveys/define/survey-form.js';
import { waitUntil } from '@open-wc/testing';

import { askBy, find, radios } from './survey.js';

type Tag = 'ces-survey' | 'csat-survey' | 'feedback-prompt' | 'nps-survey' | 'rating-scale' | 'survey-form';
type Control = RatingScale | SurveyElement;

/** An element as a page would write it, and how somebody answers it. */
export interface Subject {
  tag: Tag;
  attributes?: Record<string, string>;
  definition?: FormDefinition;
  answer(control: Element): void;
}

export const states = ['question', 'chosen', 'error', 'thanks', 'disabled', 'readonly'] as const;
export type State = (typeof states)[number];

const choose = (control: Element): void => radios(control).at(-2)!.click();

function write(control: Element, field: string, text: string): void {
  const input = find<HTMLInputElement>(control, field);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const form = (step: Step): Pick<Subject, 'definition' | 'tag'> => ({
  tag: 'survey-form',
  definition: { kind: 'form', question: 'Your week', steps: [step, { id: 'last', type: 'text', question: 'What else?' }] },
});

const options = ['Mail', 'Calendar', 'Files'].map((label) => ({ id: label, label }));
const labels = ['Awful', 'Poor', 'Fair', 'Good', 'Great'];

/** Every element in every look or kind that it has. */
export const subjects: Record<string, Subject> = {
  'nps-survey': { tag: 'nps-survey', answer: choose },
  'csat-survey with stars': { tag: 'csat-survey', attributes: { look: 'stars' }, answer: choose },
  'csat-survey with faces': { tag: 'csat-survey', attributes: { look: 'faces' }, answer: choose },
  'csat-survey with numbers': { tag: 'csat-survey', attributes: { look: 'numbers' }, answer: choose },
  'csat-survey with thumbs': { tag: 'csat-survey', attributes: { look: 'thumbs' }, answer: choose },
  'ces-survey for agreement': { tag: 'ces-survey', answer: choose },
  'ces-survey for difficulty': { tag: 'ces-survey', attributes: { variant: 'difficulty' }, answer: choose },
  'feedback-prompt': {
    tag: 'feedback-prompt',
    attributes: { contact: '', page: '' },
    answer(control) {
      choose(control);
      write(control, 'textarea', 'The list is slow.');
      write(control, '#contact', 'a@b.example');
    },
  },
  'survey-form with a rating': {
    ...form({ id: 'rating', type: 'rating', scale: [1, 5], section: 'The start', question: 'How was it?', labels, required: true }),
    answer: choose,
  },
  'survey-form with one choice': {
    ...form({ id: 'choice', type: 'choice', question: 'Which one?', hint: 'The one that you use most.', options, required: true }),
    answer: choose,
  },
  'survey-form with several choices': {
    ...form({ id: 'many', type: 'choice', multiple: true, question: 'Which ones?', options, required: true }),
    answer: (control) => control.shadowRoot!.querySelectorAll<HTMLElement>('[type=checkbox]')[1]!.click(),
  },
  'survey-form with a text': {
    ...form({ id: 'text', type: 'text', question: 'What is missing?', hint: 'A sentence is enough.', required: true }),
    answer: (control) => write(control, 'textarea', 'A search.'),
  },
  'survey-form with an address': {
    ...form({ id: 'contact', type: 'contact', question: 'Where can we reach you?', required: true }),
    answer: (control) => write(control, '#contact', 'a@b.example'),
  },
  'rating-scale of numbers': {
    tag: 'rating-scale',
    attributes: { label: 'How was the room?', 'anchor-start': 'Bad', 'anchor-end': 'Good', required: '' },
    answer: choose,
  },
  'rating-scale of stars': { tag: 'rating-scale', attributes: { label: 'How was the room?', look: 'stars', required: '' }, answer: choose },
  'rating-scale of faces': { tag: 'rating-scale', attributes: { label: 'How was the room?', look: 'faces', required: '' }, answer: choose },
};

/** Until all that the element does by itself is done. */
async function settled(control: Control): Promise<void> {
  await control.updateComplete;
  await waitUntil(() => control.shadowRoot!.querySelector('[part=surface]'));
  await control.updateComplete;
}

/** Puts a subject into the page and brings it into a state. A scale alone never thanks. */
export async function reach({ tag, attributes, definition, answer }: Subject, state: State, more: Record<string, string> = {}): Promise<Control> {
  const quiet: Record<string, string> = tag === 'rating-scale' ? {} : { preview: '', impressions: 'off' };
  const off: Record<string, string> = state === 'disabled' ? { disabled: '' } : {};
  const { survey: control } = await askBy<Tag>(tag, {
    attributes: { ...quiet, ...attributes, ...more, ...off },
    properties: definition ? { definition } : {},
  });
  await settled(control);
  if (['chosen', 'thanks', 'readonly'].includes(state)) answer(control);
  if (state === 'readonly') control.readonly = true;
  if (state === 'error' || state === 'thanks') {
    if ('submit' in control) await control.submit();
    else control.reportValidity();
  }
  await settled(control);
  return control;
}
