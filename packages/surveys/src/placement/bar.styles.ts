import { css } from 'lit';

const barStyles = css`
  #surface {
    inset-inline: 0;
    inset-block-end: 0;
    margin: 0;
    padding: 0 env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
    inline-size: auto;
    max-inline-size: none;
  }
  #body {
    margin-inline: auto;
    max-inline-size: var(--askwell-max-width, 36rem);
  }
`;

export const sheetStyles = css`
  ${barStyles}
  #surface {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
`;

export const bannerStyles = css`
  ${barStyles}
  #surface {
    border-radius: 0;
  }
  #surface:not([data-at='bottom']) {
    inset-block: 0 auto;
    padding-block: env(safe-area-inset-top) 0;
  }
`;
