import type { FeedbackTexts, FrameTexts } from '@askwell/locales';
import { html, nothing, type TemplateResult } from 'lit';

import { isAddress, renderContact } from '../form/contact-field.js';
import type { FeedbackPrompt } from './feedback-prompt.js';

/** What a page may ask for beside the message: an e-mail address, and the address of the page. */
export class FurtherFields {
  readonly #survey: FeedbackPrompt;
  /** The address of the page, as it was last shown. */
  #address = '';
  #handsOver = false;

  constructor(survey: FeedbackPrompt) {
    this.#survey = survey;
    const { submit } = survey;
    survey.submit = () => {
      // The record is made before this returns; the address of the page goes into no other.
      this.#handsOver = true;
      const submitted = submit.call(survey);
      this.#handsOver = false;
      return submitted;
    };
  }

  /** The key of the text that says what is wrong. */
  get fault(): string | undefined {
    const contact = this.#survey.contact && this.#survey.given('contact').trim();
    return contact && !isAddress(contact) ? 'contactInvalid' : undefined;
  }

  /** The address of the page, where the record that is being made may have it. */
  get page(): string | undefined {
    const { page, response } = this.#survey;
    return this.#handsOver && page && response.answers.page ? this.#address : undefined;
  }

  render(texts: FeedbackTexts & FrameTexts, wrong: boolean): TemplateResult {
    const { contact, page } = this.#survey;
    return html`${contact ? this.#renderContact(texts, wrong) : nothing} ${page ? this.#renderPage(texts) : nothing}`;
  }

  #renderContact(texts: FeedbackTexts, wrong: boolean): TemplateResult {
    return html`<label for="contact" part="label">${texts.contact}</label>
      ${renderContact(this.#survey, {
        value: this.#survey.given('contact'),
        describedBy: 'contact-error',
        wrong,
        write: (contact) => this.#survey.answer({ contact }),
      })}
      <p id="contact-error" part="error">${wrong ? texts.contactInvalid : nothing}</p>`;
  }

  #renderPage(texts: FeedbackTexts): TemplateResult {
    const { disabled, readonly, response } = this.#survey;
    this.#address = location.origin + location.pathname;
    return html`<label part="page"
      ><input
        type="checkbox"
        ?disabled=${disabled || readonly}
        .checked=${response.answers.page === true}
        @change=${(event: Event) => this.#survey.answer({ page: (event.target as HTMLInputElement).checked })}
      /><span>${texts.page} <bdi part="address" dir="ltr">${this.#address}</bdi></span></label
    >`;
  }
}

/** Has a prompt ask for what its attributes name. */
export function attach(survey: FeedbackPrompt): void {
  survey.further ??= new FurtherFields(survey);
}
