import { tokens } from '@askwell/base';
import { css, type CSSResultGroup } from 'lit';

// Every text runs as its own language does, whatever the page does: only alignment follows the page.
// WebKit needs a direction besides, for SVG text without letters.
// The stroke of a bar's label is a halo in the colour of its segment, wide enough to cover the pattern.
export const chartStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      --_detractor: var(--askwell-detractor, light-dark(#b4500c, #f2a566));
      --_passive: var(--askwell-passive, light-dark(#666d7b, #a9b0bf));
      --_promoter: var(--askwell-promoter, light-dark(#1d5fae, #82b5f4));
      --_on-mark: var(--askwell-on-mark, light-dark(#fff, #10131a));
      --_hairline: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    }
    figure {
      margin: 0;
      padding: calc(var(--_space) * 1.5);
      border: var(--_hairline);
      border-radius: var(--_radius);
      background: var(--_surface);
      break-inside: avoid;
      text-align: left;
    }
    [dir='rtl'] {
      text-align: right;
    }
    figcaption,
    p,
    caption {
      margin: 0;
      color: var(--_muted);
    }
    figcaption,
    p,
    caption,
    th,
    td,
    button,
    text {
      unicode-bidi: plaintext;
    }
    caption,
    th,
    td {
      text-align: inherit;
    }
    b {
      color: var(--_text);
      font-weight: 600;
    }
    [part='title'] {
      font-size: 1.125em;
    }
    [part='content'] {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1.5);
      margin-block-start: var(--_space);
    }
    [part='content'] > div {
      flex: 1 1 20em;
      container-type: inline-size;
    }
    .bar {
      border-radius: var(--_radius);
      background: color-mix(in srgb, var(--_border) 40%, transparent);
    }
    .bar rect {
      stroke: var(--_surface);
      stroke-width: 2px;
    }
    .defs {
      position: absolute;
    }
    pattern {
      stroke: var(--_surface);
      stroke-width: 2px;
      opacity: 0.4;
    }
    text {
      direction: ltr;
      text-anchor: middle;
      fill: var(--_muted);
    }
    .bar text {
      font-weight: 600;
      fill: var(--_on-mark);
      paint-order: stroke;
      stroke-width: 12px;
      stroke-linejoin: round;
    }
    [part='notice'] {
      margin-block-start: var(--_space);
      padding-inline-start: 0.75em;
      border-inline-start: 3px solid var(--_detractor);
      color: var(--_text);
    }
    button {
      padding: 0.5em 1em;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    [part='table'] {
      overflow-x: auto;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: 0.9em;
    }
    th,
    td {
      padding: 0.35em 0;
      padding-inline-end: 0.5em;
      border-block-end: var(--_hairline);
      font-weight: 400;
    }
    @media (forced-colors: active) {
      :host {
        --_detractor: CanvasText;
        --_passive: GrayText;
        --_promoter: CanvasText;
        --_on-mark: Canvas;
        --_brand: Highlight;
        --_surface: Canvas;
        --_text: CanvasText;
        --_muted: CanvasText;
        --_border: CanvasText;
      }
    }
  `,
];
