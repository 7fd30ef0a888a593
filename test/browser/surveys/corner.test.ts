import { sendKeys } from '@web/test-runner-commands';
import type { AskwellDismissEvent } from '@askwell/surveys';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { isOpen, opened, settled } from './prompt.js';
import { ask, find, next, radios } from './survey.js';

const status = (): HTMLElement => document.getElementById('askwell-status')!;

describe('<nps-survey placement="corner">', () => {
  it('is a named dialog that is not modal, and opening it moves no focus (16, 18)', async () => {
    const field = await fixture<HTMLInputElement>(html`<input />`);
    const asked = await opened();
    field.focus();
    const surface = find(asked.survey, '[part=surface]');
    expect(surface.getAttribute('role')).to.equal('dialog');
    expect(surface.hasAttribute('aria-modal')).to.equal(false);
    expect(find(asked.survey, `#${surface.getAttribute('aria-labelledby')}`).textContent).to.contain('How likely');
    expect(document.activeElement).to.equal(field);
    expect(isOpen(asked)).to.equal(true);
  });

  it('waits while somebody types, and opens when they have left the field (24)', async () => {
    const field = await fixture<HTMLInputElement>(html`<input />`);
    field.focus();
    const asked = await ask({ placement: 'corner' });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(isOpen(asked)).to.equal(false);
    const opening = next(asked.survey, 'askwell-open');
    field.blur();
    await opening;
    expect(isOpen(asked)).to.equal(true);
  });

  it('waits while somebody types inside a frame, and opens when the focus is back on the page (24)', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="editor" srcdoc="&lt;!doctype html&gt;&lt;div contenteditable&gt;x&lt;/div&gt;"></iframe>`);
    await waitUntil(() => frame.contentDocument?.querySelector('div'), 'the frame is there');
    frame.contentDocument!.querySelector('div')!.focus();
    const asked = await ask({ placement: 'corner' });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(isOpen(asked)).to.equal(false);
    const opening = next(asked.survey, 'askwell-open');
    (await fixture<HTMLButtonElement>(html`<button>out</button>`)).focus();
    await opening;
  });

  it('waits while the modal of the page is open (26)', async () => {
    const modal = await fixture<HTMLDialogElement>(html`<dialog><button>OK</button></dialog>`);
    modal.showModal();
    const asked = await ask({ placement: 'corner' });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(isOpen(asked)).to.equal(false);
    const opening = next(asked.survey, 'askwell-open');
    modal.close();
    await opening;
  });

  it('is announced once, politely and in its language, through a region that was there before (19, 20)', async () => {
    const asked = await ask({ placement: 'corner', lang: 'de' });
    await waitUntil(() => status() !== null);
    const said: string[] = [];
    const observer = new MutationObserver(() => status().textContent && said.push(status().textContent));
    observer.observe(status(), { childList: true });
    await next(asked.survey, 'askwell-open');
    await waitUntil(() => said.length > 0);
    radios(asked.survey)[3]!.click();
    await asked.survey.updateComplete;
    expect(said).to.have.length(1);
    expect(said[0]).to.equal('Am Ende der Seite steht eine Frage.');
    expect(status().lang).to.equal('de');
    expect(status().getAttribute('role')).to.equal('status');
  });

  it('is put away by Escape from inside only, and gives the focus back (22)', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const asked = await opened();
    button.focus();
    await sendKeys({ press: 'Escape' });
    expect(isOpen(asked)).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(asked.survey.shadowRoot!.activeElement).to.equal(find(asked.survey, '[part=dismiss]'));
    const dismissed = next<AskwellDismissEvent>(asked.survey, 'askwell-dismiss');
    await sendKeys({ press: 'Escape' });
    expect((await dismissed).reason).to.equal('dismissed');
    expect(isOpen(asked)).to.equal(false);
    expect(document.activeElement).to.equal(button);
  });

  it('gives the focus back after the thanks too (22)', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const asked = await opened();
    button.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: '9' });
    await asked.survey.submit();
    expect(asked.survey.shadowRoot!.activeElement).to.equal(find(asked.survey, '#title'));
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement).to.equal(button);
  });

  it('waits while a dialog of the page that calls itself modal is shown (26)', async () => {
    const modal = await fixture<HTMLElement>(html`<div role="dialog" aria-modal="true" aria-label="Page"><button>OK</button></div>`);
    const button = modal.querySelector('button')!;
    button.focus();
    button.addEventListener('click', () => modal.remove());
    const asked = await ask({ placement: 'corner' });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(isOpen(asked)).to.equal(false);
    const opening = next(asked.survey, 'askwell-open');
    button.click();
    await opening;
  });

  it('opens when such a dialog was hidden with the focus elsewhere, once somebody goes on (26)', async () => {
    const page = await fixture<HTMLElement>(html`<div><div role="dialog" aria-modal="true" aria-label="Page"></div><button>Page</button></div>`);
    const asked = await ask({ placement: 'corner' });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(isOpen(asked)).to.equal(false);
    page.querySelector<HTMLElement>('[role=dialog]')!.hidden = true;
    const opening = next(asked.survey, 'askwell-open');
    page.querySelector('button')!.focus();
    await opening;
  });

  for (const [where, contents] of [
    ['in a shadow root', '<dialog><button>OK</button></dialog>'],
    ['that the page fills through a slot', '<dialog><slot></slot></dialog>'],
    ['in a shadow root, that calls itself modal', '<div role="dialog" aria-modal="true" aria-label="Page"><button>OK</button></div>'],
  ] as const) {
    it(`waits while a modal ${where} is open, by itself and when it is asked for (26)`, async () => {
      const host = await fixture<HTMLElement>(html`<div><button>OK</button></div>`);
      host.attachShadow({ mode: 'open' }).innerHTML = contents;
      const modal = host.shadowRoot!.firstElementChild as HTMLDialogElement;
      if (modal.localName === 'dialog') modal.showModal();
      (modal.querySelector('button') ?? host.querySelector('button'))!.focus();
      const asked = await ask({ placement: 'corner' });
      await new Promise((resolve) => setTimeout(resolve, 3200));
      expect(isOpen(asked)).to.equal(false);
      await asked.survey.open();
      await settled();
      expect(isOpen(asked)).to.equal(false);
      const opening = next(asked.survey, 'askwell-open');
      modal.remove();
      document.body.click();
      await opening;
    });
  }

  it('does not pop up to thank somebody who turns out to have answered', async () => {
    const asked = await ask({ placement: 'corner' });
    await waitUntil(() => asked.survey.shadowRoot!.querySelector('[popover]') !== null);
    const holder = asked.survey.parentElement!;
    holder.addEventListener('askwell-draft', (event) => {
      event.restored = { id: '0192a7d0-0000-7000-8000-000000000000', revision: 1, status: 'complete', answers: {}, shownAt: '', at: Date.now() };
    });
    asked.survey.respondentId = 'ada';
    await new Promise((resolve) => setTimeout(resolve, 3300));
    expect(isOpen(asked)).to.equal(false);
  });

  it('has a Close button of at least 24 by 24 pixels with a name, and says that it was dismissed (23)', async () => {
    const { survey, records } = await opened({ impressions: 'off' });
    const close = find(survey, '[part=dismiss]');
    expect(close.getAttribute('aria-label')).to.equal('Close');
    expect(Math.min(close.offsetWidth, close.offsetHeight)).to.be.at.least(24);
    close.click();
    expect(records.map(({ status: state, answers }) => [state, answers])).to.deep.equal([['dismissed', {}]]);
  });

  it('can be asked to come later without any gesture, and takes a chosen score with it (28)', async () => {
    const { survey, records } = await opened({ impressions: 'off' });
    radios(survey)[6]!.click();
    find(survey, '[part=later]').click();
    expect(records.map(({ status: state, answers }) => [state, answers])).to.deep.equal([['later', { score: 6 }]]);
  });

  for (const [state, days, opens] of [
    ['complete', 89, false],
    ['dismissed', 89, false],
    ['dismissed', 91, true],
    ['later', 6, false],
    ['later', 8, true],
  ] as const) {
    it(`${opens ? 'opens' : 'stays away'} ${days} days after its visitor ${state === 'later' ? 'said later' : `ended it: ${state}`}`, async () => {
      const remembered = { status: state, at: Date.now() - days * 86_400_000 };
      const asked = await ask({ placement: 'corner' }, remembered);
      if (opens) await next(asked.survey, 'askwell-open');
      else await new Promise((resolve) => setTimeout(resolve, 3200));
      expect(isOpen(asked)).to.equal(opens);
    });
  }

  it('stays away from a page that switches prompts off', async () => {
    document.documentElement.dataset.askwell = 'off';
    const asked = await ask({ placement: 'corner' });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect(isOpen(asked)).to.equal(false);
    delete document.documentElement.dataset.askwell;
  });

  it('stays away from such a page when it is asked for, and opens once prompts are switched on', async () => {
    document.documentElement.dataset.askwell = 'off';
    const asked = await ask({ placement: 'corner' });
    await waitUntil(() => asked.survey.placed);
    await asked.survey.open();
    await settled();
    expect(isOpen(asked)).to.equal(false);
    const opening = next(asked.survey, 'askwell-open');
    delete document.documentElement.dataset.askwell;
    await opening;
  });

  it('stands in the corner where lines end, in either direction (50)', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const { survey } = await opened({ dir });
      const { left, right, bottom } = find(survey, '[part=surface]').getBoundingClientRect();
      expect(bottom).to.be.within(innerHeight - 40, innerHeight);
      const gap = dir === 'ltr' ? innerWidth - right : left;
      expect(gap, dir).to.be.within(8, 40);
      survey.remove();
    }
  });

  it('leaves nothing of itself behind when it is removed, and opens again when it is put back', async () => {
    const asked = await opened();
    const { parentElement } = asked.survey;
    asked.survey.remove();
    expect(isOpen(asked)).to.equal(false);
    parentElement!.append(asked.survey);
    await next(asked.survey, 'askwell-open');
    expect(isOpen(asked)).to.equal(true);
    let dismissals = 0;
    asked.survey.addEventListener('askwell-dismiss', () => dismissals++);
    radios(asked.survey)[0]!.focus();
    await sendKeys({ press: 'Escape' });
    expect(dismissals).to.equal(1);
  });

  it('passes axe while open (54)', async () => {
    const { survey } = await opened();
    await expect(survey).to.be.accessible();
  });
});

describe('<nps-survey> with a placement that nobody knows', () => {
  it('stands inline', async () => {
    const { survey } = await ask({ placement: 'ceiling' });
    expect(radios(survey)).to.have.length(11);
    expect(find(survey, '[part=surface]').hasAttribute('popover')).to.equal(false);
  });
});
