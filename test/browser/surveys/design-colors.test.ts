import type { SurveyElement } from '@askwell/surveys';
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';

import { contrastOn, paint, ratio } from './contrast.js';
import { everySurvey, seenTexts, walk } from './every-survey.js';
import { ask, askBy, find, radios } from './survey.js';

const SEED = 20261124;
const COLORS = 1000;

/** Numbers below one, the same ones for the same seed. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function randomColors(): string[] {
  const numbers = random(SEED);
  const channel = (): number => Math.floor(numbers.next().value * 256);
  return Array.from({ length: COLORS }, () => `rgb(${channel()}, ${channel()}, ${channel()})`);
}

const all = (element: Element, selector: string): Element[] => [...element.shadowRoot!.querySelectorAll(selector)];

/** Text of 4.5:1; borders of what can be used, pictures and the chosen one of 3:1. */
function expectContrasts(survey: SurveyElement, state: string): void {
  for (const { text, element } of seenTexts(survey)) {
    expect(contrastOn(element, getComputedStyle(element).color), `${state}: "${text}"`).to.be.at.least(4.5);
  }
  for (const control of all(survey, '[part~=option], button:not([part=dismiss]), textarea, [type=email]')) {
    const { borderTopColor, borderBottomColor } = getComputedStyle(control);
    const picture = control.querySelector('svg');
    const chosen = control.matches('[part~=selected]');
    // Pictures stand for themselves; the chosen one has an edge all the same, if only below.
    if (picture) expect(contrastOn(control, getComputedStyle(picture).stroke), `${state}: a picture`).to.be.at.least(3);
    if (picture && !chosen) continue;
    const edge = chosen ? borderBottomColor : borderTopColor;
    expect(contrastOn(control.parentElement, edge), `${state}: the edge of ${control.part}`).to.be.at.least(3);
  }
}

describe('the colours of the surveys', () => {
  for (const each of everySurvey) {
    it(`<${each.name}> has text of 4.5:1, controls and the chosen one of 3:1, in both themes (41)`, async () => {
      for (const theme of ['light', 'dark']) await walk(each, { theme }, expectContrasts);
    });
  }

  for (const { name, tag, attributes, choose } of [
    { name: 'nps-survey', tag: 'nps-survey', attributes: {}, choose: 9 },
    { name: 'csat-survey with faces', tag: 'csat-survey', attributes: { look: 'faces' }, choose: 3 },
    { name: 'ces-survey', tag: 'ces-survey', attributes: {}, choose: 5 },
  ] as const) {
    it(`<${name}> keeps the chosen one readable under the pointer, in both themes (41)`, async () => {
      for (const theme of ['light', 'dark']) {
        const { survey } = await askBy(tag, { attributes: { preview: '', theme, ...attributes } });
        radios(survey)[choose]!.click();
        await survey.updateComplete;
        const option = find(survey, '[part~=selected]');
        const colors = (): string[] => [getComputedStyle(option).backgroundColor, getComputedStyle(option).color];
        const before = colors();
        const { left, top, width, height } = option.getBoundingClientRect();
        await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
        await waitUntil(() => option.matches(':hover'));
        expect(colors(), theme).to.deep.equal(before);
        expect(contrastOn(option, getComputedStyle(option).color), theme).to.be.at.least(option.querySelector('svg') ? 3 : 4.5);
        const other = find(survey, '[part=option]').getBoundingClientRect();
        await sendMouse({ type: 'move', position: [Math.round(other.left + other.width / 2), Math.round(other.top + other.height / 2)] });
        await waitUntil(() => find(survey, '[part=option]').matches(':hover'));
        expect(getComputedStyle(find(survey, '[part=option]')).backgroundColor, 'another one has a tint').to.not.equal('rgba(0, 0, 0, 0)');
        await resetMouse();
        survey.remove();
      }
    });
  }

  it(`has text of 4.5:1 on ${COLORS} random brand colours of the seed ${SEED} (42)`, async () => {
    expect(CSS.supports('color', 'color(from red xyz x y z)'), 'relative colours').to.equal(true);
    const { survey } = await ask({ preview: '' });
    const style = getComputedStyle(find(survey, '[part=submit]'));
    const seen = randomColors().map((brand) => {
      survey.style.setProperty('--askwell-brand', brand);
      return [style.backgroundColor, style.color];
    });
    expect(new Set(seen.map(([background]) => background)).size).to.be.above(0.99 * COLORS);
    const pixels = paint(seen.flatMap(([background, color]) => [[background!], [background!, color!]]));
    const ratios = seen.map((_, index) => ratio(pixels[2 * index]!, pixels[2 * index + 1]!));
    const least = Math.min(...ratios);
    expect(least, `${seen[ratios.indexOf(least)]}`).to.be.at.least(4.5);
  });

  it('takes the text on the brand colour from the page where it says so (42)', async () => {
    const { survey } = await ask({ preview: '' });
    survey.style.setProperty('--askwell-on-brand', 'rgb(1, 2, 3)');
    expect(getComputedStyle(find(survey, '[part=submit]')).color).to.equal('rgb(1, 2, 3)');
  });

  it('has text of 4.5:1 on the shipped brand colours, and the page decides on others, in an engine without relative colours (42)', async () => {
    for (const theme of ['light', 'dark']) {
      const { survey } = await ask({ preview: '', theme });
      // All elements share the sheets; a copy without the rules for such engines stands in for one that lacks them.
      let removed = 0;
      const root = survey.shadowRoot!;
      root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) => {
        const copy = new CSSStyleSheet();
        const rules = [...sheet.cssRules].filter((rule) => !(rule instanceof CSSSupportsRule));
        removed += sheet.cssRules.length - rules.length;
        copy.replaceSync(rules.map(({ cssText }) => cssText).join('\n'));
        return copy;
      });
      expect(removed).to.equal(1);
      const submit = find(survey, '[part=submit]');
      expect(contrastOn(submit, getComputedStyle(submit).color), theme).to.be.at.least(4.5);
      survey.style.setProperty('--askwell-on-brand', 'rgb(1, 2, 3)');
      expect(getComputedStyle(submit).color).to.equal('rgb(1, 2, 3)');
    }
  });

  it('takes the theme of the page where it is told to', async () => {
    const { survey } = await ask({ preview: '' });
    const paper = (): string => getComputedStyle(find(survey, '[part=surface]')).backgroundColor;
    const papers: Record<string, string> = {};
    for (const theme of ['light', 'dark'] as const) {
      survey.theme = theme;
      await survey.updateComplete;
      papers[theme] = paper();
    }
    expect(papers.light).to.not.equal(papers.dark);
    survey.theme = 'page';
    await survey.updateComplete;
    for (const theme of ['light', 'dark']) {
      survey.parentElement!.style.colorScheme = theme;
      expect(paper()).to.equal(papers[theme]);
    }
  });
});
