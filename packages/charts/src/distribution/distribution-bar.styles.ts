import { css } from 'lit';

export const distributionBarStyles = css`
  [part='row'] + [part='row'] {
    margin-block-start: var(--_space);
  }
`;
