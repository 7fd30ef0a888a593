import { tokens } from '@askwell/base';
import { css, type CSSResultGroup } from 'lit';

export const surveyStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      --_gap: var(--askwell-scale-gap, 0.25rem);
      --_target: var(--askwell-target, 2.75rem);
    }
    * {
      box-sizing: border-box;
    }
    [part='surface'] {
      container-type: inline-size;
      max-inline-size: var(--askwell-max-width, 36rem);
      padding: var(--_space);
      border: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
      color: var(--_text);
      overflow-wrap: anywhere;
    }
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    [part='question'],
    [part='thanks'] {
      margin: 0;
      padding: 0;
      font-size: 1.125em;
      font-weight: 600;
      line-height: 1.35;
      text-wrap: balance;
    }
    [part='scale'] {
      display: grid;
      grid-template-columns: repeat(11, minmax(1.5rem, 1fr));
      gap: var(--_gap);
      margin-block-start: var(--_space);
    }
    [part='option'] {
      position: relative;
      display: grid;
      place-items: center;
      min-block-size: var(--_target);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      font-variant-numeric: tabular-nums;
      cursor: pointer;
    }
    [part='option'] input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: inherit;
    }
    [part='option']:hover {
      background: color-mix(in srgb, var(--_brand) 14%, transparent);
    }
    [part='option']:has(:checked) {
      border: 3px solid var(--_brand);
      background: var(--_brand);
      color: var(--_on-brand);
      font-weight: 700;
      text-decoration: underline;
    }
    [part='anchors'] {
      display: flex;
      justify-content: space-between;
      gap: var(--_space);
      margin-block-start: 0.375rem;
      color: var(--_muted);
      font-size: 0.875em;
    }
    [part='anchor-end'] {
      text-align: end;
    }
    p {
      margin: 0.375rem 0 0;
      font-size: 0.875em;
    }
    p:empty {
      display: none;
    }
    [part='status']:empty {
      display: block;
      margin: 0;
    }
    [part='error'] {
      color: var(--_danger);
      font-weight: 600;
    }
    [part='error']::before {
      content: '⚠ ' / '';
    }
    [part='follow-up'] {
      display: block;
      margin-block: var(--_space) 0.375rem;
      font-weight: 600;
    }
    small {
      color: var(--_muted);
      font-weight: 400;
    }
    textarea {
      display: block;
      inline-size: 100%;
      padding: 0.5rem;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: transparent;
      color: inherit;
      font: inherit;
      resize: vertical;
    }
    [part='actions'] {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0.5rem;
      margin-block-start: var(--_space);
    }
    button {
      min-block-size: var(--_target);
      padding-inline: 1rem;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: transparent;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    [part='submit'] {
      border-color: var(--_brand);
      background: var(--_brand);
      color: var(--_on-brand);
      font-weight: 600;
    }
    [part='change'] {
      margin-block-start: 0.75rem;
    }
    :disabled {
      cursor: not-allowed;
      opacity: 0.6;
    }
    :focus-visible,
    [part='option']:has(:focus-visible) {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    [part='option'] input {
      outline: none;
    }
    @container (width < 25rem) {
      [part='scale'] {
        grid-template-columns: repeat(6, 1fr);
      }
    }
    @media (pointer: coarse) {
      :host {
        --_target: max(var(--askwell-target, 2.75rem), 44px);
      }
    }
    @media (forced-colors: active) {
      [part='option']:has(:checked) {
        border-color: Highlight;
        background: Highlight;
        color: HighlightText;
      }
    }
    @media (prefers-contrast: more) {
      :host {
        --_muted: var(--_text);
        --_border: var(--_text);
      }
    }
  `,
];
