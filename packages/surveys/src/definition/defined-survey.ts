import { issueWarning } from '@askwell/base';
import { surveyFault, type SurveyDefinition, type Text, type Thanks } from '@askwell/core';
import { html, type TemplateResult } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import { cut } from './cut.js';

/** Deeper than any definition goes. */
const DEPTH = 8;
/** What an element takes over as its own property; everything else is asked for piece by piece. */
const PROPERTIES = ['survey', 'wording', 'product', 'thing', 'company', 'look', 'variant', 'autosubmit', 'reasons', 'contact', 'page'];
/** Letters that run from right to left, and signs that turn a direction. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/** A copy that no later change and no getter reaches, with its texts cut at the limit and without lone surrogates. */
function copy(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || !value) return value;
  if (!depth) return null;
  if (Array.isArray(value)) return value.map((each) => copy(each, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each, depth - 1)]));
}

/** What a survey says by its definition, in its language and for the chosen band, and with the traits of who is asked. */
export class DefinedSurvey {
  readonly definition: SurveyDefinition | undefined;
  readonly #survey: SurveyElement;

  constructor(survey: SurveyElement, definition: SurveyDefinition | undefined) {
    this.#survey = survey;
    this.definition = definition;
  }

  /** A text in the survey's language, else in English, else in the first there is; its placeholders are filled in. */
  pick(text: Text): string {
    if (typeof text === 'string') return this.#fill(text);
    const tags = Object.keys(text);
    const { locale } = this.#survey.localize;
    const wanted = [locale, locale.split('-')[0], 'en'];
    const tag = wanted.map((each) => tags.find((one) => one.toLowerCase() === each)).find(Boolean);
    return this.#fill(text[tag ?? tags[0]!]!);
  }

  /** A piece of the survey: the band's own, else that of all, else what it would be without a definition. */
  say(piece: string, otherwise: string): string {
    const own = piece === 'thanks' ? this.#thanks?.text : this.#piece(piece === 'submitText' ? 'submit' : piece);
    return this.pick((own as Text | undefined) ?? otherwise);
  }

  /** Where the thanks lead: a review site for promoters, support for detractors. */
  renderLink(): TemplateResult | undefined {
    const link = this.#thanks?.link;
    return link && html`<p><a part="link" href=${link.href} rel="noreferrer">${this.pick(link.text)}</a></p>`;
  }

  get #thanks(): Thanks | undefined {
    return this.#piece('thanks') as Thanks | undefined;
  }

  #piece(name: string): unknown {
    const { bands, ...all } = (this.definition ?? {}) as Record<string, unknown>;
    const own = (bands as Record<string, Record<string, unknown>> | undefined)?.[this.#survey.band ?? ''];
    return own?.[name] ?? all[name];
  }

  /** A value that could turn the direction of the words around it is isolated from them. */
  #fill(text: string): string {
    const values = { ...this.#survey.traits, ...this.#survey.fillings };
    const filled = cut(text).replace(/\{([^{}]{1,200})\}/g, (slot, name: string) => {
      const value = cut(`${(Object.hasOwn(values, name) ? values[name] : undefined) ?? ''}`);
      if (!value) issueWarning('placeholder', `${slot} has no value in "${text.slice(0, 50)}".`);
      return TURNS.test(value) ? `\u2068${value}\u2069` : value;
    });
    // A text of nothing but placeholders could grow without end.
    return cut(filled);
  }
}

/** What a definition has taken over: what was there before, and what is there since. */
const taken = new WeakMap<SurveyElement, (readonly [name: string, before: unknown, since: unknown])[]>();

/** Has a survey say what its definition says. One with a fault is not used, and the console says where it is. */
export function attach(survey: SurveyElement): void {
  const own = survey as unknown as Record<string, unknown>;
  // Nothing of an earlier definition stays, unless the page has set something else since.
  for (const [name, before, since] of taken.get(survey) ?? []) if (own[name] === since) own[name] = before;
  const definition = read(survey) as Record<string, unknown> | undefined;
  const names = definition ? PROPERTIES.filter((name) => name in definition) : [];
  const before = names.map((name) => own[name]);
  for (const name of names) own[name] = definition![name];
  const { wording: named } = survey;
  const defined = new DefinedSurvey(survey, definition as SurveyDefinition | undefined);
  survey.defined = defined;
  survey.say = (piece, standard) => defined.say(piece, survey[piece as 'question'] ?? standard);
  survey.renderLink = () => defined.renderLink();
  const { wording } = survey.description;
  if (definition?.question && !survey.wording) survey.wording = wording.replace(/(-own)?@1$/, '-own@1');
  taken.set(survey, [
    ...names.map((name, index) => [name, before[index], own[name]] as const),
    ...(names.includes('wording') ? [] : [['wording', named, survey.wording] as const]),
  ]);
}

function read(survey: SurveyElement): SurveyDefinition | undefined {
  if (survey.definition === undefined) return undefined;
  let definition: unknown;
  try {
    definition = copy(survey.definition);
  } catch {
    // A getter threw; that is no definition.
  }
  const { kind } = survey.description;
  const fault = surveyFault(definition) ?? ((definition as SurveyDefinition).kind === kind ? undefined : 'kind');
  if (fault === undefined) return definition as SurveyDefinition;
  issueWarning(
    'definition',
    `The definition of <${survey.localName}> is not used: ${fault || 'it'} is not what a survey of the kind "${kind}" needs there.`,
  );
  return undefined;
}
