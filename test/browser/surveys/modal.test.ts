import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { AskwellDismissEvent } from '@askwell/surveys';
import { expect, fixture, html } from '@open-wc/testing';

import { isOpen, opened, settled, surfaceOf } from './prompt.js';
import { find, next, radios } from './survey.js';

describe('<nps-survey placement="modal">', () => {
  it('is a native modal dialog with a name and no second aria-modal; the page below is inert (29)', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const asked = await opened({ placement: 'modal' });
    const surface = surfaceOf(asked);
    expect(surface.localName).to.equal('dialog');
    expect(surface.matches(':modal')).to.equal(true);
    expect(surface.hasAttribute('aria-modal')).to.equal(false);
    expect(find(asked.survey, `#${surface.getAttribute('aria-labelledby')}`).textContent).to.contain('How likely');
    button.focus();
    expect(document.activeElement === button).to.equal(false);
    await expect(asked.survey).to.be.accessible();
  });

  it('says where it stands when it is told to stand where no modal can', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => void warnings.push(message);
    await opened({ placement: 'modal', at: 'start' });
    console.warn = warn;
    expect(warnings.filter((message) => message.includes('at="start"')).join()).to.contain('"center" is used instead');
  });

  it('begins at the question, keeps Tab inside, and Escape gives focus and scroll back (30, 31)', async () => {
    const page = await fixture<HTMLElement>(html`<div style="height: 5000px; padding-block-start: 2000px"><button>Page</button></div>`);
    const button = page.querySelector('button')!;
    button.focus();
    const asked = await opened({ placement: 'modal' });
    const { survey } = asked;
    const scroll = scrollY;
    expect(scroll).to.be.above(0);
    expect(survey.shadowRoot!.activeElement?.id).to.equal('title');
    for (let index = 0; index < 4; index++) {
      await sendKeys({ press: 'Tab' });
      expect(button === document.activeElement, `after ${index + 1} Tabs`).to.equal(false);
    }
    scrollTo(0, scroll + 300);
    radios(survey)[0]!.focus();
    const dismissed = next<AskwellDismissEvent>(survey, 'askwell-dismiss');
    await sendKeys({ press: 'Escape' });
    expect((await dismissed).reason).to.equal('dismissed');
    expect(isOpen(asked)).to.equal(false);
    expect(document.activeElement === button).to.equal(true);
    expect(scrollY).to.equal(scroll);
    scrollTo(0, 0);
  });

  it('is closed by Close, and by a click beside it only while nothing is entered (31, 32)', async () => {
    const asked = await opened({ placement: 'modal' });
    let dismissals = 0;
    asked.survey.addEventListener('askwell-dismiss', () => dismissals++);
    radios(asked.survey)[5]!.click();
    await sendMouse({ type: 'click', position: [5, 5] });
    await settled();
    expect([isOpen(asked), dismissals]).to.deep.equal([true, 0]);
    find(asked.survey, '[part=dismiss]').click();
    await settled();
    expect([isOpen(asked), dismissals]).to.deep.equal([false, 1]);
  });

  it('goes by a click beside it that starts there, not by one that starts inside (32)', async () => {
    const asked = await opened({ placement: 'modal' });
    const { left, top } = surfaceOf(asked).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left) + 8, Math.round(top) + 8] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [5, 5] });
    await sendMouse({ type: 'up' });
    await settled();
    expect(isOpen(asked)).to.equal(true);
    await sendMouse({ type: 'click', position: [5, 5] });
    await settled();
    expect(isOpen(asked)).to.equal(false);
  });

  it('goes and comes back with the switch of the page, and nothing of the page stays inert', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const asked = await opened({ placement: 'modal' });
    document.documentElement.dataset.askwell = 'off';
    await settled();
    expect(isOpen(asked)).to.equal(false);
    button.focus();
    expect(document.activeElement === button).to.equal(true);
    delete document.documentElement.dataset.askwell;
    await settled();
    expect(surfaceOf(asked).matches(':modal')).to.equal(true);
    asked.survey.remove();
    button.focus();
    expect(document.activeElement === button).to.equal(true);
  });
});
