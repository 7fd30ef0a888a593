import { tokens } from '@askwell/base';
import { css, type CSSResultGroup } from 'lit';

export const surveyStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      --_ink: var(--_surface);
      --_on-brand: var(--askwell-on-brand, var(--_ink));
      --_density: 1;
      --_space: calc(var(--askwell-space, 1rem) * var(--_density));
      --_target: max(var(--_least, 0px), var(--askwell-target, 2.25rem) * var(--_density));
      --_tint: color-mix(in srgb, var(--_brand) 16%, transparent);
    }
    :host([density='compact']) {
      --_density: 7 / 9;
    }
    :host([density='roomy']) {
      --_density: 11 / 9;
    }
    /* Black or white, whichever stands out more from the brand colour; both do alike at the luminance of 0.179. */
    @supports (color: color(from red xyz x y z)) {
      :host {
        --_white: clamp(0, (0.179 - y) * 1e9, 1);
        --_ink: color(from var(--_brand) xyz calc(0.95 * var(--_white)) var(--_white) calc(1.09 * var(--_white)));
      }
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
      overflow-wrap: anywhere;
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
    [part~='option'],
    button,
    textarea {
      min-block-size: var(--_target);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
    }
    button,
    textarea {
      display: block;
      padding: 0.375rem 0.75rem;
    }
    textarea {
      inline-size: 100%;
    }
    [part='scale'] {
      display: grid;
      grid-auto-columns: minmax(1.5rem, 1fr);
      grid-auto-flow: column;
      gap: var(--askwell-scale-gap, 0.25rem);
      margin-block-start: var(--_space);
      /* Numbers need no look for the places where they could break. */
      overflow-wrap: normal;
    }
    [part~='option'] {
      position: relative;
      display: grid;
      place-items: center;
    }
    input {
      position: absolute;
      inset: 0;
      opacity: 0;
    }
    /* No more specific than what follows: a chosen score under the pointer stays one. */
    [part~='option']:where(:hover) {
      background: var(--_tint);
    }
    [part~='selected'],
    [part='submit'] {
      background: var(--_brand);
      color: var(--_on-brand);
      font-weight: 600;
    }
    [part~='selected'] {
      border: 3px solid var(--_text);
    }
    [part='anchors'],
    [part='actions'] {
      display: flex;
      justify-content: space-between;
      gap: 0.5rem;
      margin-block-start: 0.375rem;
    }
    [part='anchor-end'] {
      text-align: end;
    }
    [part='anchors'],
    p {
      color: var(--_muted);
      font-size: 0.875em;
    }
    [part='error']:not(:empty) {
      color: var(--_danger);
      font-weight: 600;
    }
    [part='error']:not(:empty)::before {
      content: '⚠ ' / '';
    }
    [part='follow-up'],
    [part='change'] {
      display: block;
      margin-block: var(--_space) 0.375rem;
    }
    [part='actions'] {
      flex-wrap: wrap;
      justify-content: end;
      margin-block-start: var(--_space);
    }
    :disabled {
      opacity: 0.6;
    }
    :focus-visible,
    [part~='option']:has(:focus-visible) {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    @container (width < 25rem) {
      [part='scale']:has(:nth-child(8)) {
        grid: auto / repeat(6, 1fr);
      }
    }
    @media (pointer: coarse) {
      :host {
        --_least: 44px;
      }
    }
    @media (forced-colors: active) {
      [part~='selected'] {
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
