import { css } from 'lit';

export const cornerStyles = css`
  [part='surface'] {
    position: fixed;
    inset: auto;
    inset-block-end: max(var(--_space), env(safe-area-inset-bottom));
    inset-inline-end: max(var(--_space), env(safe-area-inset-right));
    z-index: var(--askwell-z, 2147483000);
    inline-size: min(var(--askwell-max-width, 30rem), 100dvw - 2 * var(--_space));
    max-block-size: min(80dvh, 100dvh - 2 * var(--_space));
    margin: 0;
    overflow: auto;
    box-shadow: var(--askwell-shadow, 0 0.5rem 2rem #0003);
    transition: opacity var(--askwell-duration, 160ms);
  }
  [part='header'] {
    float: inline-end;
  }
  [part='dismiss'] {
    display: grid;
    place-items: center;
    min-block-size: 2rem;
    inline-size: 2rem;
    margin: -0.375rem;
    margin-inline-start: 0.5rem;
    padding: 0;
    border-color: transparent;
  }
  @starting-style {
    [part='surface']:popover-open {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='surface'] {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    [part='dismiss'] {
      border-color: ButtonText;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
