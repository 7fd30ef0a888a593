import { recordFault } from '@askwell/core';
import type { FeedbackPrompt } from '@askwell/surveys';
import '@askwell/surveys/define/feedback-prompt.js';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';

import { askBy, find, next, radios, type Asked } from './survey.js';

const inChromium = 'userAgentData' in navigator;
const HERE = location.origin + location.pathname;

const ask = (attributes: Record<string, string> = {}): Promise<Asked<FeedbackPrompt>> => askBy('feedback-prompt', { attributes });

async function write(survey: FeedbackPrompt, selector: string, text: string): Promise<void> {
  const field = find<HTMLInputElement>(survey, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await survey.updateComplete;
}

/** Puts the focus before the survey and goes on by Tab, as a person without a pointer does. */
async function tabIn(survey: HTMLElement): Promise<void> {
  const before = document.createElement('button');
  survey.before(before);
  before.focus();
  await sendKeys({ press: 'Tab' });
}

const focused = (survey: HTMLElement): Element | null => survey.shadowRoot!.activeElement;

declare const axe: { run(root: Element): Promise<{ incomplete: { id: string }[] }> };

/** Neither a violation nor anything that the tool could not decide. */
async function passesAxe(survey: Element): Promise<void> {
  await expect(survey).to.be.accessible();
  expect((await axe.run(survey)).incomplete.map(({ id }) => id)).to.deep.equal([]);
}

describe('<feedback-prompt>', () => {
  it('hands over what it is about and what was written, in a record of the kind feedback', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[1]!.click();
    await write(survey, 'textarea', 'A dark theme, please.');
    expect(records).to.deep.equal([]);
    await survey.submit();
    const [record] = records;
    expect(records.length).to.equal(1);
    expect(recordFault(record)).to.equal(undefined);
    expect([record!.kind, record!.survey, record!.wording, record!.status]).to.deep.equal([
      'feedback',
      'feedback',
      'feedback@1',
      'complete',
    ]);
    expect(record!.answers).to.deep.equal({ reason: 'idea', comment: 'A dark theme, please.' });
    expect(find(survey, '#title').textContent).to.equal('Thank you for your answer.');
  });

  it('is completed by keyboard alone (4, 5, 56)', async () => {
    const { survey, records } = await ask({ contact: '', page: '', impressions: 'off' });
    await tabIn(survey);
    expect(focused(survey)).to.equal(radios(survey)[0]);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(find(survey, 'textarea'));
    await sendKeys({ type: 'Nice' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'a@b.example' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(find(survey, '[part=submit]'));
    const answered = next(survey, 'askwell-response');
    await sendKeys({ press: 'Enter' });
    await answered;
    await survey.updateComplete;
    expect(records[0]!.answers).to.deep.equal({ reason: 'idea', comment: 'Nice', contact: 'a@b.example', page: true });
    expect(focused(survey)).to.equal(find(survey, '[part=thanks]'));
  });

  it('tells the address of the page only where it is shown and ticked, and only with what is submitted', async () => {
    const { survey, records } = await ask({ page: '' });
    await next(survey, 'askwell-response');
    expect(records[0]!.revision).to.equal(0);
    expect(find(survey, '[part=address]').textContent).to.equal(HERE);
    await write(survey, 'textarea', 'One');
    await survey.submit();
    find(survey, '[part=change]').click();
    await survey.updateComplete;
    const tick = find<HTMLInputElement>(survey, '[type=checkbox]');
    expect(tick.checked).to.equal(false);
    tick.click();
    await survey.submit();
    expect(records.map(({ page }) => page)).to.deep.equal([undefined, undefined, HERE]);
    expect(records.map(recordFault)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('tells no address when it is put away after the tick, nor what was written', async () => {
    const { survey, records } = await ask({ page: '', impressions: 'off' });
    find(survey, '[type=checkbox]').click();
    await write(survey, 'textarea', 'On second thoughts');
    survey.dismiss();
    expect(records.map(({ status, page, answers }) => ({ status, page, answers }))).to.deep.equal([
      { status: 'dismissed', page: undefined, answers: {} },
    ]);
  });

  it('says in text that an e-mail address is not complete, leads there, and keeps it (34, 35)', async () => {
    const { survey, records } = await ask({ contact: '', impressions: 'off' });
    await write(survey, 'textarea', 'Call me');
    await write(survey, '#contact', 'jo');
    await survey.submit();
    const field = find<HTMLInputElement>(survey, '#contact');
    expect(records).to.deep.equal([]);
    expect(find(survey, `#${field.getAttribute('aria-describedby')}`).textContent).to.equal('This is not a complete e-mail address.');
    expect([field.getAttribute('aria-invalid'), field.value, focused(survey)]).to.deep.equal(['true', 'jo', field]);
    expect([field.type, field.autocomplete]).to.deep.equal(['email', 'email']);
    await write(survey, '#contact', 'jo@example.org');
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
    await survey.submit();
    expect(records[0]!.answers.contact).to.equal('jo@example.org');
  });

  it('says beside the text that it is missing, and takes that back once something is written (34, 35)', async () => {
    const { survey } = await ask({ preview: '' });
    await tabIn(survey);
    find(survey, '[part=submit]').click();
    await survey.updateComplete;
    await survey.updateComplete;
    const text = find(survey, 'textarea');
    const error = find(survey, `#${text.getAttribute('aria-describedby')}`);
    expect(error.textContent).to.equal('Please write something.');
    expect([text.getAttribute('aria-invalid'), focused(survey)]).to.deep.equal(['true', text]);
    await write(survey, 'textarea', '   ');
    expect(text.getAttribute('aria-invalid')).to.equal('true');
    await write(survey, 'textarea', 'It is slow.');
    expect([text.hasAttribute('aria-invalid'), error.textContent]).to.deep.equal([false, '']);
  });

  it('labels its text visibly, takes 10,000 characters and says so near the end (36)', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    const text = find<HTMLTextAreaElement>(survey, 'textarea');
    expect(text.labels[0]!.textContent).to.equal('Your message');
    await write(survey, 'textarea', 'x'.repeat(9_000));
    expect(find(survey, '[part=limit]').textContent).to.equal('Up to 1000 characters left');
    await write(survey, 'textarea', 'x'.repeat(1_000_000));
    expect(find(survey, '[part=limit]').textContent).to.equal('Up to 0 characters left');
    await survey.submit();
    expect(`${records[0]!.answers.comment}`.length).to.equal(10_000);
  });

  it('offers the reasons that the page lists', async () => {
    const { survey } = await ask({ reasons: 'praise problem' });
    expect(radios(survey).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal(['Praise', 'A problem']);
    survey.reasons = [];
    await survey.updateComplete;
    expect(radios(survey)).to.deep.equal([]);
  });

  it('keeps all reasons, with one warning, where the page lists none that there are', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (line: unknown) => warnings.push(line);
    const { survey } = await ask({ reasons: 'bug' });
    survey.requestUpdate();
    await survey.updateComplete;
    console.warn = warn;
    expect(radios(survey).length).to.equal(4);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/\(reasons\)$/);
  });

  it('goes on with what was written before a crash, the tick included', async () => {
    const { survey, records } = await askBy('feedback-prompt', {
      attributes: { contact: '', page: '', impressions: 'off' },
      remembered: { revision: 0, status: 'shown', answers: { reason: 'problem', comment: 'It broke', contact: 'a@b', page: true } },
    });
    expect(radios(survey)[0]!.checked).to.equal(true);
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('It broke');
    expect(find<HTMLInputElement>(survey, '#contact').value).to.equal('a@b');
    expect(find<HTMLInputElement>(survey, '[type=checkbox]').checked).to.equal(true);
    await survey.submit();
    expect(records[0]!.page).to.equal(HERE);
  });

  it('takes hostile texts as text', async () => {
    for (const text of ['<img src=x onerror=alert(1)>', '\u202Eevil', '\uD800', 'a\u0000b', '$1 $&', '__proto__']) {
      const { survey, records } = await ask({ question: text, impressions: 'off', contact: '', again: 'always' });
      expect(find(survey, '[part=question]').textContent.trim()).to.equal(text);
      expect(survey.shadowRoot!.querySelector('img')).to.equal(null);
      await write(survey, 'textarea', text);
      await survey.submit();
      expect(records[0]!.answers.comment).to.equal(text);
      expect(recordFault(records[0])).to.equal(undefined);
    }
  });

  it('hands its text to a form around it, and is taken back by a reset (33)', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><fieldset><feedback-prompt name="message" required preview></feedback-prompt></fieldset></form>`,
    );
    const survey = form.querySelector('feedback-prompt')!;
    await survey.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(form.reportValidity()).to.equal(false);
    await write(survey, 'textarea', 'Hello');
    expect([...new FormData(form)]).to.deep.equal([['message', 'Hello']]);
    expect(form.reportValidity()).to.equal(true);
    form.reset();
    await survey.updateComplete;
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('');
    expect([...new FormData(form)]).to.deep.equal([]);
    form.querySelector('fieldset')!.disabled = true;
    await survey.updateComplete;
    expect([radios(survey)[0]!, find(survey, 'textarea')].every((field) => field.matches(':disabled'))).to.equal(true);
  });

  it('can be read and not changed (15)', async () => {
    const { survey } = await ask({ readonly: '', contact: '', page: '' });
    radios(survey)[0]!.click();
    find(survey, '[type=checkbox]').click();
    await survey.updateComplete;
    expect(survey.response.answers).to.deep.equal({});
    expect(find(survey, 'fieldset').getAttribute('aria-readonly')).to.equal('true');
    expect([find<HTMLTextAreaElement>(survey, 'textarea').readOnly, find<HTMLInputElement>(survey, '#contact').readOnly]).to.deep.equal([
      true,
      true,
    ]);
  });

  it('opens from a tab at the edge, with the focus at its heading (22, 56)', async () => {
    const { survey } = await ask({ placement: 'tab', preview: '' });
    const launcher = await rendered(survey, '[part=launcher]');
    const opened = next(survey, 'askwell-open');
    launcher.focus();
    await sendKeys({ press: 'Enter' });
    await opened;
    expect(focused(survey)).to.equal(find(survey, '#title'));
    expect(find(survey, '[role=dialog]').getAttribute('aria-labelledby')).to.equal('title');
  });
});

describe('<feedback-prompt> for assistive technology', () => {
  it('is a named group of reasons, a named text, and an address beside its box (1, 14, 36)', async () => {
    const { survey } = await ask({ contact: '', page: '' });
    expect(find(survey, 'fieldset').getAttribute('role')).to.equal('radiogroup');
    const nodes = await executeServerCommand<{ role: string; name: string; required?: boolean }[] | false, undefined>('accessibility-tree');
    expect(nodes !== false).to.equal(inChromium);
    if (!nodes) return;
    const named = (role: string): string[] => nodes.filter((node) => node.role === role).map(({ name }) => name);
    expect(named('form')).to.deep.equal(['What would you like to tell us?']);
    expect(named('radiogroup')).to.deep.equal(['What is it about?']);
    expect(named('radio')).to.deep.equal(['A problem', 'An idea', 'Praise', 'Something else']);
    expect(named('textbox')).to.deep.equal(['Your message', 'E-mail address, if you would like a reply (optional)']);
    expect(named('checkbox')).to.deep.equal([`Send the address of this page too: ${HERE}`]);
    expect(nodes.find(({ name }) => name === 'Your message')!.required).to.equal(true);
  });

  it('has targets of at least 24 by 24 pixels and no sideways scrolling at 320 pixels, in German too (13, 47, 52)', async () => {
    for (const lang of ['en', 'de']) {
      const { survey } = await ask({ contact: '', page: '', lang });
      survey.style.width = '320px';
      await new Promise(requestAnimationFrame);
      for (const target of survey.shadowRoot!.querySelectorAll('label:has(input), #contact, textarea, button')) {
        const { width, height } = target.getBoundingClientRect();
        expect(width, target.outerHTML).to.be.at.least(24);
        expect(height, target.outerHTML).to.be.at.least(24);
      }
      const surface = find(survey, '[part=surface]');
      expect(surface.scrollWidth).to.be.at.most(surface.clientWidth);
    }
  });

  it('shows real radios and ticks, in forced colours too (12, 44)', async () => {
    const { survey } = await ask({ page: '' });
    radios(survey)[0]!.click();
    await survey.updateComplete;
    const emulated = await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
    expect(emulated).to.equal(inChromium);
    for (const input of [...radios(survey), find(survey, '[type=checkbox]')]) {
      const { opacity, position } = getComputedStyle(input);
      expect([opacity, position, input.getBoundingClientRect().width >= 16]).to.deep.equal(['1', 'static', true]);
    }
    expect(getComputedStyle(radios(survey)[0]!.parentElement!).borderTopWidth).to.equal('3px');
    await executeServerCommand('emulate-features', {});
  });

  it('mirrors its reasons in right-to-left text; left leads on (5, 50, 51)', async () => {
    const { survey } = await ask({ dir: 'rtl', lang: 'de' });
    const surface = find(survey, '[part=surface]');
    expect([surface.lang, surface.dir]).to.deep.equal(['de', 'rtl']);
    const [radio] = radios(survey);
    const label = find(survey, '[part=option-label]');
    expect(radio!.getBoundingClientRect().left).to.be.above(label.getBoundingClientRect().left);
    radio!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(radios(survey)[1]!.checked).to.equal(true);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe with every field, with an error and with the thanks in the ${theme} theme (41, 54)`, async () => {
      const { survey } = await ask({ preview: '', contact: '', page: '', theme });
      await passesAxe(survey);
      await survey.submit();
      await passesAxe(survey);
      radios(survey)[2]!.click();
      await write(survey, 'textarea', 'Lovely');
      await passesAxe(survey);
      await survey.submit();
      await passesAxe(survey);
    });
  }
});

/** What a chunk that is on its way renders. */
async function rendered(survey: FeedbackPrompt, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = survey.shadowRoot!.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}
