import { css } from 'lit';

export const anchorStyles = css`
  #surface[data-anchored] {
    --_room: 80dvh;
    inset: 0 auto auto 0;
    margin: 0;
    inline-size: min(30rem, 100dvw - 1rem);
    max-block-size: min(80dvh, var(--_room));
  }
`;
