import '@askwell/surveys/define/nps-survey.js';
import { html, LitElement } from 'lit';

import { compare } from './compare.js';

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

/** Milliseconds from the call, at the start of a frame, to the end of that frame, which shows the element. */
async function paint(tag: string): Promise<number> {
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  const element = document.createElement(tag);
  element.setAttribute('preview', '');
  document.body.append(element);
  // The first task after the frame.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  const time = performance.now() - start;
  element.remove();
  return time;
}

await compare(['<nps-survey> until painted', () => paint('nps-survey')], ['a bare Lit scale', () => paint('bare-scale')], 100);
