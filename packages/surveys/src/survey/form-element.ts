import { AskwellElement } from '@askwell/base';
import type { PropertyDeclarations } from 'lit';

/** What a survey is to a form around it, and to a style sheet of the page that asks for its states. */
export abstract class FormElement<Texts extends object> extends AskwellElement<Texts> {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    required: { type: Boolean },
    disabled: { type: Boolean },
  };

  /** In a form: an answer is needed. */
  declare required: boolean;
  /** Nothing can be chosen, and a form leaves the survey out. */
  declare disabled: boolean;

  /** The key of the text that says what is wrong. */
  declare protected fault: string | undefined;
  readonly #internals = this.attachInternals();

  /** What a form around the survey gets; `null` while there is no answer. */
  protected abstract get value(): string | null;

  /** The key of the text that says what keeps the answers from being handed over. */
  protected abstract get missing(): string | undefined;

  /** The text of a key. */
  protected abstract text(key: string): string;

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /**
   * Turns a state that `:state()` finds on or off.
   * @internal
   */
  mark(state: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](state);
  }

  /** Tells the form what the answer is, and while somebody is `asked` whether one is missing. */
  protected syncForm(asked: boolean): void {
    const { missing } = this;
    this.#internals.setFormValue(this.disabled ? null : this.value);
    const invalid = this.required && missing && asked;
    const anchor = this.renderRoot.querySelector<HTMLElement>('form [tabindex="0"]');
    this.#internals.setValidity(invalid ? { valueMissing: true } : {}, missing && this.text(missing), anchor ?? undefined);
  }
}
