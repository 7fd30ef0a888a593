import type { Campaign, Step, SurveyDefinition } from '@askwell/core';

import { idOf, isObject, listIn, numberIn, objectIn, textIn, type Converted, type Note } from './converted.js';

type Loose = Readonly<Record<string, unknown>>;

const MOST_POINTS = 11;

/** A text, or its translations; SurveyJS names the one without a language `default`. */
function textOf(value: unknown): string | Record<string, string> | undefined {
  if (!isObject(value)) return textIn(value);
  const texts = Object.entries(value).flatMap(([tag, text]) => (textIn(text) ? [[tag === 'default' ? 'en' : tag, textIn(text)!] as const] : []));
  return texts.length ? Object.fromEntries(texts) : undefined;
}

/** A SurveyJS model as a form, with a campaign that the page opens: SurveyJS does not say when to ask. */
export function fromSurveyJs(model: Loose): Converted {
  const id = idOf(model.title, model.name, 'form');
  const notes: Note[] = [];
  const report = (what: Note['what'], at: string, reason: string): void => void notes.push({ at: `${id}: ${at}`, what, reason });
  const pages = listIn(model.pages).filter(isObject);
  const elements = [...(pages.length ? pages : [model])].flatMap((page) => listIn(page.elements ?? page.questions).map((element) => ({ page, element: objectIn(element) })));
  const steps: Step[] = [];
  const taken = new Set(['end', 'score']);
  for (const { page, element } of elements) {
    const name = textIn(element.name) ?? `question ${steps.length + 1}`;
    for (const field of ['visibleIf', 'enableIf', 'requiredIf', 'validators']) {
      if (element[field] !== undefined || page[field] !== undefined) report('changed', `${name}.${field}`, 'conditions and checks are not carried over: the question is always asked');
    }
    let key = idOf(name).slice(0, 80);
    while (taken.has(key)) key += '-';
    const step = stepOf(element, key, textOf(page.title), report);
    if (!step) continue;
    taken.add(key);
    steps.push(step);
  }
  if (!steps.length) report('lost', 'elements', 'there is no question that could be carried over');
  const thanks = textOf(model.completedHtml) ?? textOf(model.completeText);
  const question = textOf(model.title);
  const survey: SurveyDefinition = {
    kind: 'form',
    ...(question && { question }),
    steps: steps.length ? steps : [{ id: 'text', type: 'text', question: 'What would you like to tell us?' }],
    ...(thanks && { thanks: { text: typeof thanks === 'string' ? plain(thanks) : Object.fromEntries(Object.entries(thanks).map(([tag, text]) => [tag, plain(text)])) } }),
  };
  if (listIn(model.triggers).length) report('changed', 'triggers', 'triggers of the model are not carried over');
  const campaign: Campaign = { id, survey: id, ...(!steps.length && { enabled: false }), show: { as: 'modal' } };
  report('changed', 'campaign', 'SurveyJS does not say when to ask: it opens by kit.open(), until the campaign gets an "on"');
  return { campaign, survey, notes };
}

const plain = (text: string): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim() || 'Thank you!';

function stepOf(element: Loose, id: string, section: Step['section'], report: (what: Note['what'], at: string, reason: string) => void): Step | undefined {
  const hint = textOf(element.description);
  const common = {
    id,
    question: textOf(element.title) ?? textIn(element.name) ?? id,
    ...(section && { section }),
    ...(hint && { hint }),
    ...(element.isRequired === true && { required: true }),
  };
  const options = listIn(element.choices).flatMap((choice, index) => {
    const label = isObject(choice) ? (textOf(choice.text) ?? textIn(`${choice.value}`)) : textIn(`${choice}`);
    return label ? [{ id: idOf(isObject(choice) ? `${choice.value}` : `${choice}`, `${index + 1}`), label }] : [];
  });
  switch (element.type) {
    case 'rating': {
      const min = numberIn(element.rateMin) ?? 1;
      const max = numberIn(element.rateMax) ?? numberIn(element.rateCount) ?? 5;
      const sound = Number.isInteger(min) && Number.isInteger(max) && max > min && max - min < MOST_POINTS;
      if (!sound) report('changed', id, `a scale from ${min} to ${max} became one from 1 to 5`);
      const start = textOf(element.minRateDescription);
      const end = textOf(element.maxRateDescription);
      return { ...common, type: 'rating', scale: sound ? [min, max] : [1, 5], ...(element.rateType === 'stars' && { look: 'stars' as const }), ...(start && { anchorStart: start }), ...(end && { anchorEnd: end }) };
    }
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
    case 'checkbox':
    case 'tagbox':
      if (element.hasOther === true || element.showOtherItem === true) report('changed', id, 'a field for "other" is not carried over');
      if (!options.length) break;
      return { ...common, type: 'choice', multiple: element.type === 'checkbox' || element.type === 'tagbox', options: unique(options) };
    case 'boolean':
      return { ...common, type: 'choice', options: [{ id: 'true', label: textOf(element.labelTrue) ?? 'Yes' }, { id: 'false', label: textOf(element.labelFalse) ?? 'No' }] };
    case 'text':
      if (element.inputType === 'email') return { ...common, type: 'contact' };
      if (element.inputType && element.inputType !== 'text') report('changed', id, `a field for ${element.inputType as string} became one for text`);
      return { ...common, type: 'text' };
    case 'comment':
      return { ...common, type: 'text' };
    case 'html':
    case 'image':
      report('changed', id, 'text and pictures without a question are left out');
      return undefined;
    default:
  }
  report('lost', id, `"${element.type as string}" is no question here`);
  return undefined;
}

function unique<T extends { id: string }>(options: readonly T[]): T[] {
  const ids = new Set<string>();
  return options.map((option) => {
    let { id } = option;
    while (ids.has(id)) id += '-';
    ids.add(id);
    return { ...option, id };
  });
}
