import { css } from 'lit';

export const npsScoreStyles = css`
  .gauge {
    display: block;
    max-inline-size: 24rem;
    margin: 0 auto var(--_space);
    font-size: 17px;
  }
  .value {
    font-size: 44px;
    font-weight: 600;
    fill: var(--_text);
  }
  .needle {
    stroke: var(--_text);
    stroke-width: 4px;
    stroke-linecap: round;
  }
  [part='change'] {
    margin-block-end: var(--_space);
    text-align: center;
    text-wrap: balance;
  }
`;
