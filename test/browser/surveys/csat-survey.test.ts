import { recordFault, type CsatDefinition } from '@askwell/core';
import type { CsatSurvey } from '@askwell/surveys';
import '@askwell/surveys/define/csat-survey.js';
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';

import { askBy, chosen, find, radios, type Asked } from './survey.js';

const QUIET = { impressions: 'off', partial: 'off' };
const FIVE = ['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'];
const NUMBERED = ['1, very dissatisfied', '2, dissatisfied', '3, neither satisfied nor dissatisfied', '4, satisfied', '5, very satisfied'];
const TWO = ['Dissatisfied', 'Satisfied'];
const LOOKS = [
  ['stars', FIVE],
  ['faces', FIVE],
  ['numbers', NUMBERED],
  ['thumbs', TWO],
] as const;

const inChromium = 'userAgentData' in navigator;

const ask = (attributes: Record<string, string> = {}): Promise<Asked<CsatSurvey>> =>
  askBy('csat-survey', { attributes: { ...QUIET, ...attributes } });

async function choose(survey: CsatSurvey, score: number): Promise<void> {
  radios(survey)[score - 1]!.click();
  await survey.updateComplete;
}

const option = (survey: Element, score: number): HTMLElement => radios(survey)[score - 1]!.parentElement!;

/** The fills of the stars, of which each is paper, tint or brand. */
const fills = (survey: Element): string[] =>
  [...survey.shadowRoot!.querySelectorAll('svg')].map((star) => getComputedStyle(star).fill);

