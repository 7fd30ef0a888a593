import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { hitAt, opened, surfaceOf } from './prompt.js';
import { find, radios } from './survey.js';

describe('the page behind an open prompt', () => {
  it('can be clicked, selected by dragging, scrolled and typed into, and its shortcuts and Escape are its own (16, 17)', async () => {
    const page = await fixture<HTMLElement>(html`<div style="block-size: 5000px; inline-size: 300px">
      <p style="font: 20px monospace; margin: 0">Words to select</p>
      <input aria-label="Name" /> <button>Page</button>
    </div>`);
    const [words, field, button] = ['p', 'input', 'button'].map((each) => page.querySelector<HTMLElement>(each)!) as [HTMLElement, HTMLInputElement, HTMLElement];
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    const asked = await opened();

    expect(hitAt(button) === button).to.equal(true);
    let clicks = 0;
    button.addEventListener('click', () => clicks++);
    const centre = (element: Element): [number, number] => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    await sendMouse({ type: 'click', position: centre(button) });
    expect(clicks).to.equal(1);

    const { left, top } = words.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left) + 1, Math.round(top) + 10] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(left) + 100, Math.round(top) + 10] });
    await sendMouse({ type: 'up' });
    expect(getSelection()!.toString()).to.match(/^Words to/);

    await sendMouse({ type: 'click', position: centre(field) });
    await sendKeys({ type: 'ab' });
    expect(field.value).to.equal('ab');
    await sendKeys({ press: 'Escape' });
    expect(heard).to.deep.equal(['a', 'b', 'Escape']);

    button.focus();
    await sendKeys({ press: 'PageDown' });
    await waitUntil(() => scrollY > 0);
    expect(surfaceOf(asked).matches(':popover-open')).to.equal(true);
    document.removeEventListener('keydown', hear);
    scrollTo(0, 0);
  });

  it('leads on into the prompt by Tab where it stands in the page, and by focus() from anywhere (21)', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const { survey } = await opened();
    button.focus();
    await sendKeys({ press: 'Tab' });
    expect(survey.shadowRoot!.activeElement === find(survey, '[part=dismiss]')).to.equal(true);
    button.focus();
    survey.focus();
    expect(survey.shadowRoot!.activeElement === radios(survey)[0]).to.equal(true);
  });
});
