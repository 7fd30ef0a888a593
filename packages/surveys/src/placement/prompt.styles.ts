import { css } from 'lit';

/** Close stands beside what scrolls: it neither goes with it nor covers it. */
export const promptStyles = css`
  #surface {
    position: fixed;
    inset: auto;
    inset-block-end: env(safe-area-inset-bottom);
    inset-inline-end: env(safe-area-inset-right);
    flex-direction: row-reverse;
    margin: var(--_space);
    padding: 0;
    inline-size: min(30rem, 100dvw - 2 * var(--_space));
    max-block-size: 80dvh;
    box-shadow: var(--askwell-shadow, 0 0.5rem 2rem #0003);
    transition: opacity var(--askwell-duration, 0.2s);
    &:where([data-at='start']) {
      inset-inline: env(safe-area-inset-left) auto;
    }
    &:popover-open {
      display: flex;
    }
    @starting-style {
      opacity: 0;
    }
    @media (width < 480px) {
      inset-inline: 0;
      margin: 0;
      inline-size: auto;
    }
    @media (prefers-reduced-motion) {
      transition: none;
    }
  }
  #body {
    flex: 1;
    padding: var(--_space);
    padding-inline-end: 0.5rem;
    overflow: auto;
    overscroll-behavior: contain;
  }
  [part='dismiss'] {
    inline-size: 2.25rem;
    padding: 0;
    border: 0;
    font-size: 1.5em;
    /* The edge of the prompt would cut a ring outside. */
    outline-offset: -3px;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
