import { css } from 'lit';

/** The tokens that all elements read, each public name once, with its fallback. */
export const tokens = css`
  :host {
    --_brand: var(--askwell-brand, light-dark(#2b50c8, #a3b8ff));
    --_surface: var(--askwell-surface, light-dark(#fff, #1b1d24));
    --_text: var(--askwell-text, light-dark(#1a1c22, #eceef4));
    --_muted: var(--askwell-muted, light-dark(#555b69, #b3b8c6));
    --_border: var(--askwell-border, light-dark(#7d8494, #8b92a3));
    --_focus: var(--askwell-focus, var(--_text));
    --_danger: var(--askwell-danger, light-dark(#b3141d, #ff9c9c));
    --_radius: var(--askwell-radius, 0.5rem);
    --_space: var(--askwell-space, 1rem);
    color-scheme: light dark;
    display: block;
    color: var(--_text);
    font-family: var(--askwell-font, inherit);
    font-size: var(--askwell-font-size, 1rem);
    line-height: 1.5;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='page']) {
    color-scheme: inherit;
  }
  :host([hidden]) {
    display: none !important;
  }
`;
