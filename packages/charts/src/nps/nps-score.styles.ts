import { css } from 'lit';

export const npsScoreStyles = css`
  .gauge {
    display: block;
    max-inline-size: 24rem;
    margin: auto;
    font-size: 17px;
  }
  .value {
    font-size: 52px;
    font-weight: 600;
    fill: var(--_text);
  }
  .needle {
    stroke: var(--_text);
    stroke-width: 4px;
    stroke-linecap: round;
  }
  [part='change'] {
    margin-block: 0.75em;
    text-align: center;
    text-wrap: balance;
  }
`;
