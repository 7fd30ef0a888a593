import { tokens } from '@askwell/base';
import { css, type CSSResultGroup } from 'lit';

// Every text runs as its own language does, whatever the page does: only alignment follows the page.
export const inspectorStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      --_hairline: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    }
    :host([overlay]) {
      position: fixed;
      z-index: 2147483647;
      /* Prompts stand at the other end, above everything. */
      inset-block: 0 auto;
      inset-inline: 0 auto;
      inline-size: min(44rem, 100dvw);
      box-sizing: border-box;
      max-block-size: max(50dvh, 100dvh - 24rem);
      overflow: auto;
      box-shadow: 0 0 2rem #0004;
    }
    /* The edge stays where it is while its contents scroll. */
    :host([overlay]),
    :host(:not([overlay])) [part='frame'] {
      border: var(--_hairline);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    [part='frame'] {
      padding: var(--_space);
      text-align: left;
    }
    [dir='rtl'] {
      text-align: right;
    }
    h2,
    h3,
    p,
    small,
    dt,
    dd,
    caption,
    th,
    td,
    button {
      unicode-bidi: plaintext;
    }
    header,
    [part='buttons'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) / 2);
    }
    h2,
    h3,
    h4,
    p,
    dl,
    dd {
      margin: 0;
    }
    h2,
    h3,
    h4 {
      font-size: 1.125em;
      font-weight: 600;
    }
    h2 {
      flex: 1;
      font-size: 1.25em;
    }
    [part='pane'] {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space);
      padding-block-start: var(--_space);
    }
    [part='endpoint'] {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space);
      padding-block-start: var(--_space);
      border-block-start: var(--_hairline);
    }
    code {
      font-family: ui-monospace, monospace;
      font-size: 0.9em;
    }
    summary {
      cursor: pointer;
    }
    ul,
    ol {
      margin: 0.5em 0;
      padding-inline-start: 1.25em;
    }
    li {
      overflow-wrap: anywhere;
    }
    input {
      max-inline-size: 100%;
      font: inherit;
    }
    h4 code,
    .id {
      overflow-wrap: anywhere;
    }
    .id {
      display: inline-block;
      min-inline-size: 12em;
      white-space: normal;
    }
    p,
    dt,
    small,
    caption {
      color: var(--_muted);
    }
    [part='status'] {
      min-block-size: 1.5em;
      color: var(--_text);
    }
    [part='notice'] {
      padding-inline-start: 0.75em;
      border-inline-start: 3px solid var(--_danger);
      color: var(--_text);
    }
    [part='facts'] {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    }
    dt {
      font-size: 0.875em;
    }
    dd {
      font-weight: 600;
    }
    [part~='table'] {
      overflow: auto;
      max-block-size: 20em;
      border: var(--_hairline);
      border-radius: var(--_radius);
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: 0.9em;
      font-variant-numeric: tabular-nums;
    }
    caption {
      padding: 0.5em 0.75em;
      font-weight: 600;
      text-align: inherit;
    }
    th,
    td {
      padding: 0.35em 0.75em;
      border-block-start: var(--_hairline);
      font-weight: 400;
      text-align: inherit;
      white-space: nowrap;
    }
    thead th {
      color: var(--_muted);
      font-weight: 600;
    }
    button {
      min-block-size: 2.25rem;
      padding: 0.25em 0.9em;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
      font-size: 0.9em;
      cursor: pointer;
    }
    button:hover:enabled {
      border-color: var(--_brand);
    }
    button:disabled {
      opacity: 0.5;
      cursor: default;
    }
    .sure {
      border-color: var(--_danger);
      color: var(--_danger);
      font-weight: 600;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    [part~='table']:focus-visible {
      outline-offset: -3px;
    }
    @media (forced-colors: active) {
      :host {
        --_hairline: 1px solid CanvasText;
      }
      button:disabled {
        opacity: 1;
        border-color: GrayText;
        color: GrayText;
      }
    }
  `,
];
