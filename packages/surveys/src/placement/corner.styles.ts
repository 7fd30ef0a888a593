import { css } from 'lit';

export const cornerStyles = css`
  [part='surface'] {
    position: fixed;
    inset: auto;
    inset-block-end: env(safe-area-inset-bottom);
    inset-inline-end: env(safe-area-inset-right);
    margin: var(--_space);
    inline-size: min(30rem, 100dvw - 2 * var(--_space));
    max-block-size: 80dvh;
    overflow: auto;
    box-shadow: 0 0.5rem 2rem #0003;
  }
  [part='dismiss'] {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    inline-size: var(--_target);
    padding: 0;
    border: 0;
    font-size: 1.5em;
  }
  #title {
    padding-inline-end: 1.5rem;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
