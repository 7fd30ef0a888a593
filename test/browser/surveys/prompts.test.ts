import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';

import { hitAt, isOpen, opened, resize, settled, surfaceOf } from './prompt.js';
import { ask, chosen, find, next, radios } from './survey.js';

describe('prompts on one page', () => {
  it('are never two at once; the next one opens when the first is closed (26)', async () => {
    const first = await ask({ placement: 'corner' });
    const second = await ask({ placement: 'sheet', survey: 'second' });
    await next(first.survey, 'askwell-open');
    await aTimeout(3200);
    expect([isOpen(first), isOpen(second)]).to.deep.equal([true, false]);
    const opening = next(second.survey, 'askwell-open');
    find(first.survey, '[part=dismiss]').click();
    await opening;
    expect([isOpen(first), isOpen(second)]).to.deep.equal([false, true]);
  });

  it('make way for one that somebody asks for, and come back after it with what was entered (26)', async () => {
    const waiting = await opened();
    radios(waiting.survey)[4]!.click();
    const { survey } = await ask({ placement: 'tab', survey: 'tab' });
    await waitUntil(() => survey.shadowRoot!.querySelector('[part=launcher]'));
    find(survey, '[part=launcher]').click();
    await next(survey, 'askwell-open');
    expect(isOpen(waiting)).to.equal(false);
    const opening = next(waiting.survey, 'askwell-open');
    await settled();
    await sendKeys({ press: 'Escape' });
    await opening;
    expect(chosen(waiting.survey)).to.equal(4);
  });
});

describe('a prompt that the page opens', () => {
  it('asks at once, takes the focus to the question, says nothing twice and gives the focus back (22)', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const asked = await ask({ placement: 'corner' }, { status: 'dismissed' });
    await waitUntil(() => asked.survey.placed);
    button.focus();
    const opening = next(asked.survey, 'askwell-open');
    await asked.survey.open();
    await opening;
    await settled();
    expect(asked.survey.shadowRoot!.activeElement?.id).to.equal('title');
    expect(document.getElementById('askwell-status')!.textContent).to.equal('');
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement === button).to.equal(true);
  });
});

