import { fill, issueWarning } from '@askwell/base';
import { npsReport, type NpsReport } from '@askwell/metrics';
import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';

import { ChartElement, type ChartContent } from '../chart/chart-element.js';
import type { DataTable } from '../chart/data-table.js';
import { formatNumber, formatRange } from '../chart/format.js';
import { npsGroups, type ScoreSummary } from '../chart/score-summary.js';
import { LEAST, npsSegments } from '../chart/segment.js';
import { named, stackedBar } from '../chart/stacked-bar.js';
import type { Change, changeSince } from './change.js';
import { BAND_COLOR, gauge, INTERVAL_COLOR, type Reading } from './gauge.js';
import { npsScoreStyles } from './nps-score.styles.js';

/** A stretch of scores to compare with. Scores differ by sector and country, so it is a reference and no verdict. */
export interface ReferenceBand {
  from: number;
  to: number;
  /** Who says so. */
  source?: string;
}

const EMPTY: ScoreSummary = { counts: {} };

/**
 * Shows Net Promoter with its interval, a reference band, and how it moved since the previous wave.
 *
 * @slot title - Replaces the title.
 * @slot note - A footnote, such as the source of the answers.
 * @csspart figure - The box around everything.
 * @csspart title - The title.
 * @csspart takeaway - The sentence that says what the picture shows.
 * @csspart content - Picture and table.
 * @csspart picture - The half circle and what stands under it.
 * @csspart change - How the score moved.
 * @csspart notice - A warning, such as a low base.
 * @csspart status - That the answers are loading, missing or could not be loaded.
 * @csspart retry - The button that tries again.
 * @csspart table - The box around the table.
 * @cssproperty [--askwell-brand=light-dark(#2b50c8, #a3b8ff)] - The interval.
 * @cssproperty [--askwell-surface=light-dark(#fff, #1b1d24)] - Background.
 * @cssproperty [--askwell-text=light-dark(#1a1c22, #eceef4)] - Text and needle.
 * @cssproperty [--askwell-muted=light-dark(#555b69, #b3b8c6)] - Secondary text and the reference band.
 * @cssproperty [--askwell-border=light-dark(#7d8494, #8b92a3)] - Outlines.
 * @cssproperty [--askwell-focus=the colour of the text] - Focus ring.
 * @cssproperty [--askwell-detractor=light-dark(#b4500c, #f2a566)] - Detractors.
 * @cssproperty [--askwell-passive=light-dark(#666d7b, #a9b0bf)] - Passives.
 * @cssproperty [--askwell-promoter=light-dark(#1d5fae, #82b5f4)] - Promoters.
 * @cssproperty [--askwell-on-mark=light-dark(#fff, #10131a)] - Text on these three.
 * @cssproperty [--askwell-radius=0.5rem] - Corners.
 * @cssproperty [--askwell-space=1rem] - The unit of all distances.
 * @cssproperty [--askwell-font=inherit] - Font family.
 * @cssproperty [--askwell-font-size=1rem] - Font size.
 */
export class NpsScore extends ChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, npsScoreStyles];

  static override properties: PropertyDeclarations = {
    band: { attribute: false },
    decimals: { type: Number },
  };

  /** The reference to draw; null for none. */
  declare band: ReferenceBand | null;
  /** Decimals of the score in the picture; unset, as many as its interval allows. The table always has 2. */
  declare decimals: number | undefined;

  #changeSince: typeof changeSince | undefined;
  #loading = false;

  constructor() {
    super();
    this.band = { from: 50, to: 80 };
  }

  protected override willUpdate(): void {
    // The test is fetched when there is something to compare; most charts stand alone.
    if (this.#loading || !(this.previous || this.previousSrc)) return;
    this.#loading = true;
    void import('./change.js').then(
      (module) => {
        this.#changeSince = module.changeSince;
        this.requestUpdate();
      },
      (error) => issueWarning('chart-change', `A chart cannot load its comparison. Reload the page. ${String(error)}`),
    );
  }

  protected override draw([summary = EMPTY]: readonly ScoreSummary[], previous?: ScoreSummary): ChartContent {
    const { localize, band } = this;
    const { texts } = localize;
    const report = npsReport(npsGroups(summary));
    const earlier = previous && npsReport(npsGroups(previous));
    const { n, nps, adjustedWald } = report;
    const segments = npsSegments(localize, report);
    let takeaway = n ? `NPS –, n ${n}. ${fill(texts.lowBase, { least: LEAST })}` : texts.empty;
    let reading: Reading | undefined;
    let change: Change | undefined;
    if (nps !== null && adjustedWald && n >= LEAST) {
      // A score that is only sure to ten points gets no decimal: it would be noise.
      const decimals = this.decimals ?? (adjustedWald[1] - adjustedWald[0] < 20 ? 1 : 0);
      reading = {
        score: nps,
        scoreText: formatNumber(localize, nps, decimals),
        interval: adjustedWald,
        intervalText: formatRange(localize, adjustedWald, decimals),
      };
      takeaway = `NPS ${reading.scoreText} (${reading.intervalText}), n ${formatNumber(localize, n)}`;
      if (earlier && earlier.n >= LEAST && this.#changeSince) {
        change = this.#changeSince(localize, earlier, report, previous.label ?? '', decimals);
        takeaway += `, ${change.sentence}`;
      }
    }
    return {
      title: texts.npsTitle,
      n: reading ? n : 0,
      takeaway,
      picture: html`${gauge(localize, band ? [band.from, band.to] : undefined, reading)}
        ${change?.picture}
        ${stackedBar(localize, segments, texts.distributionTitle)}`,
      table: this.#table(earlier ? [report, earlier] : [report], summary.partial, previous?.label, change),
    };
  }

  #table(reports: readonly NpsReport[], partial = 0, label = '', change?: Change): DataTable {
    const { localize, band } = this;
    const { texts } = localize;
    const row = (head: string | TemplateResult, cell: (report: NpsReport) => string) => [head, ...reports.map(cell)];
    const known = (report: NpsReport, cell: () => string) => (report.n < LEAST ? '–' : cell());
    const segments = reports.map((report) => npsSegments(localize, report));
    const rows = [
      [texts.measure, this.period || texts.value, label].slice(0, reports.length + 1),
      row('NPS', (report) => known(report, () => formatNumber(localize, report.nps ?? 0, 2))),
      row(named(texts.interval, INTERVAL_COLOR), (report) =>
        known(report, () => formatRange(localize, report.adjustedWald ?? [0, 0], 2)),
      ),
      ...(segments[0] ?? []).map(({ name, color, hatched }, index) => [
        named(name, color, hatched),
        ...segments.map((one) => one[index]?.value ?? ''),
      ]),
      row(texts.count, ({ n }) => formatNumber(localize, n)),
    ];
    const rest = reports.slice(1).map(() => '');
    if (partial) rows.push([texts.partial, formatNumber(localize, partial), ...rest]);
    if (change) rows.push([texts.change, change.value, ...rest]);
    if (band) {
      const range = formatRange(localize, [band.from, band.to]);
      rows.push([named(texts.reference, BAND_COLOR), band.source ? `${range} (${band.source})` : range, ...rest]);
    }
    return rows;
  }
}
