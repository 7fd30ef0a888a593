import { css, type CSSResult } from 'lit';

export const feedbackStyles: CSSResult = css`
  fieldset,
  [part~='label'] {
    margin-block: var(--_space) 0.375rem;
  }
  [part~='label'] {
    display: block;
    font-size: 1em;
    font-weight: 600;
  }
  fieldset [part~='label'] {
    margin: 0;
  }
  [part='page'] {
    margin-block-start: var(--_space);
    padding-inline: 0;
  }
  [part='address'] {
    color: var(--_muted);
  }
`;
