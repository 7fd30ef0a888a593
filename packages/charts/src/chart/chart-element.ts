import { AskwellElement, fill, issueWarning } from '@askwell/base';
import type { ChartTexts } from '@askwell/locales/chart/chart-texts.js';
import { en } from '@askwell/locales/chart/en.js';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';

import { chartStyles } from './chart.styles.js';
import { dataTable, type DataTable } from './data-table.js';
import type { ScoreSummary } from './score-summary.js';
import { SummarySource } from './summary-source.js';

/** Below this many answers there is a warning. */
const LOW_BASE = 30;

/** What a chart makes of its answers. */
export interface ChartContent {
  /** The title, unless the page gives one. */
  title: string;
  /** One sentence that says what the picture shows. */
  takeaway: string;
  picture: TemplateResult;
  /** All values. */
  table: DataTable;
  /** How many answers the smallest row holds. */
  n: number;
}

/** What all charts share: where the numbers come from, and the frame of title, takeaway, picture and table. */
export abstract class ChartElement extends AskwellElement<ChartTexts> {
  static override styles: CSSResultGroup = chartStyles;

  static override properties: PropertyDeclarations = {
    data: { attribute: false },
    previous: { attribute: false },
    src: {},
    previousSrc: { attribute: 'previous-src' },
    previousLabel: { attribute: 'previous-label' },
    label: {},
    period: {},
    live: { type: Boolean },
  };

  /** The answers to show; instead of `src`. */
  declare data: ScoreSummary | readonly ScoreSummary[] | undefined;
  /** The answers of the previous wave, to compare with; instead of `previous-src`. */
  declare previous: ScoreSummary | undefined;
  /** The summary address that the answers are fetched from. */
  declare src: string | undefined;
  /** The summary address of the previous wave. */
  declare previousSrc: string | undefined;
  /** What the previous wave is called: `2017`. */
  declare previousLabel: string | undefined;
  /** The title. */
  declare label: string | undefined;
  /** When the answers were given, as readers should see it: `May 2018`. */
  declare period: string | undefined;
  /** Listens at `src` for server-sent events, so that the chart moves when an answer arrives. */
  declare live: boolean;

  readonly #current = new SummarySource(this, () => [this.data ? undefined : this.src, this.live]);
  readonly #earlier = new SummarySource(this, () => [this.previous ? undefined : this.previousSrc, false]);

  constructor() {
    super({ english: en, languages: () => import('./chart-languages.js').then(({ chartLanguages }) => chartLanguages) });
    this.live = false;
  }

  /** Asks the addresses again. Resolves when the answers are there or have failed. */
  async refresh(): Promise<void> {
    await Promise.all([this.#current.refresh(), this.#earlier.refresh()]);
    await this.updateComplete;
  }

  /** Draws one or more rows of answers, or an empty picture of none. Throws a RangeError when they do not fit. */
  protected abstract draw(rows: readonly ScoreSummary[], previous?: ScoreSummary): ChartContent;

  protected override render(): TemplateResult {
    const { texts, locale, dir } = this.localize;
    const given = this.data ?? this.#current.value;
    const failed = this.#current.failed || this.#earlier.failed;
    let unfit = false;
    let content: ChartContent | undefined;
    try {
      if (given) content = this.#content(given);
    } catch (error) {
      unfit = true;
      issueWarning('chart-data', `A chart cannot show its data. Give it whole counts by score. ${String(error)}`);
    }
    const loading = this.src && !given;
    const { title, takeaway, picture, table, n } = content ?? this.draw([]);
    const heading = this.label || title;
    const status = unfit
      ? texts.unfit
      : failed
        ? texts.failed
        : loading
          ? texts.loading
          : content
            ? nothing
            : texts.empty;
    return html`<figure part="figure" aria-labelledby="title" lang=${locale} dir=${dir}>
      <figcaption>
        <b id="title" part="title" role="heading" aria-level="2"><slot name="title">${heading}</slot></b> ${this.period}
        <svg class="defs" width="0" height="0" aria-hidden="true">
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="skewX(45)">
            <path d="M3 0V6"></path>
          </pattern>
        </svg>
        <p id="takeaway" part="takeaway">${content ? takeaway : nothing}</p>
      </figcaption>
      <p part="status" role="status">${status}</p>
      ${failed && this.src ? html`<button part="retry" @click=${this.refresh}>${texts.retry}</button>` : nothing}
      <div part="content">
        <div part="picture">${picture}</div>
        ${content && dataTable(fill(texts.all, { title: heading }), table)}
      </div>
      ${content && n && n < LOW_BASE ? html`<p part="notice">${fill(texts.lowBase, { least: LOW_BASE })}</p>` : nothing}
      <slot name="note"></slot>
    </figure>`;
  }

  #content(given: ScoreSummary | readonly ScoreSummary[]): ChartContent {
    const earlier = this.previous ?? this.#earlier.value;
    return this.draw(
      [given].flat(),
      earlier && { label: this.previousLabel ?? this.localize.texts.previousWave, ...earlier },
    );
  }
}
