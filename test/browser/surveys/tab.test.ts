import { sendKeys } from '@web/test-runner-commands';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { isOpen, resize, settled, surfaceOf } from './prompt.js';
import { ask, find, next, radios, type Asked } from './survey.js';

async function tab(attributes: Record<string, string> = {}, remembered?: object): Promise<Asked> {
  const asked = await ask({ placement: 'tab', ...attributes }, remembered);
  await waitUntil(() => asked.survey.shadowRoot!.querySelector('[part=launcher]'));
  return asked;
}

async function press({ survey }: Asked): Promise<void> {
  const opening = next(survey, 'askwell-open');
  find(survey, '[part=launcher]').click();
  await opening;
  await settled();
}

describe('<nps-survey placement="tab">', () => {
  it('is a named button that says whether its prompt is open; pressed, the focus goes to the question at once (18, 21)', async () => {
    const asked = await tab({ launcher: 'Tell us' });
    const launcher = find(asked.survey, '[part=launcher]');
    expect(launcher.textContent?.trim()).to.equal('Tell us');
    expect(launcher.getAttribute('aria-expanded')).to.equal('false');
    expect(isOpen(asked)).to.equal(false);
    await press(asked);
    expect(launcher.getAttribute('aria-expanded')).to.equal('true');
    expect(find(asked.survey, `#${launcher.getAttribute('aria-controls')}`) === surfaceOf(asked)).to.equal(true);
    expect(asked.survey.shadowRoot!.activeElement?.id).to.equal('title');
    await Promise.all(surfaceOf(asked).getAnimations().map(({ finished }) => finished));
    await expect(asked.survey).to.be.accessible();
  });

  for (const at of ['start', 'end']) {
    it(`covers none of its button at the ${at} of a window of 800 x 500 (where the driver sizes windows)`, async function () {
      const { innerWidth, innerHeight } = window;
      if (!(await resize(800, 500))) this.skip();
      const asked = await tab({ at });
      await press(asked);
      const [button, panel] = ['[part=launcher]', '[part=surface]'].map((part) => find(asked.survey, part).getBoundingClientRect()) as [DOMRect, DOMRect];
      expect(button.bottom > panel.top && panel.bottom > button.top, 'they are at the same height').to.equal(true);
      expect(at === 'start' ? panel.left >= button.right : panel.right <= button.left).to.equal(true);
      expect([panel.left >= 0, panel.right <= 800]).to.deep.equal([true, true]);
      asked.survey.remove();
      await resize(innerWidth, innerHeight);
    });
  }

  it('gives the focus back to the button at Escape and Close, and asks anew afterwards (22, 23)', async () => {
    const asked = await tab({ impressions: 'off' });
    const launcher = find(asked.survey, '[part=launcher]');
    launcher.focus();
    await press(asked);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(asked)).to.equal(false);
    expect(asked.survey.shadowRoot!.activeElement === launcher).to.equal(true);
    await asked.survey.updateComplete;
    expect(launcher.getAttribute('aria-expanded')).to.equal('false');
    await press(asked);
    radios(asked.survey)[9]!.click();
    await asked.survey.submit();
    find(asked.survey, '[part=dismiss]').click();
    expect(asked.survey.shadowRoot!.activeElement === launcher).to.equal(true);
    const ids = new Set(asked.records.map(({ id }) => id));
    expect(asked.records.map(({ status }) => status)).to.deep.equal(['dismissed', 'complete']);
    expect(ids.size).to.equal(2);
  });

  it('asks whoever presses it, whatever was answered or put away before', async () => {
    const asked = await tab({}, { status: 'dismissed' });
    await press(asked);
    expect(radios(asked.survey)).to.have.length(11);
    expect(isOpen(asked)).to.equal(true);
  });

  it('is closed by its button too', async () => {
    const asked = await tab();
    await press(asked);
    find(asked.survey, '[part=launcher]').click();
    expect(isOpen(asked)).to.equal(false);
  });

  it('stands upright at the edge where lines end, or start, in either direction (50)', async () => {
    for (const [dir, at, edge] of [['ltr', 'end', 'right'], ['rtl', 'end', 'left'], ['ltr', 'start', 'left'], ['rtl', 'start', 'right']] as const) {
      const asked = await tab({ dir, at });
      const launcher = find(asked.survey, '[part=launcher]');
      const { left, right, top, bottom, width, height } = launcher.getBoundingClientRect();
      expect(edge === 'left' ? left : document.documentElement.clientWidth - right, `${dir} ${at}`).to.be.within(-1, 1);
      expect((top + bottom) / 2).to.be.within(innerHeight / 2 - 2, innerHeight / 2 + 2);
      expect(height).to.be.above(width);
      expect(Math.min(width, height)).to.be.at.least(24);
      expect(getComputedStyle(launcher.firstElementChild!).writingMode).to.equal('vertical-rl');
      await press(asked);
      const surface = surfaceOf(asked).getBoundingClientRect();
      expect(edge === 'left' ? surface.left : innerWidth - surface.right, `${dir} ${at}`).to.be.within(0, 60);
      asked.survey.remove();
    }
  });

  it('is not there while the page switches prompts off', async () => {
    const asked = await tab();
    document.documentElement.dataset.askwell = 'off';
    await settled();
    expect(find(asked.survey, '[part=launcher]').checkVisibility()).to.equal(false);
    delete document.documentElement.dataset.askwell;
    await settled();
    expect(find(asked.survey, '[part=launcher]').checkVisibility()).to.equal(true);
  });

  it('waits with its prompt while a modal of the page is up (26)', async () => {
    const modal = await fixture<HTMLDialogElement>(html`<dialog><button>OK</button></dialog>`);
    const asked = await tab();
    modal.showModal();
    find(asked.survey, '[part=launcher]').click();
    await settled();
    expect(isOpen(asked)).to.equal(false);
    modal.close();
    await next(asked.survey, 'askwell-open');
  });
});
