import { css, type CSSResult } from 'lit';

/** The fields that ask for more than a score: options in words, ticks, and an e-mail address. */
export const fieldStyles: CSSResult = css`
  #contact {
    position: static;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    opacity: 1;
  }
  .words [part='scale'] {
    grid: auto / repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    margin-block-start: 0.375rem;
    overflow-wrap: anywhere;
  }
  .words [part~='option'],
  [part='page'] {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0.25rem 0.5rem;
    cursor: pointer;
  }
  .words input,
  [type='checkbox'] {
    position: static;
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    accent-color: var(--_brand);
    opacity: 1;
  }
  /* The box around it shows the focus. */
  .words input {
    outline: none;
  }
  .words [part~='selected'] {
    background: var(--_tint);
    color: inherit;
  }
`;