describe('<csat-survey>', () => {
  for (const [look, names] of LOOKS) {
    it(`asks with ${look}: a group of ${names.length} radios, each with a name in words (1, 2, 3, 11, 14)`, async () => {
      const { survey } = await ask({ look, thing: 'the ferry' });
      const group = find(survey, 'fieldset');
      expect(group.getAttribute('role')).to.equal('radiogroup');
      expect(survey.shadowRoot!.getElementById(group.getAttribute('aria-labelledby')!)!.textContent).to.contain(
        'How satisfied are you with the ferry?',
      );
      expect(radios(survey).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal([...names]);
      expect(radios(survey).some((radio) => radio.checked)).to.equal(false);
      for (const picture of survey.shadowRoot!.querySelectorAll('svg')) expect(picture.getAttribute('aria-hidden')).to.equal('true');
      expect(survey.shadowRoot!.querySelectorAll('svg').length).to.equal(look === 'numbers' ? 0 : names.length);
      const nodes: { role: string; name: string }[] | false = await executeServerCommand('accessibility-tree');
      expect(nodes !== false).to.equal(inChromium);
      if (!nodes) return;
      expect(nodes.filter(({ role }) => role === 'radiogroup').map(({ name }) => name)).to.deep.equal([
        'How satisfied are you with the ferry?',
      ]);
      expect(nodes.filter(({ role }) => role === 'radio').map(({ name }) => name)).to.deep.equal([...names]);
      expect(nodes.some(({ role }) => /image|img/.test(role))).to.equal(false);
    });

    it(`shows what the chosen one of the ${look} means, in words, and moves nothing by it (12)`, async () => {
      const { survey } = await ask({ look });
      const { height } = find(survey, 'fieldset').getBoundingClientRect();
      await choose(survey, 2);
      expect(find(survey, '[part=selected-label]').textContent).to.equal((names === NUMBERED ? FIVE : names)[1]);
      expect(find(survey, 'fieldset').getBoundingClientRect().height).to.equal(height);
    });

    it(`has ${look} of at least 24 by 24 pixels at 320 pixels, in German too (13, 52)`, async () => {
      const { survey } = await ask({ look, lang: 'de' });
      survey.style.width = '320px';
      await choose(survey, 1);
      await new Promise(requestAnimationFrame);
      for (const { width, height } of radios(survey).map((radio) => radio.parentElement!.getBoundingClientRect())) {
        expect(width).to.be.at.least(24);
        expect(height).to.be.at.least(24);
      }
      expect(find(survey, '[part=surface]').scrollWidth).to.be.at.most(320);
    });

    for (const theme of ['light', 'dark']) {
      it(`passes axe with ${look}, chosen and missing, in the ${theme} theme (41, 54)`, async () => {
        const { survey } = await ask({ look, theme });
        await survey.submit();
        await expect(survey).to.be.accessible();
        await choose(survey, 2);
        await expect(survey).to.be.accessible();
      });
    }

    it(`is answered with ${look} by keyboard alone, from the question to the thanks (4, 15, 56)`, async () => {
      const { survey, records } = await ask({ look });
      const before = document.createElement('button');
      survey.before(before);
      before.focus();
      await sendKeys({ press: 'Tab' });
      expect(survey.shadowRoot!.activeElement).to.equal(radios(survey)[0]);
      await sendKeys({ press: 'End' });
      await sendKeys({ press: '1' });
      await sendKeys({ press: 'ArrowRight' });
      expect(chosen(survey)).to.equal(2);
      expect(survey.shadowRoot!.activeElement).to.equal(radios(survey)[1]);
      for (const press of ['Tab', 'Tab', 'Enter']) await sendKeys({ press });
      await survey.updateComplete;
      expect(survey.shadowRoot!.activeElement).to.equal(find(survey, '[part=thanks]'));
      const thumbs = look === 'thumbs';
      expect(records).to.have.length(1);
      expect(records[0]).to.deep.include({
        kind: 'csat',
        survey: 'csat',
        wording: thumbs ? 'csat-thumbs@1' : 'csat@1',
        scale: thumbs ? [1, 2] : [1, 5],
        status: 'complete',
        answers: { score: 2 },
      });
      expect(recordFault(records[0])).to.equal(undefined);
    });
  }

  it('fills the stars up to the chosen one, and underlines that (12)', async () => {
    const { survey } = await ask();
    expect(new Set(fills(survey))).to.deep.equal(new Set(['none']));
    await choose(survey, 3);
    const [filled] = fills(survey);
    expect(filled).to.not.equal('none');
    expect(fills(survey)).to.deep.equal([filled, filled, filled, 'none', 'none']);
    expect(getComputedStyle(option(survey, 3)).borderBottomWidth).to.equal('3px');
    expect(getComputedStyle(option(survey, 2)).borderBottomColor).to.not.equal(getComputedStyle(option(survey, 3)).borderBottomColor);
  });

  it('tints the stars up to the pointer, and keeps the chosen ones apart from them', async () => {
    const { survey } = await ask();
    await choose(survey, 1);
    const { left, top, width, height } = option(survey, 3).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await waitUntil(() => option(survey, 3).matches(':hover'));
    const [filled, tinted] = fills(survey);
    expect(new Set([filled, tinted, 'none']).size).to.equal(3);
    expect(fills(survey)).to.deep.equal([filled, tinted, tinted, 'none', 'none']);
    await resetMouse();
  });

  it('keeps stars and the chosen one visible in forced colours (12, 44)', async () => {
    const { survey } = await ask();
    await choose(survey, 3);
    const emulated = await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
    expect(emulated).to.equal(inChromium);
    if (!emulated) return;
    const { color } = getComputedStyle(find(survey, '[part=question]'));
    const styles = [...survey.shadowRoot!.querySelectorAll('svg')].map((star) => getComputedStyle(star));
    expect(styles.map(({ stroke }) => stroke)).to.deep.equal([color, color, color, color, color]);
    expect(styles.map(({ fill }) => fill)).to.deep.equal([color, color, color, 'none', 'none']);
    expect(getComputedStyle(option(survey, 3)).borderTopWidth).to.equal('3px');
    await executeServerCommand('emulate-features', {});
  });

  it('tells five faces apart by their mouths, and two thumbs by their direction (12)', async () => {
    const { survey } = await ask({ look: 'faces' });
    const paths = (): (string | null)[] => [...survey.shadowRoot!.querySelectorAll('path')].map((path) => path.getAttribute('d'));
    expect(new Set(paths()).size).to.equal(5);
    survey.look = 'thumbs';
    await survey.updateComplete;
    expect(new Set(paths()).size).to.equal(1);
    const scales = [...survey.shadowRoot!.querySelectorAll('svg')].map((thumb) => getComputedStyle(thumb).scale);
    expect(scales).to.deep.equal(['1 -1', 'none']);
  });

  for (const [attributes, score, band] of [
    [{}, 5, 'satisfied'],
    [{}, 4, 'satisfied'],
    [{}, 3, 'neutral'],
    [{}, 2, 'dissatisfied'],
    [{ look: 'thumbs' }, 2, 'satisfied'],
    [{ look: 'thumbs' }, 1, 'dissatisfied'],
  ] as const) {
    it(`thanks somebody ${band} (${score} of ${'look' in attributes ? 2 : 5}) in the words of the band`, async () => {
      const definition: CsatDefinition = { kind: 'csat', bands: { [band]: { thanks: { text: `Thanks, ${band}!` } } } };
      const { survey } = await askBy('csat-survey', { attributes: { ...QUIET, ...attributes }, properties: { definition } });
      await waitUntil(() => survey.shadowRoot!.querySelector('[type=radio]'));
      await choose(survey, score);
      await survey.submit();
      expect(find(survey, '[part=thanks]').textContent).to.equal(`Thanks, ${band}!`);
    });
  }

  it('takes look, thing, question and the names of its points from a definition', async () => {
    const definition: CsatDefinition = {
      kind: 'csat',
      survey: 'ferry',
      look: 'thumbs',
      thing: 'the ferry',
      question: { en: 'Was {thing} fine?', de: 'War {thing} gut?' },
      labels: [{ en: 'No', de: 'Nein' }, { en: 'Yes', de: 'Ja' }],
    };
    const { survey, records } = await askBy('csat-survey', { attributes: { ...QUIET, lang: 'de' }, properties: { definition } });
    await waitUntil(() => survey.shadowRoot!.querySelector('[type=radio]'));
    expect(find(survey, '#title').textContent).to.equal('War the ferry gut?');
    expect(radios(survey).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal(['Nein', 'Ja']);
    expect(find(survey, '[part=anchor-end]').textContent).to.equal('Ja');
    await choose(survey, 2);
    expect(find(survey, '[part=selected-label]').textContent).to.equal('Ja');
    await survey.submit();
    expect(records[0]).to.deep.include({ survey: 'ferry', wording: 'csat-thumbs-own@1', scale: [1, 2], answers: { score: 2 } });
    expect(recordFault(records[0])).to.equal(undefined);
  });

  it('names an end as the page does (3)', async () => {
    const { survey } = await ask({ look: 'faces', 'anchor-start': 'Awful' });
    expect(radios(survey)[0]!.getAttribute('aria-label')).to.equal('Awful');
    await choose(survey, 1);
    expect(find(survey, '[part=selected-label]').textContent).to.equal('Awful');
  });

  for (const look of ['hearts', 'constructor', '']) {
    it(`shows stars where the look is "${look}"`, async () => {
      const { survey } = await ask({ look });
      expect(survey.shadowRoot!.querySelectorAll('.star')).to.have.length(5);
    });
  }

  it('takes no answer to five points for one to two thumbs', async () => {
    const { survey, records } = await askBy('csat-survey', {
      attributes: { impressions: 'off', look: 'thumbs' },
      remembered: { answers: { score: 5 } },
    });
    expect(chosen(survey)).to.equal(undefined);
    await survey.submit();
    expect(records).to.deep.equal([]);
    expect(find(survey, '[part=error]').textContent).to.equal('Please choose an answer.');
  });

  it('goes from right to left in right-to-left text (5, 50)', async () => {
    const { survey } = await ask({ dir: 'rtl' });
    const [first, second] = [1, 2].map((score) => option(survey, score).getBoundingClientRect().left);
    expect(first).to.be.above(second!);
    radios(survey)[0]!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(chosen(survey)).to.equal(2);
  });
});
