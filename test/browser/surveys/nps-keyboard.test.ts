import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';

import { ask, chosen, find, radios } from './survey.js';

/** Puts the focus on the scale by Tab, as a person without a pointer does. */
async function tabIn(survey: HTMLElement): Promise<void> {
  const before = document.createElement('button');
  survey.before(before);
  before.focus();
  await sendKeys({ press: 'Tab' });
}

/** The two keys together. WebDriver has no way to hold a key but in one sequence, where modifiers are private characters. */
async function withKey(modifier: 'Shift' | 'Control', press: string): Promise<void> {
  if (!/Chrome|Firefox/.test(navigator.userAgent)) {
    const codes: Record<string, string> = { Shift: '\uE008', Control: '\uE009', Tab: '\uE004' };
    await sendKeys({ type: codes[modifier] + (codes[press] ?? press) });
    return;
  }
  await sendKeys({ down: modifier });
  await sendKeys({ press });
  await sendKeys({ up: modifier });
}

const focused = (survey: HTMLElement): Element | null => survey.shadowRoot!.activeElement;

describe('<nps-survey> by keyboard', () => {
  it('has one tab stop in the scale: the first score, then the chosen one (4)', async () => {
    const { survey } = await ask();
    await tabIn(survey);
    expect(focused(survey)).to.equal(radios(survey)[0]);
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(find(survey, '[part=submit]'));
    await withKey('Shift', 'Tab');
    expect(focused(survey)).to.equal(radios(survey)[0]);
    await sendKeys({ press: '7' });
    await withKey('Shift', 'Tab');
    expect(focused(survey)).to.equal(null);
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(radios(survey)[7]);
  });

  for (const [keys, expected] of [
    [['ArrowRight'], 1],
    [['ArrowDown', 'ArrowDown'], 2],
    [['ArrowUp'], 10],
    [['ArrowLeft'], 10],
    [['End', 'ArrowRight'], 0],
    [['End'], 10],
    [['End', 'Home'], 0],
    [[' '], 0],
  ] as const) {
    it(`chooses ${expected} by ${keys.map((key) => (key === ' ' ? 'Space' : key)).join(', ')} (5, 6)`, async () => {
      const { survey } = await ask();
      await tabIn(survey);
      for (const press of keys) await sendKeys({ press });
      expect(chosen(survey)).to.equal(expected);
      expect(focused(survey)).to.equal(radios(survey)[expected]);
    });
  }

  it('turns left and right round in right-to-left text (5, 50)', async () => {
    const { survey } = await ask({ dir: 'rtl' });
    await tabIn(survey);
    await sendKeys({ press: 'ArrowLeft' });
    expect(chosen(survey)).to.equal(1);
    await sendKeys({ press: 'ArrowRight' });
    expect(chosen(survey)).to.equal(0);
  });

  for (const [typed, expected] of [
    ['7', 7],
    ['0', 0],
    ['1', 1],
    ['10', 10],
    ['75', 5],
  ] as const) {
    it(`chooses ${expected} when ${typed} is typed (7)`, async () => {
      const { survey } = await ask();
      await tabIn(survey);
      for (const press of typed) await sendKeys({ press });
      expect(chosen(survey)).to.equal(expected);
    });
  }

  it('takes no digit from outside the scale, from a text field, or with Control (8)', async () => {
    const { survey } = await ask();
    await tabIn(survey);
    await sendKeys({ press: '9' });
    await withKey('Control', '4');
    expect(chosen(survey)).to.equal(9);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '3' });
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('3');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: '5' });
    expect(chosen(survey)).to.equal(9);
  });

  it('never submits by arrows, Home, End or digits (9)', async () => {
    const { survey, records } = await ask({ impressions: 'off', partial: 'off' });
    await tabIn(survey);
    for (const press of ['ArrowRight', 'ArrowLeft', 'Home', 'End', '8']) await sendKeys({ press });
    expect(records).to.deep.equal([]);
    expect(survey.shadowRoot!.querySelector('[part=thanks]')).to.equal(null);
  });

  it('can be answered from question to thanks, and the focus goes along (15, 38, 56)', async () => {
    const { survey, records } = await ask({ impressions: 'off', partial: 'off' });
    await tabIn(survey);
    await sendKeys({ press: '9' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Helpful' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await survey.updateComplete;
    expect(records.map(({ answers }) => answers)).to.deep.equal([{ score: 9, comment: 'Helpful' }]);
    expect(focused(survey)).to.equal(find(survey, '#title'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await survey.updateComplete;
    expect(focused(survey)).to.equal(radios(survey)[9]);
  });
});
