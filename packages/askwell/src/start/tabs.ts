import type { Campaign } from '@askwell/core';
import type { SurveyElement } from '@askwell/surveys';

/** A button at the edge of the window, and the survey behind it. */
interface Tab {
  closing: AbortController;
  /** Once it stands. */
  survey?: SurveyElement;
}

/** The buttons at the edge of the window: each stands while its campaign may show at the wish of the person. */
export class Tabs {
  readonly #tabs = new Map<string, Tab>();

  /** Puts up a button that may stand and does not, or takes down one that may not any more. */
  place({ id }: Campaign, allowed: boolean, show: (signal: AbortSignal) => unknown): void {
    const tab = this.#tabs.get(id);
    if (allowed && !tab) {
      const closing = new AbortController();
      this.#tabs.set(id, { closing });
      show(closing.signal);
    } else if (!allowed) {
      tab?.closing.abort();
      this.#tabs.delete(id);
    }
  }

  mount(id: string, survey: SurveyElement): void {
    const tab = this.#tabs.get(id);
    if (tab) tab.survey = survey;
  }

  open(id: string): void {
    void this.#tabs.get(id)?.survey?.open();
  }
}
