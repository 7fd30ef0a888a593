import { tokens } from '@askwell/base';
import { css, type CSSResultGroup } from 'lit';

export const surveyStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      --_target: var(--askwell-target, 2.75rem);
      --_tint: color-mix(in srgb, var(--_brand) 16%, transparent);
    }
    * {
      box-sizing: border-box;
      margin: 0;
      padding: 0;
      unicode-bidi: plaintext;
    }
    [part='surface'] {
      max-inline-size: var(--askwell-max-width, 36rem);
      padding: var(--_space);
      border: 1px solid var(--_tint);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
      color: var(--_text);
      container-type: inline-size;
      hyphens: auto;
      overflow-wrap: break-word;
    }
    fieldset {
      min-inline-size: 0;
      border: 0;
    }
    legend,
    h2 {
      font-size: 1.125em;
      font-weight: 600;
    }
    [part='option'],
    button,
    textarea {
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
    }
    [part='option'],
    button {
      min-block-size: var(--_target);
      cursor: pointer;
    }
    [part='scale'] {
      display: grid;
      grid-template-columns: repeat(11, minmax(1.5rem, 1fr));
      gap: var(--askwell-scale-gap, 0.25rem);
      margin-block-start: var(--_space);
    }
    [part='option'] {
      position: relative;
      display: grid;
      place-items: center;
    }
    input {
      position: absolute;
      inset: 0;
      opacity: 0;
      cursor: inherit;
    }
    [part='option']:hover {
      background: var(--_tint);
    }
    [part='option']:has(:checked),
    [part='submit'] {
      border-color: var(--_brand);
      background: var(--_brand);
      color: var(--_on-brand);
      font-weight: 600;
    }
    [part='option']:has(:checked) {
      border-width: 3px;
    }
    [part='anchors'],
    [part='actions'] {
      display: flex;
      justify-content: space-between;
      gap: 0.5rem;
      margin-block-start: 0.375rem;
    }
    [part='anchors'] {
      color: var(--_muted);
    }
    [part='anchor-end'] {
      text-align: end;
    }
    [part='anchors'],
    p {
      font-size: 0.875em;
    }
    [part='error'] {
      color: var(--_danger);
      font-weight: 600;
    }
    [part='error']:not(:empty)::before {
      content: '⚠ ' / '';
    }
    [part='follow-up'] {
      display: block;
      margin-block: var(--_space) 0.375rem;
      font-weight: 600;
    }
    textarea {
      display: block;
      inline-size: 100%;
      padding: 0.5rem;
    }
    [part='actions'] {
      flex-wrap: wrap;
      justify-content: end;
      margin-block-start: var(--_space);
    }
    button {
      padding-inline: 1rem;
    }
    [part='change'] {
      margin-block: 0.75rem;
    }
    :disabled {
      opacity: 0.6;
    }
    :focus-visible,
    [part='option']:has(:focus-visible) {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    @container (width < 25rem) {
      [part='scale'] {
        grid-template-columns: repeat(6, 1fr);
      }
    }
    @media (pointer: coarse) {
      [part='option'],
      button {
        min-block-size: max(var(--_target), 44px);
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
