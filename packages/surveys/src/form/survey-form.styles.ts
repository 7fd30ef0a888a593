import { css, type CSSResult } from 'lit';

export const formStyles: CSSResult = css`
  [part='title'] {
    color: inherit;
    font-size: 1em;
    font-weight: 600;
  }
  [part='comment'],
  #contact {
    margin-block-start: var(--_space);
  }
  [part='next'] {
    background: var(--_brand);
    color: var(--_on-brand);
    font-weight: 600;
  }
`;
