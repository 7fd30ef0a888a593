import type { FormDefinition } from '@askwell/core';
import type { NpsSurvey, SurveyElement } from '@askwell/surveys';
import '@askwell/surveys/define/ces-survey.js';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/feedback-prompt.js';
import '@askwell/surveys/define/nps-survey.js';
import '@askwell/surveys/define/rating-scale.js';
import '@askwell/surveys/define/survey-form.js';
import { askBy, find } from './survey.js';

type Act = (element: SurveyElement) => unknown;

/** A survey, and what somebody does with it: after each act it shows another state. */
interface Case {
  name: string;
  tag: 'nps-survey' | 'csat-survey' | 'ces-survey' | 'feedback-prompt' | 'survey-form' | 'rating-scale';
  attributes?: Record<string, string>;
  properties?: Record<string, unknown>;
  acts: Record<string, Act>;
}

const press =
  (selector: string, index = 0): Act =>
  ({ shadowRoot }) =>
    shadowRoot!.querySelectorAll<HTMLElement>(selector)[index]!.click();

const write =
  (text: string): Act =>
  (survey) => {
    const field = find<HTMLInputElement>(survey, 'textarea, [type=email]');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

const submit: Act = (survey) => survey.submit();

const choose = (index: number): Act => press('[part=scale] input', index);

const rating = (index: number): Record<string, Act> => ({ 'what is missing': submit, 'a choice': choose(index), thanks: submit });

export const everyStep: FormDefinition = {
  kind: 'form',
  question: 'How are we doing?',
  steps: [
    { id: 'score', type: 'rating', section: 'Product', question: 'How good is it?', scale: [1, 5], look: 'faces', labels: ['Bad', 'Poor', 'Fair', 'Good', 'Great'], required: true },
    { id: 'one', type: 'choice', question: 'Which one?', hint: 'Choose one.', options: [{ id: 'a', label: 'This one' }, { id: 'b', label: 'That one' }] },
    { id: 'many', type: 'choice', multiple: true, question: 'Which ones?', options: [{ id: 'a', label: 'These' }, { id: 'b', label: 'Those' }] },
    { id: 'text', type: 'text', question: 'Why?' },
    { id: 'mail', type: 'contact', question: 'Where can we reach you?' },
  ],
};

const thanks = { text: 'Thank you!', link: { href: 'https://example.org/review', text: 'Write a review' } };

/** Every element in each of its looks. */
export const everySurvey: readonly Case[] = [
  { name: 'nps-survey', tag: 'nps-survey', properties: { definition: { kind: 'nps', thanks } }, acts: rating(9) },
  ...['stars', 'faces', 'numbers', 'thumbs'].map(
    (look): Case => ({ name: `csat-survey with ${look}`, tag: 'csat-survey', attributes: { look }, acts: rating(1) }),
  ),
  { name: 'ces-survey', tag: 'ces-survey', attributes: { company: 'Acme' }, acts: rating(5) },
  {
    name: 'ces-survey with autosubmit',
    tag: 'ces-survey',
    attributes: { autosubmit: '', undo: '60' },
    acts: { 'a choice': choose(5), 'time to undo': (survey) => new Promise((done) => setTimeout(done)).then(() => survey.updateComplete) },
  },
  {
    name: 'feedback-prompt',
    tag: 'feedback-prompt',
    attributes: { contact: '', page: '' },
    acts: { 'what is missing': submit, 'a reason': choose(1), 'a message': write('It is slow'), thanks: submit },
  },
  {
    name: 'survey-form',
    tag: 'survey-form',
    properties: { definition: everyStep },
    acts: {
      'what is missing': press('[part=next]'),
      'a face': choose(3),
      'one choice': press('[part=next]'),
      'the chosen one': choose(1),
      'several choices': press('[part=next]'),
      'the chosen ones': choose(1),
      'a text': press('[part=next]'),
      'an address': press('[part=next]'),
      'a wrong address': async (survey) => {
        await write('nobody')(survey);
        await survey.submit();
      },
    },
  },
  ...['numbers', 'stars', 'faces'].map(
    (look): Case => ({
      name: `rating-scale with ${look}`,
      tag: 'rating-scale',
      attributes: { look, label: 'How was it?', 'anchor-start': 'Bad', 'anchor-end': 'Good', required: '' },
      properties: { meanings: ['Bad', 'Poor', 'Fair', 'Good', 'Great'] },
      acts: { 'what is missing': (scale) => scale.reportValidity(), 'a choice': choose(3) },
    }),
  ),
];

/** One of each tag, where the look makes no difference. */
export const oneOfEach: readonly Case[] = everySurvey.filter(({ tag }, index) => everySurvey.findIndex((each) => each.tag === tag) === index);

/** Shows a survey in state after state, and checks each. */
export async function walk(
  { name, tag, attributes, properties, acts }: Case,
  more: Record<string, string>,
  check: (element: SurveyElement, state: string) => unknown,
): Promise<void> {
  const asked = await askBy(tag, { attributes: { preview: '', ...attributes, ...more }, properties: properties as Partial<NpsSurvey> });
  const element = asked.survey as unknown as SurveyElement;
  const states = { 'the question': () => undefined, ...acts };
  for (const [state, act] of Object.entries<Act>(states)) {
    await act(element);
    await element.updateComplete;
    await check(element, `<${name}> ${JSON.stringify(more)} with ${state}`);
  }
  element.remove();
}

/** A text that is seen, and the element that it stands in. */
export interface SeenText {
  text: string;
  element: Element;
  /** One for each line. */
  lines: DOMRect[];
}

export function seenTexts(element: Element): SeenText[] {
  const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: SeenText[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width }) => width);
    const text = node.textContent!.trim();
    if (text && lines.length) found.push({ text, element: node.parentElement!, lines });
  }
  return found;
}
