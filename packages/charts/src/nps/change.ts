import { fill } from '@askwell/base';
import { npsChange, type Interval, type NpsReport } from '@askwell/metrics';
import { html, type TemplateResult } from 'lit';

import { formatNumber, formatRange, type Language } from '../chart/format.js';

/** How a score moved since the previous wave. */
export interface Change {
  /** `down 8.9 since 2017, significant (p < 0.001)`. */
  sentence: string;
  /** The same with an arrow. */
  picture: TemplateResult;
  /** The difference with its 95 % interval, for the table. */
  value: string;
}

/** Compares two reports that both have answers. */
export function changeSince(
  language: Language,
  before: NpsReport,
  after: NpsReport,
  label: string,
  decimals: number,
): Change {
  const { texts } = language;
  // Adjusted counts always spread, so that there is a p.
  const { p, ci } = npsChange(before, after) as { p: number; ci: Interval };
  const delta = (after.nps ?? 0) - (before.nps ?? 0);
  const amount = formatNumber(language, Math.abs(delta), decimals);
  const [text, arrow] =
    amount === formatNumber(language, 0, decimals)
      ? [texts.changeNone, '■']
      : delta > 0
        ? [texts.changeUp, '▲']
        : [texts.changeDown, '▼'];
  const significant = p < 0.05;
  const verdict = significant ? texts.significant : texts.notSignificant;
  const evidence = p < 0.001 ? `p < ${formatNumber(language, 0.001, 3)}` : `p = ${formatNumber(language, p, 3)}`;
  const sentence = `${fill(text, { delta: amount, label })}, ${verdict} (${evidence})`;
  return {
    sentence,
    picture: html`<p part="change" aria-hidden="true">${arrow} ${significant ? html`<b>${sentence}</b>` : sentence}</p>`,
    value: `${formatNumber(language, delta, 2)} (${formatRange(language, ci, 2)})`,
  };
}
