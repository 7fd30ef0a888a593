import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';

import { ask, find, radios, type Asked } from './survey.js';

interface Node {
  role: string;
  name: string;
}

const inChromium = 'userAgentData' in navigator;

/** What the engine hands to assistive technology; `false` where it keeps that to itself, as all but Chromium do. */
const tree = (): Promise<Node[] | false> => executeServerCommand('accessibility-tree');

function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const channels = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('<nps-survey> for assistive technology', () => {
  it('is a group of eleven radios, named by the question; the ends say what they mean (1, 2, 3)', async () => {
    const { survey } = await ask({ product: 'Acme' });
    const group = find(survey, 'fieldset');
    expect(group.getAttribute('role')).to.equal('radiogroup');
    expect(survey.shadowRoot!.getElementById(group.getAttribute('aria-labelledby')!)).to.equal(find(survey, 'legend'));
    const names = ['0, not at all likely', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10, extremely likely'];
    expect(radios(survey).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal(names);
    expect(find(survey, '[part=anchors]').getAttribute('aria-hidden')).to.equal('true');
    const nodes = await tree();
    expect(nodes !== false).to.equal(inChromium);
    if (!nodes) return;
    const question = 'How likely is it that you would recommend Acme to a friend or colleague?';
    expect(nodes.filter(({ role }) => role === 'radiogroup').map(({ name }) => name)).to.deep.equal([question]);
    expect(nodes.filter(({ role }) => role === 'radio').map(({ name }) => name)).to.deep.equal(names);
  });

  it('says of the ends what the page has put into their slots (3)', async () => {
    const { survey } = await ask();
    survey.innerHTML = '<span slot="anchor-start">Never</span><span slot="anchor-end">Gladly</span>';
    survey.requestUpdate();
    await survey.updateComplete;
    expect([0, 10].map((score) => radios(survey)[score]!.getAttribute('aria-label'))).to.deep.equal(['0, never', '10, gladly']);
  });

  it('has exactly the chosen one checked, and none at first (11)', async () => {
    const { survey } = await ask();
    const checked = (): boolean[] => radios(survey).map((radio) => radio.checked);
    expect(checked()).to.not.include(true);
    radios(survey)[3]!.click();
    radios(survey)[6]!.click();
    await survey.updateComplete;
    expect(checked().map(Number)).to.deep.equal([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('marks the chosen one by border and weight beside its colour (12)', async () => {
    const { survey } = await ask();
    radios(survey)[3]!.click();
    await survey.updateComplete;
    const [other, chosen] = [2, 3].map((score) => getComputedStyle(radios(survey)[score]!.parentElement!)) as [
      CSSStyleDeclaration,
      CSSStyleDeclaration,
    ];
    expect(chosen.borderTopWidth).to.equal('3px');
    expect(other.borderTopWidth).to.equal('1px');
    expect(Number(chosen.fontWeight)).to.be.above(Number(other.fontWeight));
  });

  it('keeps the chosen one visible in forced colours (12, 44)', async () => {
    const { survey } = await ask();
    radios(survey)[3]!.click();
    await survey.updateComplete;
    const emulated = await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
    expect(emulated).to.equal(inChromium);
    if (!emulated) return;
    const style = getComputedStyle(radios(survey)[3]!.parentElement!);
    expect(contrast(style.backgroundColor, getComputedStyle(find(survey, '[part=surface]')).backgroundColor)).to.be.at.least(3);
    await executeServerCommand('emulate-features', {});
  });

  it('has targets of at least 24 by 24 pixels at 320 pixels, in two rows, in every density (13)', async () => {
    for (const [density, least] of [
      ['compact', 28],
      ['regular', 36],
      ['roomy', 44],
    ] as const) {
      const { survey } = await ask({ density });
      survey.style.width = '320px';
      await new Promise(requestAnimationFrame);
      const boxes = radios(survey).map((radio) => radio.parentElement!.getBoundingClientRect());
      for (const { width, height } of boxes) {
        expect(width).to.be.at.least(24);
        expect(height, density).to.be.closeTo(least, 0.5);
      }
      expect(new Set(boxes.map(({ top }) => top)).size).to.equal(2);
      expect(survey.scrollWidth).to.be.at.most(320);
    }
  });

  it('exposes that it is disabled or can only be read (15)', async () => {
    const { survey } = await ask({ disabled: '' });
    expect(radios(survey)[0]!.matches(':disabled')).to.equal(true);
    survey.disabled = false;
    survey.readonly = true;
    await survey.updateComplete;
    expect(find(survey, 'fieldset').getAttribute('aria-readonly')).to.equal('true');
    radios(survey)[5]!.click();
    await survey.updateComplete;
    expect(radios(survey).some((radio) => radio.checked)).to.equal(false);
  });

  it('says in text, beside the group, what is missing, and takes it back once it is there (34, 35)', async () => {
    const { survey } = await ask();
    find(survey, '[part=submit]').click();
    await survey.updateComplete;
    await survey.updateComplete;
    const group = find(survey, 'fieldset');
    const error = find(survey, '#error');
    expect(group.getAttribute('aria-describedby')!.split(' ')).to.include('error');
    expect(error.textContent).to.equal('Please choose an answer.');
    expect(group.getAttribute('aria-invalid')).to.equal('true');
    expect(survey.shadowRoot!.activeElement).to.equal(radios(survey)[0]);
    radios(survey)[5]!.click();
    await survey.updateComplete;
    expect(group.hasAttribute('aria-invalid')).to.equal(false);
    expect(error.textContent).to.equal('');
  });

  it('labels the text visibly and speaks of its limit at nine tenths and at the end only (36)', async () => {
    const { survey } = await ask({ preview: '' });
    radios(survey)[5]!.click();
    await survey.updateComplete;
    const text = find<HTMLTextAreaElement>(survey, 'textarea');
    expect(text.labels[0]!.textContent).to.contain('What should we change');
    const said: (string | null)[] = [];
    for (const length of [8_999, 9_000, 9_999, 10_000]) {
      text.value = 'x'.repeat(length);
      text.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await survey.updateComplete;
      said.push(find(survey, '[part=limit]').textContent);
    }
    expect(said).to.deep.equal(['', 'Up to 1000 characters left', 'Up to 1000 characters left', 'Up to 0 characters left']);
    expect(find(survey, '[part=limit]').getAttribute('role')).to.equal('status');
  });

  it('leaves the focus where it is when nobody is inside it at the thanks (38)', async () => {
    const { survey } = await ask({ preview: '' });
    const field = document.createElement('input');
    survey.before(field);
    radios(survey)[5]!.click();
    field.focus();
    await survey.submit();
    expect(document.activeElement).to.equal(field);
  });

  it('writes language and direction of its texts on the wrapper inside, none on itself (51)', async () => {
    const { survey } = await ask({ lang: 'de', dir: 'rtl' });
    const surface = find(survey, '[part=surface]');
    expect([surface.lang, surface.dir]).to.deep.equal(['de', 'rtl']);
    const own = survey.getAttributeNames().filter((name) => /^(role|aria-|tabindex)/.test(name));
    expect(own).to.deep.equal([]);
  });

  for (const [state, reach] of [
    ['the question', async () => undefined],
    ['a chosen score', async ({ survey }) => radios(survey)[9]!.click()],
    ['an error', async ({ survey }) => survey.submit()],
    [
      'the thanks',
      async ({ survey }) => {
        radios(survey)[9]!.click();
        await survey.submit();
      },
    ],
  ] as [string, (asked: Asked) => Promise<void>][]) {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe with ${state} in the ${theme} theme (41, 54)`, async () => {
        const asked = await ask({ preview: '', theme });
        await reach(asked);
        await asked.survey.updateComplete;
        await expect(asked.survey).to.be.accessible();
      });
    }
  }

  it('has text of at least 4.5:1 and controls of at least 3:1 in both themes (41)', async () => {
    for (const theme of ['light', 'dark']) {
      const { survey } = await ask({ preview: '', theme });
      radios(survey)[9]!.click();
      await survey.updateComplete;
      const style = (selector: string): CSSStyleDeclaration => getComputedStyle(find(survey, selector));
      const paper = style('[part=surface]').backgroundColor;
      for (const text of ['[part=question]', '[part=anchors]', '[part=follow-up]']) {
        expect(contrast(style(text).color, paper), `${theme} ${text}`).to.be.at.least(4.5);
      }
      const submit = style('[part=submit]');
      expect(contrast(submit.color, submit.backgroundColor), `${theme} submit`).to.be.at.least(4.5);
      expect(contrast(style('[part=option]').borderTopColor, paper), `${theme} option`).to.be.at.least(3);
      expect(contrast(style('textarea').borderTopColor, paper), `${theme} comment`).to.be.at.least(3);
    }
  });

  it('follows the dark scheme of the system unless a theme is forced', async () => {
    const { survey } = await ask();
    const background = (): string => getComputedStyle(find(survey, '[part=surface]')).backgroundColor;
    survey.theme = 'dark';
    await survey.updateComplete;
    const dark = background();
    survey.theme = undefined;
    await survey.updateComplete;
    if (!inChromium) return;
    await emulateMedia({ colorScheme: 'dark' });
    expect(background()).to.equal(dark);
    await emulateMedia({ colorScheme: 'light' });
  });
});
