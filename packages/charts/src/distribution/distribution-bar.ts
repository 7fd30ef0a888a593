import { fill } from '@askwell/base';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit';

import { ChartElement, type ChartContent } from '../chart/chart-element.js';
import type { DataTable } from '../chart/data-table.js';
import { formatNumber } from '../chart/format.js';
import { npsGroups, type ScoreSummary } from '../chart/score-summary.js';
import { npsSegments, scoreSegments, type Segment } from '../chart/segment.js';
import { named, stackedBar } from '../chart/stacked-bar.js';
import { distributionBarStyles } from './distribution-bar.styles.js';

/** One bar. */
interface Bar {
  label: string;
  n: number;
  segments: Segment[];
  takeaway: string;
}

/**
 * Shows how answers are distributed, as bars of 100 % in the three groups of Net Promoter or by score.
 *
 * @slot title - Replaces the title.
 * @slot note - A footnote, such as the source of the answers.
 * @csspart figure - The box around everything.
 * @csspart title - The title.
 * @csspart takeaway - The sentence that says what the picture shows.
 * @csspart content - Picture and table.
 * @csspart picture - All bars.
 * @csspart row - One bar with its label.
 * @csspart notice - A warning, such as a low base.
 * @csspart status - That the answers are loading, missing or could not be loaded.
 * @csspart retry - The button that tries again.
 * @csspart table - The box around the table.
 * @cssproperty [--askwell-surface=light-dark(#fff, #1b1d24)] - Background.
 * @cssproperty [--askwell-text=light-dark(#1a1c22, #eceef4)] - Text.
 * @cssproperty [--askwell-muted=light-dark(#555b69, #b3b8c6)] - Secondary text.
 * @cssproperty [--askwell-border=light-dark(#7d8494, #8b92a3)] - Outlines.
 * @cssproperty [--askwell-focus=the colour of the text] - Focus ring.
 * @cssproperty [--askwell-detractor=light-dark(#b4500c, #f2a566)] - Detractors, and the lowest score.
 * @cssproperty [--askwell-passive=light-dark(#666d7b, #a9b0bf)] - Passives, and the middle of the scale.
 * @cssproperty [--askwell-promoter=light-dark(#1d5fae, #82b5f4)] - Promoters, and the highest score.
 * @cssproperty [--askwell-on-mark=light-dark(#fff, #10131a)] - Text on these.
 * @cssproperty [--askwell-radius=0.5rem] - Corners.
 * @cssproperty [--askwell-space=1rem] - The unit of all distances.
 * @cssproperty [--askwell-font=inherit] - Font family.
 * @cssproperty [--askwell-font-size=1rem] - Font size.
 */
export class DistributionBar extends ChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, distributionBarStyles];

  static override properties: PropertyDeclarations = {
    groups: {},
  };

  /** `nps` shows detractors, passives and promoters; `score` shows every score of the scale. */
  declare groups: 'nps' | 'score';

  constructor() {
    super();
    this.groups = 'nps';
  }

  protected override draw(rows: readonly ScoreSummary[], previous?: ScoreSummary): ChartContent {
    const { localize } = this;
    const bars = [...rows, ...(previous ? [previous] : [])].map((row) => this.#bar(row));
    return {
      title: localize.texts.distributionTitle,
      n: Math.min(...bars.map(({ n }) => n)),
      takeaway: bars[0]?.takeaway ?? '',
      picture: html`${bars.map(
        ({ label, segments, takeaway }) =>
          html`<div part="row">
            ${bars.length > 1 ? html`<p aria-hidden="true">${label}</p>` : nothing}
            ${stackedBar(localize, segments, takeaway)}
          </div>`,
      )}`,
      table: this.#table(bars),
    };
  }

  #bar(summary: ScoreSummary): Bar {
    const { localize, groups, period } = this;
    const { texts } = localize;
    const byScore = groups === 'score';
    const segments = byScore ? scoreSegments(localize, summary) : npsSegments(localize, npsGroups(summary));
    const n = segments.reduce((sum, { count }) => sum + count, 0);
    const label = summary.label || period || '';
    const most = segments.find(({ count }) => count === Math.max(...segments.map((one) => one.count)));
    const finding = byScore
      ? fill(texts.mostly, { score: most?.name ?? '', share: most?.percent || most?.value || '' })
      : segments.map(({ name, percent, value }) => `${name} ${percent || value}`).join(', ');
    const takeaway = n ? `${finding}, n ${formatNumber(localize, n)}` : texts.empty;
    return { label, n, segments, takeaway: label ? `${label}: ${takeaway}` : takeaway };
  }

  #table(bars: readonly Bar[]): DataTable {
    const { localize } = this;
    const { texts } = localize;
    return [
      [texts.measure, ...bars.map(({ label }) => label || texts.value)],
      ...(bars[0]?.segments ?? []).map(({ name, color, hatched }) => [
        named(name, color, hatched),
        ...bars.map(({ segments }) => segments.find((one) => one.name === name)?.value ?? '–'),
      ]),
      [texts.count, ...bars.map(({ n }) => formatNumber(localize, n))],
    ];
  }
}
