import { css, html, nothing, type TemplateResult } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import type { Placement } from './placement.js';
import type { Prompt } from './prompt.js';
import { tabStyles } from './tab.styles.js';

/** A button at the edge of the window that opens a prompt. Whoever presses it has asked: nothing waits, the focus goes in. */
export function tab(Base: typeof Prompt, survey: SurveyElement): Placement {
  class Tab extends Base {
    #expanded = false;
    readonly #observer = new MutationObserver(() => survey.requestUpdate());

    constructor() {
      super(survey);
      this.styles = css`${this.styles}${tabStyles}`;
    }

    override render(contents: TemplateResult | undefined): TemplateResult {
      const { localize, launcher, isConnected } = survey;
      const page = document.documentElement;
      if (isConnected) this.#observer.observe(page, { attributeFilter: ['data-askwell'] });
      return html`<div id="edge" lang=${localize.locale} dir=${localize.dir} data-at=${survey.at} ?hidden=${page.dataset.askwell === 'off'}>
          <button
            part="launcher"
            type="button"
            aria-haspopup="dialog"
            aria-expanded=${this.#expanded}
            aria-controls=${contents ? 'surface' : nothing}
            @click=${this.#onClick}
          >
            <span>${launcher ?? this.texts.launcher}</span>
          </button>
        </div>
        ${super.render(contents)}`;
    }

    /** Nothing opens by itself. */
    override open(now?: boolean): void {
      if (now) super.open(now);
    }

    override disconnect(): void {
      super.disconnect();
      this.#observer.disconnect();
    }

    override show(): void {
      super.show();
      this.#expand(true);
    }

    override hide(): void {
      super.hide();
      this.#expand(false);
    }

    #expand(expanded: boolean): void {
      this.#expanded = expanded;
      survey.requestUpdate();
    }

    readonly #onClick = async ({ currentTarget }: Event): Promise<void> => {
      // Safari does not focus a button that is clicked.
      this.before = currentTarget as HTMLElement;
      if (this.#expanded) return survey.dismiss();
      await survey.open();
    };
  }

  return new Tab();
}
