import { css, html, nothing, type TemplateResult } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import type { AskwellDismissEvent } from './askwell-dismiss-event.js';
import { modalStyles } from './modal.styles.js';
import type { Placement } from './placement.js';
import type { Prompt } from './prompt.js';

/** A native modal dialog in the middle of the window. A click beside it closes it only while nothing would be lost. */
export function modal(Base: typeof Prompt, survey: SurveyElement): Placement {
  class Modal extends Base {
    #scroll: ScrollToOptions = {};
    #pressedBeside = false;
    #showing = false;

    constructor() {
      super(survey);
      this.sides = ['center'];
      this.styles = css`${this.styles}${modalStyles}`;
    }

    get #dialog(): HTMLDialogElement {
      return this.surface as HTMLDialogElement;
    }

    override render(contents: TemplateResult | undefined): TemplateResult | typeof nothing {
      const { locale, dir } = survey.localize;
      return contents
        ? html`<dialog
            part="surface"
            id="surface"
            lang=${locale}
            dir=${dir}
            aria-labelledby="title"
            @cancel=${this.#onCancel}
            @close=${this.#onClose}
          >
            ${this.renderInside(contents)}
          </dialog>`
        : nothing;
    }

    override close(reason: AskwellDismissEvent['reason']): void {
      super.close(reason);
      scrollTo(this.#scroll);
    }

    override appear(): void {
      this.#scroll = { left: scrollX, top: scrollY, behavior: 'instant' };
      super.appear(true);
    }

    override show(): void {
      const dialog = this.#dialog;
      this.#showing = true;
      dialog.onpointerdown = this.#onPointerdown;
      dialog.onclick = this.#onClick;
      dialog.showModal();
      survey.mark('open', true);
      // The browser has put the focus on Close.
      this.open(true);
    }

    override hide(): void {
      this.#showing = false;
      this.#dialog.close();
      survey.mark('open', false);
    }

    /** Escape where only the browser hears it: the focus may be on nothing. */
    readonly #onCancel = (event: Event): void => {
      event.preventDefault();
      survey.dismiss();
    };

    /** A second Escape closes a dialog without asking. */
    readonly #onClose = (): void => {
      if (this.#showing) survey.dismiss();
    };

    readonly #onPointerdown = (event: PointerEvent): void => {
      this.#pressedBeside = this.#isBeside(event);
    };

    readonly #onClick = (event: MouseEvent): void => {
      const { step, answers } = survey.response;
      const nothingToLose = step === 'thanks' || !Object.keys(answers).length;
      if (this.#pressedBeside && this.#isBeside(event) && nothingToLose) survey.dismiss();
    };

    #isBeside({ target, clientX, clientY }: MouseEvent): boolean {
      if (target !== this.surface) return false;
      const { left, right, top, bottom } = this.#dialog.getBoundingClientRect();
      return clientX < left || clientX > right || clientY < top || clientY > bottom;
    }
  }

  return new Modal();
}
