import { css } from 'lit';

export const modalStyles = css`
  #surface {
    inset: 0;
    margin: auto;
    inline-size: min(36rem, 100dvw - 2 * var(--_space));
    block-size: fit-content;
    max-block-size: calc(100dvh - 2 * var(--_space));
  }
  #surface[open] {
    display: flex;
  }
  ::backdrop {
    background: #0008;
  }
`;
