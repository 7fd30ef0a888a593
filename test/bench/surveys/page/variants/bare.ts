import { html, LitElement } from 'lit';

import type { Variant } from './variant.js';

/** The least that could ask the same: a Lit element with a fieldset and eleven radios. */
class BareScale extends LitElement {
  protected override render(): unknown {
    return html`<fieldset>
      <legend>How likely is it that you would recommend us to a friend or colleague?</legend>
      ${Array.from({ length: 11 }, (_, score) => html`<label><input type="radio" name="score" .value=${`${score}`} />${score}</label>`)}
    </fieldset>`;
  }
}
customElements.define('bare-scale', BareScale);

export const variant: Variant = {
  show: () => document.body.append(document.createElement('bare-scale')),
  scores: () => [...(document.querySelector('bare-scale')?.shadowRoot?.querySelectorAll('input') ?? [])],
};
