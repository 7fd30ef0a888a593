import { css, type CSSResult } from 'lit';

/**
 * Pictures are lines in the colour of the text. Stars are filled up to the chosen one, and tinted up to the pointer:
 * all of them, but for those that follow. WebKit does not notice when `:has(~ …)` begins to hold.
 */
export const pictureStyles: CSSResult = css`
  :host {
    --_star: var(--_brand);
  }
  svg {
    display: block;
    inline-size: 1.75em;
    block-size: 1.75em;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }
  [part~='option']:first-child .thumb {
    scale: 1 -1;
  }
  [part~='option']:has(.star) {
    border-color: transparent;
    background: none;
    color: inherit;
  }
  [part~='selected']:has(.star) {
    border-block-end-color: var(--_text);
  }
  .star {
    fill: var(--_filled, var(--_tinted, none));
  }
  [part='scale']:has([part~='selected']) {
    --_filled: var(--_star);
  }
  [part='scale']:has(:hover) {
    --_tinted: var(--_tint);
  }
  [part~='selected'] ~ [part~='option'] {
    --_filled: initial;
  }
  [part~='option']:hover ~ [part~='option'] {
    --_tinted: initial;
  }
  [part='selected-label'] {
    margin-block-start: 0.375rem;
    color: inherit;
    font-size: 1em;
    font-weight: 600;
    text-align: center;
  }
  @media (forced-colors: active) {
    :host {
      --_star: currentColor;
    }
  }
`;
