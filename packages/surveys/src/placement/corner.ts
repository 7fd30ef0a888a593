import { fill } from '@askwell/base';
import { html, type TemplateResult } from 'lit';

import { AskwellOpenEvent } from '../survey/prompt-events.js';
import type { SurveyElement } from '../survey/survey-element.js';
import { Announcer } from './announcer.js';
import { cornerStyles } from './corner.styles.js';
import type { Placement } from './placement.js';
import { whenPolite } from './when-polite.js';

/** A prompt in the corner of the window. It takes neither the focus nor the page; Escape inside puts it away. */
class Corner implements Placement {
  readonly styles = cornerStyles;
  readonly #survey: SurveyElement;
  readonly #announcer = new Announcer();
  #surface: HTMLElement | undefined;
  #before: HTMLElement | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(survey: SurveyElement) {
    this.#survey = survey;
  }

  renderHeader(): TemplateResult {
    return html`<div part="header">
      <button
        part="dismiss"
        type="button"
        aria-label=${this.#survey.localize.texts.close}
        @click=${() => this.#survey.dismiss()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" />
        </svg>
      </button>
    </div>`;
  }

  renderActions(): TemplateResult {
    return html`<button part="later" type="button" @click=${() => this.#survey.dismiss('later')}>
      ${this.#survey.localize.texts.later}
    </button>`;
  }

  open(surface: HTMLElement): void {
    if (surface === this.#surface) return;
    this.disconnect();
    this.#surface = surface;
    surface.addEventListener('keydown', this.#onKeydown);
    surface.addEventListener('focusin', this.#onFocusIn);
    this.#stopWaiting = whenPolite(() => {
      surface.showPopover();
      const { texts, locale } = this.#survey.localize;
      const title = surface.querySelector<HTMLSlotElement>('#title slot')!.assignedNodes({ flatten: true });
      const question = title.map((node) => node.textContent).join('').trim();
      this.#announcer.say(fill(texts.opened, { question }), locale);
      this.#survey.dispatchEvent(new AskwellOpenEvent());
    });
  }

  close(): void {
    const inside = this.#survey.shadowRoot!.activeElement;
    this.#surface?.hidePopover();
    this.disconnect();
    if (inside) this.#before?.focus();
  }

  disconnect(): void {
    this.#stopWaiting?.();
    this.#announcer.clear();
    this.#surface?.removeEventListener('keydown', this.#onKeydown);
    this.#surface?.removeEventListener('focusin', this.#onFocusIn);
    this.#surface = undefined;
  }

  readonly #onFocusIn = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.#surface!.contains(relatedTarget)) this.#before = relatedTarget;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#survey.dismiss();
  };
}

export function place(survey: SurveyElement): Placement {
  return new Corner(survey);
}
