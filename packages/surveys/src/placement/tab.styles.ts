import { css } from 'lit';

export const tabStyles = css`
  #edge {
    position: fixed;
    inset-block-start: 50%;
    inset-inline-end: env(safe-area-inset-right);
    z-index: var(--askwell-z, 1000);
    translate: 0 -50%;
  }
  #edge[data-at='start'] {
    inset-inline: env(safe-area-inset-left) auto;
  }
  /* What was opened covers none of the button that closes it. */
  @media (width >= 40rem) {
    #surface {
      margin-inline: calc(var(--_target) + var(--_space));
    }
  }
  [part='launcher'] {
    display: block;
    padding: 1rem 0.5rem;
    min-inline-size: var(--_target);
    border-color: var(--_brand);
    background: var(--_brand);
    color: var(--_on-brand);
  }
  /* Not every engine writes a button upright. */
  [part='launcher'] span {
    display: block;
    max-inline-size: 70dvh;
    writing-mode: vertical-rl;
  }
  [part='launcher']:focus-visible {
    outline-color: var(--_on-brand);
    outline-offset: -5px;
  }
`;
