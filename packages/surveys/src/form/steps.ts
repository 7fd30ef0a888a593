import { fill } from '@askwell/base';
import { path, type Answer, type Answers, type ChoiceStep, type FormDefinition, type RatingStep, type Step, type Text } from '@askwell/core';
import { html, nothing, type TemplateResult } from 'lit';

import { renderComment } from '../comment/comment-field.js';
import { pictures } from '../scale/pictures.js';
import { pointNames } from '../scale/point-names.js';
import { Scale, type ScaleState } from '../scale/scale.js';
import { answerOf } from './answer-of.js';
import { isAddress, renderContact } from './contact-field.js';
import type { SurveyForm } from './survey-form.js';

/** The way that the answers lead through a form, where the respondent stands on it, and what is asked there. */
export class Steps {
  readonly #form: SurveyForm;
  readonly #scale: Scale;
  /** The step that was gone to or answered last. */
  #at: string | undefined;
  #ended = false;

  constructor(form: SurveyForm) {
    this.#form = form;
    this.#scale = new Scale((score) => {
      const step = this.current!;
      this.#answer(step.type === 'choice' ? step.options[score - 1]!.id : score);
    });
    // Before the form's own listener, which submits.
    form.renderRoot.addEventListener('submit', (event) => this.#onSubmit(event), true);
  }

  /** The range of the step `score`, where it is a rating. */
  get scale(): Pick<RatingStep, 'scale'> | undefined {
    const score = this.#all.find(({ id }) => id === 'score');
    return score?.type === 'rating' ? { scale: score.scale } : undefined;
  }

  /** What is handed over: the answers on the way. */
  get answers(): Answers {
    const given = this.#way.map((step) => [step.id, this.#answerOf(step)] as const);
    return Object.fromEntries(given.filter(([, answer]) => answer !== undefined) as [string, Answer][]);
  }

  get value(): string | null {
    const { answers } = this;
    return Object.keys(answers).length ? JSON.stringify(answers) : null;
  }

  get missing(): string | undefined {
    return this.#way.map((step) => this.#faultOf(step)).find(Boolean);
  }

  /** The step that is asked. */
  get current(): Step | undefined {
    return this.#way[this.#index];
  }

  /** What is wrong with the answer to it. */
  get fault(): string | undefined {
    return this.current && this.#faultOf(this.current);
  }

  get #all(): readonly Step[] {
    return (this.#form.defined?.definition as FormDefinition | undefined)?.steps ?? [];
  }

  /** The steps on the way. */
  get #way(): Step[] {
    const all = this.#all;
    // An answer of an old draft that fits no more leads nowhere.
    const given = all.map((step) => [step.id, this.#answerOf(step)] as const).filter(([, answer]) => answer !== undefined);
    return path(all, Object.fromEntries(given as [string, Answer][])).map((each) => all.find(({ id }) => id === each)!);
  }

  get #index(): number {
    const way = this.#way;
    const index = way.findIndex(({ id }) => id === this.#at);
    return index < 0 ? Math.max(0, way.findLastIndex((step) => this.#answerOf(step) !== undefined)) : index;
  }

  /** Goes on at the last step on the way that has an answer: the first one, where there is none. */
  restart(): void {
    this.#at = undefined;
  }

  /** Starts anew with a response that was begun anew. */
  follow(): void {
    const { step, begun } = this.#form.response;
    if (this.#ended && step === 'ask' && !begun) this.restart();
    this.#ended = step !== 'ask';
  }

  /** Goes to the first step that needs something before the answers can be handed over. */
  goToMissing(): void {
    const step = this.#way.find((each) => this.#faultOf(each));
    if (step) this.#at = step.id;
  }

  renderStep(fault: string | undefined): TemplateResult {
    const { texts } = this.#form.localize;
    const { type, section, hint, required, question } = this.current!;
    const words = this.#pick(question);
    const title = required ? words : fill(texts.optional, { question: words });
    const field = { text: 'comment', contact: 'contact', rating: '', choice: '' }[type];
    return html`<p part="title"><slot name="question">${this.#form.say('question', '')}</slot></p>
      <p id="progress" part="progress">${fill(texts.progress, { step: this.#index + 1, steps: this.#way.length })}</p>
      ${section ? html`<p id="section" part="section">${this.#pick(section)}</p>` : nothing}
      <h2 id="title" part="question" tabindex="-1" aria-describedby=${section ? 'progress section' : 'progress'}
        >${field ? html`<label for=${field}>${title}</label>` : title}</h2
      >
      ${hint ? html`<p id="hint" part="hint">${this.#pick(hint)}</p>` : nothing} ${this.#renderField(!!fault)}
      <p id="error" part="error">${fault}</p>`;
  }

  /** What leads back and on; at the last step, what submits. */
  renderActions(submit: TemplateResult): TemplateResult {
    const { localize, disabled } = this.#form;
    const { back, next } = localize.texts;
    return html`${this.#index ? html`<button part="back" type="button" @click=${() => this.#go(-1)}>${back}</button>` : nothing}
    ${this.#index < this.#way.length - 1 ? html`<button part="next" ?disabled=${disabled}>${next}</button>` : submit}`;
  }

  #renderField(wrong: boolean): TemplateResult {
    const form = this.#form;
    const step = this.current!;
    const describedBy = step.hint ? 'hint error' : 'error';
    const { required } = step;
    if (step.type === 'text' || step.type === 'contact') {
      const value = `${(Object.hasOwn(form.response.answers, step.id) && form.response.answers[step.id]) || ''}`;
      const render = step.type === 'text' ? renderComment : renderContact;
      return render(form, { value, required, describedBy, wrong, write: (text) => this.#answer(text) });
    }
    const many = step.type === 'choice' && step.multiple;
    return html`<fieldset
      class=${step.type === 'choice' ? 'words' : nothing}
      role=${many ? 'group' : 'radiogroup'}
      aria-labelledby="title"
      aria-describedby=${describedBy}
      aria-required=${!many && required ? 'true' : nothing}
      aria-invalid=${!many && wrong ? 'true' : nothing}
      aria-readonly=${!many && form.readonly ? 'true' : nothing}
      ?disabled=${form.disabled}
    >
      ${step.type === 'rating' ? this.#renderRating(step) : many ? this.#renderTicks(step, wrong) : this.#renderChoice(step)}
    </fieldset>`;
  }

  #renderRating({ scale, look, labels, anchorStart, anchorEnd }: RatingStep): TemplateResult {
    const own = labels?.map((label) => this.#pick(label));
    const anchor = (text: Text | undefined, name = ''): string => (text ? this.#pick(text) : name);
    const anchors = [anchor(anchorStart, own?.[0]), anchor(anchorEnd, own?.at(-1))] as const;
    const draw = pictures[look as 'stars'];
    // The ends of stars may mean anything; faces, always five, are glad or not.
    const named = look === 'faces' || (look === 'stars' && scale[1] - scale[0] === 4 && !(anchorStart || anchorEnd));
    const names = own ?? (named ? pointNames(this.#form.localize.texts) : undefined);
    const picture = draw && ((score: number) => draw(score - scale[0]));
    return html`${this.#scale.render({ ...this.#state(scale), anchors, names, picture, caption: !!own })}
      <div part="anchors" aria-hidden="true">
        <span part="anchor-start">${anchors[0]}</span>
        <span part="anchor-end">${anchors[1]}</span>
      </div>`;
  }

  #renderChoice({ options }: ChoiceStep): TemplateResult {
    const names = options.map(({ label }) => this.#pick(label));
    return this.#scale.render({ ...this.#state([1, names.length]), names, picture: (number) => names[number - 1] });
  }

  #renderTicks(step: ChoiceStep, wrong: boolean): TemplateResult {
    const chosen = (this.#answerOf(step) ?? []) as readonly string[];
    const tick = (ticked: string, { target }: Event): void => {
      const ids = step.options.map(({ id }) => id);
      this.#answer(ids.filter((id) => (id === ticked ? (target as HTMLInputElement).checked : chosen.includes(id))));
    };
    return html`<div part="scale">
      ${step.options.map(
        ({ id, label }) =>
          html`<label part=${chosen.includes(id) ? 'option selected' : 'option'}
            ><input
              type="checkbox"
              tabindex="0"
              aria-invalid=${wrong ? 'true' : nothing}
              ?disabled=${this.#form.readonly}
              .checked=${chosen.includes(id)}
              @change=${(event: Event) => tick(id, event)}
            /><span part="option-label">${this.#pick(label)}</span></label
          >`,
      )}
    </div>`;
  }

  #onSubmit(event: Event): void {
    if (this.#index >= this.#way.length - 1) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.fault && !this.#form.readonly) void this.#form.showFault(this.fault);
    else void this.#go(1);
  }

  async #go(by: 1 | -1): Promise<void> {
    const { shadowRoot, renderRoot } = this.#form;
    const inside = shadowRoot!.activeElement;
    this.#at = this.#way[this.#index + by]!.id;
    this.#form.forgive();
    await this.#form.updateComplete;
    if (inside) renderRoot.querySelector<HTMLElement>('#title')!.focus();
  }

  #answer(answer: Answer): void {
    const { id } = this.current!;
    this.#at = id;
    this.#form.answer({ [id]: answer });
  }

  #state(range: readonly [number, number]): ScaleState {
    const { readonly, localize } = this.#form;
    const { locale, dir } = localize;
    return { range, value: this.#score, rightToLeft: dir === 'rtl', readonly, locale, anchors: ['', ''] };
  }

  /** The score of a rating, or the number of the chosen option. */
  get #score(): number | undefined {
    const step = this.current!;
    const answer = this.#answerOf(step);
    if (step.type !== 'choice') return answer as number | undefined;
    return step.options.findIndex(({ id }) => id === answer) + 1 || undefined;
  }

  #answerOf(step: Step): Answer | undefined {
    return answerOf(step, this.#form.response.answers);
  }

  #faultOf(step: Step): string | undefined {
    const answer = this.#answerOf(step);
    const written = step.type === 'text' || step.type === 'contact';
    if (answer === undefined) return step.required ? (written ? 'messageRequired' : 'required') : undefined;
    return step.type === 'contact' && !isAddress(`${answer}`) ? 'contactInvalid' : undefined;
  }

  #pick(text: Text): string {
    return this.#form.defined!.pick(text);
  }
}

/** Has a form ask what its definition asks. */
export function attach(form: SurveyForm): void {
  form.steps ??= new Steps(form);
}