describe('a prompt that is open', () => {
  it('goes while the page switches prompts off, and comes back as it was', async () => {
    const asked = await opened();
    radios(asked.survey)[7]!.click();
    document.documentElement.dataset.askwell = 'off';
    await waitUntil(() => !isOpen(asked));
    expect(asked.records.at(-1)?.status).not.to.equal('dismissed');
    delete document.documentElement.dataset.askwell;
    await waitUntil(() => isOpen(asked));
    expect(chosen(asked.survey)).to.equal(7);
  });

  it('leaves keys, Escape and the page to the page while the focus is outside, and keeps to itself what is typed inside (8, 17)', async () => {
    const heard: string[] = [];
    const hear = (event: Event): void => void heard.push(`${event.type} ${(event as KeyboardEvent).key}`);
    for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, hear);
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const { survey } = await opened();
    button.focus();
    await sendKeys({ press: 'k' });
    await sendKeys({ press: 'Escape' });
    expect(heard).to.include.members(['keydown k', 'keypress k', 'keyup k', 'keydown Escape']);
    radios(survey)[3]!.click();
    await survey.updateComplete;
    find(survey, 'textarea').focus();
    heard.length = 0;
    await sendKeys({ type: 'k1' });
    expect(heard).to.deep.equal([]);
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('k1');
    for (const type of ['keydown', 'keypress', 'keyup']) document.removeEventListener(type, hear);
  });

  it('lies still below a modal that the page opens, and can be used again after it (26)', async () => {
    const modal = await fixture<HTMLDialogElement>(html`<dialog><button>OK</button></dialog>`);
    const { survey } = await opened();
    const close = find(survey, '[part=dismiss]');
    modal.showModal();
    expect(hitAt(close) === survey).to.equal(false);
    close.focus();
    expect(survey.shadowRoot!.activeElement === null).to.equal(true);
    modal.close();
    expect(hitAt(close) === survey).to.equal(true);
    close.focus();
    expect(survey.shadowRoot!.activeElement === close).to.equal(true);
  });

  it('throws nothing at a keydown without a key, as autofill fires it', async () => {
    const faults: string[] = [];
    const hear = (event: ErrorEvent): void => {
      event.preventDefault();
      faults.push(event.message);
    };
    const asked = await opened({ hotkey: 'Ctrl+Shift+U' });
    const { onerror } = globalThis;
    globalThis.onerror = null;
    addEventListener('error', hear);
    const field = find(asked.survey, '[part=submit]');
    field.dispatchEvent(new Event('keydown', { bubbles: true, composed: true }));
    // The hotkey is listened for at the document, where such an event holds no modifier.
    document.dispatchEvent(Object.assign(new Event('keydown'), { ctrlKey: true, shiftKey: true, altKey: false, metaKey: false }));
    removeEventListener('error', hear);
    globalThis.onerror = onerror;
    expect(faults).to.deep.equal([]);
  });

  it('takes the focus by the hotkey of the page and gives it back by the same (21)', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    const { survey } = await opened({ hotkey: 'Ctrl+Shift+U' });
    button.focus();
    const press = (): boolean => {
      const target = survey.shadowRoot!.activeElement ?? document.activeElement!;
      return target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'U', code: 'KeyU', ctrlKey: true, shiftKey: true, bubbles: true, composed: true, cancelable: true }),
      );
    };
    expect(press()).to.equal(false);
    expect(survey.shadowRoot!.activeElement === radios(survey)[0]).to.equal(true);
    press();
    expect(document.activeElement === button).to.equal(true);
  });

  it('keeps Close in its place, beside what scrolls and over none of it (23)', async () => {
    const asked = await opened({ question: 'How likely is it that you would recommend this? '.repeat(120) });
    const close = find(asked.survey, '[part=dismiss]');
    const body = find(asked.survey, '#body');
    const before = close.getBoundingClientRect();
    expect(body.scrollHeight).to.be.above(body.clientHeight);
    body.scrollTop = 200;
    const after = close.getBoundingClientRect();
    expect(after.top).to.equal(before.top);
    expect(body.getBoundingClientRect().right).to.be.at.most(after.left);
    const { top, bottom, height } = surfaceOf(asked).getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(height).to.be.at.most(innerHeight * 0.8 + 1);
    expect(Math.min(before.width, before.height)).to.be.at.least(24);
  });

  it('stays above the keyboard on the screen, with the field and Submit in reach (53)', async () => {
    const asked = await opened({ placement: 'sheet' });
    radios(asked.survey)[2]!.click();
    await asked.survey.updateComplete;
    find(asked.survey, 'textarea').focus();
    // No engine can be driven to show one: what it does to the window is said in its stead.
    const height = innerHeight * 0.5;
    Object.defineProperty(visualViewport, 'height', { value: height, configurable: true });
    visualViewport!.dispatchEvent(new Event('resize'));
    await settled();
    const { top, bottom } = surfaceOf(asked).getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(height + 1);
    for (const selector of ['textarea', '[part=submit]']) {
      const piece = find(asked.survey, selector);
      piece.focus();
      piece.scrollIntoView({ block: 'nearest' });
      expect(piece.getBoundingClientRect().top, selector).to.be.within(top, bottom);
      expect(piece.getBoundingClientRect().bottom, selector).to.be.within(top, bottom + 1);
    }
    delete (visualViewport as { height?: number }).height;
    visualViewport!.dispatchEvent(new Event('resize'));
    await settled();
    expect(surfaceOf(asked).getBoundingClientRect().bottom).to.be.within(innerHeight - 1, innerHeight + 1);
  });

  it('does not move for those who want no motion, and is not printed (45)', async () => {
    const asked = await opened();
    const duration = (): string => getComputedStyle(surfaceOf(asked)).transitionDuration;
    expect(duration()).to.equal('0.2s');
    if (await executeServerCommand('emulate-features', { 'prefers-reduced-motion': 'reduce' })) {
      expect(duration()).to.equal('0s');
      await executeServerCommand('emulate-features', {});
    }
    const printed = asked.survey
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === 'print')
      .map((rule) => rule.cssRules[0]!.cssText);
    expect(printed.join()).to.match(/:host \{ display: none !important; \}/);
  });
});

describe('a prompt that would cover what has the focus', () => {
  /** Puts a button of the page below the middle of the surface. */
  async function buttonBelow(surface: HTMLElement): Promise<HTMLButtonElement> {
    const { left, top, width, height } = surface.getBoundingClientRect();
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    Object.assign(button.style, { position: 'fixed', left: `${left + width / 2 - 30}px`, top: `${top + height / 2 - 15}px`, width: '60px', height: '30px' });
    return button;
  }

  for (const placement of ['corner', 'sheet', 'banner']) {
    for (const [width, height] of [[1280, 720], [320, 256]] as const) {
      it(`makes room as a ${placement} in a window of ${width} by ${height}, and goes back (25)`, async () => {
        const [oldWidth, oldHeight] = [innerWidth, innerHeight];
        await resize(width, height);
        const asked = await opened({ placement });
        const surface = surfaceOf(asked);
        const before = surface.getBoundingClientRect();
        const button = await buttonBelow(surface);
        const other = await fixture<HTMLButtonElement>(html`<button style="position: fixed; inset: 0 auto auto 0; opacity: 0">Other</button>`);
        expect(hitAt(button) === asked.survey).to.equal(true);
        button.focus();
        await settled();
        expect(hitAt(button) === button).to.equal(true);
        const { top, bottom, left, right, height: shown } = surface.getBoundingClientRect();
        expect(Math.min(top, left, innerHeight - bottom, innerWidth - right)).to.be.at.least(-1);
        expect(shown).to.be.at.least(90);
        button.style.display = 'none';
        other.focus();
        await settled();
        const { top: topAfter, left: leftAfter } = surface.getBoundingClientRect();
        if (placement === 'corner' && width === 1280) expect([topAfter, leftAfter]).to.deep.equal([before.top, before.left]);
        await resize(oldWidth, oldHeight);
      });
    }
  }
});
