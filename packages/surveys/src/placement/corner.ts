import { html, type TemplateResult } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import { AskwellDismissEvent } from './askwell-dismiss-event.js';
import { cornerStyles } from './corner.styles.js';
import { liveRegion } from './live-region.js';
import type { Placement } from './placement.js';
import { whenPolite } from './when-polite.js';

/** A prompt in the corner of the window. It takes neither the focus nor the page; Escape inside puts it away. */
class Corner implements Placement {
  readonly styles = cornerStyles;
  readonly #survey: SurveyElement;
  readonly #region = liveRegion();
  #surface: HTMLElement | undefined;
  #before: HTMLElement | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(survey: SurveyElement) {
    this.#survey = survey;
  }

  renderHeader(): TemplateResult {
    return html`<button
      part="dismiss"
      aria-label=${this.#survey.localize.texts.close}
      @click=${() => this.#survey.dismiss()}
    >
      ×
    </button>`;
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
    surface.onkeydown = (event) => {
      if (event.key === 'Escape' && !event.isComposing) this.#survey.dismiss();
    };
    surface.addEventListener('focusin', this.#onFocusIn);
    this.#stopWaiting = whenPolite(() => {
      surface.showPopover();
      this.#survey.dispatchEvent(new Event('askwell-open'));
      const { locale, texts } = this.#survey.localize;
      this.#region.lang = locale;
      this.#region.textContent = texts.opened;
    });
  }

  close(reason: AskwellDismissEvent['reason']): void {
    // The surface is still there; the focus leaves with it.
    if (this.#survey.shadowRoot!.activeElement) this.#before?.focus();
    this.#surface?.hidePopover();
    this.disconnect();
    this.#survey.dispatchEvent(new AskwellDismissEvent(reason));
  }

  disconnect(): void {
    this.#stopWaiting?.();
    this.#region.textContent = '';
    this.#surface?.removeEventListener('focusin', this.#onFocusIn);
    this.#surface = undefined;
  }

  readonly #onFocusIn = ({ relatedTarget }: FocusEvent): void => {
    // Within the survey it is null or an element of the same surface.
    if (relatedTarget && !this.#surface?.contains(relatedTarget as Node)) this.#before = relatedTarget as HTMLElement;
  };
}

export function place(survey: SurveyElement): Placement {
  return new Corner(survey);
}
