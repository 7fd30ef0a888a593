import { warnOfValue } from '@askwell/base';
import type { PromptTexts } from '@askwell/locales';
import { prompt } from '@askwell/locales/survey/english/prompt.js';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import { AskwellDismissEvent } from './askwell-dismiss-event.js';
import { liveRegion } from './live-region.js';
import type { Placement } from './placement.js';
import { promptStyles } from './prompt.styles.js';
import { disturbs, whenPolite } from './when-polite.js';

/** What a corner can do without, and the other placements. */
const beyond = (): Promise<typeof import('./beyond-corner.js')> => import('./beyond-corner.js');

/**
 * A prompt in the corner of the window, and what all prompts share. It takes neither the focus nor the page. Of all prompts on the page, whatever kit they come from, one is open at a time:
 * the one that has put something into the live region.
 */
export class Prompt implements Placement {
  declare readonly survey: SurveyElement;
  styles: CSSResult = promptStyles;
  /** Where it can stand, where that is not a corner; the first is the usual one. */
  declare sides?: readonly string[];
  declare surface: HTMLElement | undefined;
  /** What had the focus before it came inside. */
  declare before: HTMLElement | undefined;
  readonly region: HTMLElement = liveRegion();
  /** Ends the waiting, or closes. */
  declare stop: (() => void) | undefined;
  /** It works without. */
  readonly #beyond = beyond().catch(() => undefined);

  constructor(survey: SurveyElement) {
    this.survey = survey;
  }

  get texts(): PromptTexts {
    return { ...prompt, ...this.survey.localize.texts };
  }

  render(contents: TemplateResult | undefined): TemplateResult | typeof nothing {
    const { localize, at } = this.survey;
    return contents
      ? html`<div
          part="surface"
          id="surface"
          lang=${localize.locale}
          dir=${localize.dir}
          role="dialog"
          popover="manual"
          aria-labelledby="title"
          data-at=${at}
        >
          ${this.renderInside(contents)}
        </div>`
      : nothing;
  }

  renderInside(contents: TemplateResult): TemplateResult {
    return html`<div part="header"><button part="dismiss" aria-label=${this.texts.close} @click=${() => this.survey.dismiss()}>×</button></div>
      <div id="body">${contents}</div>`;
  }

  renderActions(): TemplateResult {
    return html`<button part="later" type="button" @click=${() => this.survey.dismiss('later')}>${this.texts.later}</button>`;
  }

  open(now?: boolean): void {
    const surface = this.survey.renderRoot.querySelector<HTMLElement>('#surface');
    if (surface && surface !== this.surface) {
      this.disconnect();
      this.surface = surface;
      this.stop = whenPolite(this.region, () => this.appear(), this.survey.mayOpen);
    }
    if (now) void this.#beyond.then((more) => more?.openNow(this, disturbs));
  }

  close(reason: AskwellDismissEvent['reason']): void {
    this.disconnect();
    this.survey.dispatchEvent(new AskwellDismissEvent(reason));
  }

  disconnect(): void {
    this.stop?.();
    this.stop = this.surface = undefined;
  }

  /** Opens, and says so; `quietly` where the focus says it. */
  appear(quietly?: boolean): void {
    const { region, survey } = this;
    region.lang = survey.localize.locale;
    region.append(quietly ? new Comment() : this.texts.opened);
    this.show();
    const stop = (this.stop = () => {
      this.hide();
      region.textContent = '';
      // Heard at the document by those that wait.
      region.dispatchEvent(new Event('close'));
    });
    survey.dispatchEvent(new Event('askwell-open'));
    void this.#beyond.then((more) => stop === this.stop && more?.whileOpen(this, warnOfValue));
  }

  /** Leaves its place beside something of the page, where it has one, or goes back to it. */
  stand?(aside: boolean): Promise<void>;

  show(): void {
    this.surface!.showPopover();
    this.survey.mark('open', true);
  }

  hide(): void {
    this.surface!.hidePopover();
    this.survey.mark('open', false);
  }
}

/** The placement of a name; `undefined` for a name that means none. */
export async function place(survey: SurveyElement, name: string): Promise<Placement | undefined> {
  return name === 'corner' ? new Prompt(survey) : (await beyond()).placeOther(survey, name, Prompt);
}
