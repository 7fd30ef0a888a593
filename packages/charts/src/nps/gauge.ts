import type { Interval } from '@askwell/metrics';
import { html, nothing, svg, type TemplateResult } from 'lit';

import { formatNumber, type Language } from '../chart/format.js';

/** What a half circle points at. */
export interface Reading {
  score: number;
  scoreText: string;
  interval: Interval;
  intervalText: string;
}

export const INTERVAL_COLOR = 'var(--_brand)';
export const BAND_COLOR = 'var(--_muted)';

/** A half circle from -100 to 100; from right to left in languages that are written so. */
export function gauge(
  language: Language,
  band: readonly [from: number, to: number] | undefined,
  reading: Reading | undefined,
): TemplateResult {
  const side = language.dir === 'rtl' ? -1 : 1;
  const point = (radius: number, score: number) => {
    const angle = (Math.PI * (score + 100)) / 200;
    return [160 - side * radius * Math.cos(angle), 158 - radius * Math.sin(angle)].map((at) => at.toFixed(1));
  };
  const arc = (radius: number, from: number, to: number, sweep: number) =>
    `${point(radius, from)}A${radius} ${radius} 0 0 ${sweep} ${point(radius, to)}`;
  const sector = (fill: string, inner: number, outer: number, [from, to]: readonly [number, number]) => {
    const sweep = side > 0 ? 1 : 0;
    return svg`<path fill=${fill} d="M${arc(outer, from, to, sweep)}L${arc(inner, to, from, 1 - sweep)}Z"></path>`;
  };
  const tick = (score: number, [x, y]: readonly (number | string)[]) =>
    svg`<text x=${x} y=${y} dy="0.36em">${formatNumber(language, score)}</text>`;
  return html`<svg class="gauge" viewBox="0 0 320 184" role="img" aria-labelledby="title takeaway">
    <g stroke="var(--_border)">${sector('none', 92, 116, [-100, 100])}</g>
    ${band && [sector(BAND_COLOR, 120, 126, band), band.map((end) => tick(end, point(140, end)))]}
    ${tick(-100, [160 - side * 104, 171])}${tick(0, point(128, 0))}${tick(100, [160 + side * 104, 171])}
    ${reading
      ? svg`${sector(INTERVAL_COLOR, 92, 116, reading.interval)}
          <path class="needle" d="M${point(79, reading.score)}L${point(89, reading.score)}"></path>
          <text class="value" x="160" y="140">${reading.scoreText}</text>
          <text x="160" y="162">${reading.intervalText}</text>`
      : nothing}
  </svg>`;
}
