import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

import type { Language } from './format.js';
import type { Segment } from './segment.js';

/** A segment of fewer pixels has no room for its label; the table below has them all. */
const LABEL_FROM = 56;

/**
 * A bar of 100 %. All places are percentages, so that text keeps its size.
 *
 * @param name what the picture is called.
 */
export function stackedBar({ dir }: Language, segments: readonly Segment[], name: string): TemplateResult {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return html`<svg class="bar" width="100%" height="44" role="img" aria-label=${name}>
    ${segments.map((segment) => {
      const { count, color, hatched, percent } = segment;
      const width = (100 * count) / (total || 1);
      const x = dir === 'rtl' ? 100 - before - width : before;
      before += width;
      // The size jumps from 0 to 12 pixels where the segment, measured by its container, is wide enough.
      return svg`${mark(segment, x, width)}
        <text
          x="${x + width / 2}%"
          y="50%"
          dy="0.36em"
          font-size="clamp(0px, (${width}cqi - ${LABEL_FROM}px) * 99, 12px)"
          stroke=${hatched ? color : nothing}
        >${percent}</text>`;
    })}
  </svg>`;
}

/** A name with the colour and pattern that stand for it. */
export function named(name: string, color: string, hatched = false): TemplateResult {
  return html`<svg width="12" height="12" aria-hidden="true">${mark({ color, hatched }, 0, 100)}</svg> ${name}`;
}

function mark({ color, hatched }: Pick<Segment, 'color' | 'hatched'>, x: number, width: number): SVGTemplateResult[] {
  return (hatched ? [color, 'url(#hatch)'] : [color]).map(
    (fill) => svg`<rect x="${x}%" width="${width}%" height="100%" fill=${fill}></rect>`,
  );
}
