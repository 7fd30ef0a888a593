import { css, type CSSResult } from 'lit';

/** The scale without the frame around a survey: the form has its own. The background stays, since the text suits no other. */
export const ratingScaleStyles: CSSResult = css`
  [part='surface'] {
    padding: 0;
    border: 0;
  }
`;
