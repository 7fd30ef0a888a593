import { RatingScale } from '@askwell/surveys';
import '@askwell/surveys/define/rating-scale.js';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import { chosen, find, radios } from './survey.js';

const inChromium = 'userAgentData' in navigator;

async function scaleIn(template: TemplateResult): Promise<{ holder: HTMLElement; scale: RatingScale }> {
  const holder = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const scale = holder.querySelector('rating-scale')!;
  await scale.updateComplete;
  return { holder, scale };
}

async function form(template: TemplateResult): Promise<{ form: HTMLFormElement; scale: RatingScale; data: () => unknown[] }> {
  const { holder, scale } = await scaleIn(html`<form><fieldset>${template}</fieldset></form>`);
  const element = holder.querySelector('form')!;
  return { form: element, scale, data: () => [...new FormData(element)] };
}

const names = (scale: RatingScale): (string | null)[] => radios(scale).map((radio) => radio.getAttribute('aria-label'));
const focused = (scale: RatingScale): Element | null => scale.shadowRoot!.activeElement;

/** What the console was told while something was done. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const lines: string[] = [];
  console.warn = (line: string) => lines.push(line);
  await act();
  console.warn = warn;
  return lines;
}

describe('<rating-scale> in a form', () => {
  it('is absent while unanswered and carries the number at once when chosen or set (33)', async () => {
    const { scale, data } = await form(html`<rating-scale name="noise" label="Noise"></rating-scale>`);
    expect(data()).to.deep.equal([]);
    expect(scale.value).to.equal(undefined);
    radios(scale)[3]!.click();
    expect(scale.value).to.equal(4);
    expect(data()).to.deep.equal([['noise', '4']]);
    scale.value = 2;
    expect(data()).to.deep.equal([['noise', '2']]);
    await scale.updateComplete;
    expect(chosen(scale)).to.equal(2);
    scale.value = undefined;
    expect(data()).to.deep.equal([]);
  });

  it('goes back to its attribute by a reset (33)', async () => {
    const { form: element, scale, data } = await form(html`<rating-scale name="noise" label="Noise" value="3"></rating-scale>`);
    expect(data()).to.deep.equal([['noise', '3']]);
    radios(scale)[0]!.click();
    expect(data()).to.deep.equal([['noise', '1']]);
    element.reset();
    expect(data()).to.deep.equal([['noise', '3']]);
    await scale.updateComplete;
    expect(chosen(scale)).to.equal(3);
  });

  it('is disabled by itself or by a fieldset around it, and left out then (15, 33)', async () => {
    const { form: element, scale, data } = await form(html`<rating-scale name="noise" label="Noise" value="3"></rating-scale>`);
    const off = (): boolean => radios(scale)[0]!.matches(':disabled');
    const fieldset = element.querySelector('fieldset')!;
    fieldset.disabled = true;
    await scale.updateComplete;
    expect([off(), data()]).to.deep.equal([true, []]);
    fieldset.disabled = false;
    await scale.updateComplete;
    expect([off(), data()]).to.deep.equal([false, [['noise', '3']]]);
    scale.disabled = true;
    await scale.updateComplete;
    expect([off(), data()]).to.deep.equal([true, []]);
    scale.disabled = false;
    await scale.updateComplete;
    expect([off(), data()]).to.deep.equal([false, [['noise', '3']]]);
  });

  it('shows the value that the page puts in place of a choice', async () => {
    const { scale, data } = await form(html`<rating-scale name="noise" label="Noise" value="3"></rating-scale>`);
    scale.addEventListener('change', () => (scale.value = 3));
    radios(scale)[0]!.click();
    await scale.updateComplete;
    expect([chosen(scale), data()]).to.deep.equal([3, [['noise', '3']]]);
  });

  it('takes back what the browser remembers of it', async () => {
    const { scale, data } = await form(html`<rating-scale name="noise" label="Noise"></rating-scale>`);
    scale.formStateRestoreCallback('4');
    expect(data()).to.deep.equal([['noise', '4']]);
  });

  it('has the same value whether it or the range is set first, and keeps a number that is no point', async () => {
    const { scale, data } = await form(html`<rating-scale name="noise" label="Noise"></rating-scale>`);
    scale.value = 9;
    expect([scale.value, data()]).to.deep.equal([9, []]);
    scale.max = 10;
    await scale.updateComplete;
    expect([chosen(scale), data()]).to.deep.equal([9, [['noise', '9']]]);
  });

  it('keeps a value that was set before its tag was defined', async () => {
    class LateScale extends RatingScale {}
    const element = await fixture<HTMLFormElement>(html`<form><late-scale name="noise" label="Noise"></late-scale></form>`);
    const scale = element.querySelector<RatingScale>('late-scale')!;
    scale.value = 4;
    LateScale.define('late-scale');
    await scale.updateComplete;
    expect([chosen(scale), ...new FormData(element)]).to.deep.equal([4, ['noise', '4']]);
  });

  it('says in text what is missing, leads there, and takes it back once it is there (34, 35)', async () => {
    const { form: element, scale } = await form(html`<rating-scale name="noise" label="Noise" required></rating-scale>`);
    const group = find(scale, 'fieldset');
    expect([group.getAttribute('aria-required'), group.getAttribute('aria-invalid')]).to.deep.equal(['true', 'false']);
    expect(find(scale, '[part=error]').textContent).to.equal('');
    expect(element.reportValidity()).to.equal(false);
    await scale.updateComplete;
    expect(focused(scale)).to.equal(radios(scale)[0]);
    expect(group.getAttribute('aria-invalid')).to.equal('true');
    expect(find(scale, `#${group.getAttribute('aria-describedby')}`).textContent).to.equal('Please choose an answer.');
    radios(scale)[1]!.click();
    await scale.updateComplete;
    expect(element.checkValidity()).to.equal(true);
    expect(find(scale, '[part=error]').textContent).to.equal('');
    expect(group.getAttribute('aria-invalid')).to.equal('false');
  });

  it('leaves the focus where it is when the page only asks whether the form is valid (34)', async () => {
    const { form: element, scale } = await form(html`<input /><rating-scale name="noise" label="Noise" required></rating-scale>`);
    const field = element.querySelector('input')!;
    field.focus();
    expect(element.checkValidity()).to.equal(false);
    expect(scale.checkValidity()).to.equal(false);
    await scale.updateComplete;
    expect(document.activeElement).to.equal(field);
  });

  it('is not missing while it can only be read, and cannot be changed then (15)', async () => {
    const { scale } = await form(html`<rating-scale name="noise" label="Noise" required readonly></rating-scale>`);
    expect(scale.validity.valid).to.equal(true);
    radios(scale)[1]!.click();
    await scale.updateComplete;
    expect([scale.value, radios(scale).some((radio) => radio.checked)]).to.deep.equal([undefined, false]);
    expect(find(scale, 'fieldset').getAttribute('aria-readonly')).to.equal('true');
  });

  it('knows its form and its labels', async () => {
    const { form: element, scale } = await form(html`<label for="noise">Noise</label><rating-scale id="noise"></rating-scale>`);
    expect(scale.form).to.equal(element);
    expect([...scale.labels]).to.deep.equal([element.querySelector('label')]);
  });
});

describe('<rating-scale>', () => {
  it('says once by input and once by change what somebody chose, and nothing of what the page sets', async () => {
    const { holder, scale } = await scaleIn(html`<rating-scale label="Noise"></rating-scale>`);
    const heard: [string, number | undefined][] = [];
    for (const type of ['input', 'change']) {
      holder.addEventListener(type, ({ target }) => heard.push([type, (target as RatingScale).value]));
    }
    radios(scale)[3]!.click();
    await scale.updateComplete;
    radios(scale)[3]!.click();
    scale.focus();
    await sendKeys({ press: 'ArrowRight' });
    scale.value = 1;
    expect(heard).to.deep.equal([
      ['input', 4],
      ['change', 4],
      ['input', 5],
      ['change', 5],
    ]);
  });

  it('is a group of radios named by its label, whose ends say what they mean (1, 2, 3, 11)', async () => {
    const { scale } = await scaleIn(
      html`<rating-scale label="Noise" min="0" max="3" anchor-start="Quiet" anchor-end="Loud"></rating-scale>`,
    );
    expect(find(scale, 'legend').textContent).to.equal('Noise');
    expect(find(scale, '[part=anchor-end]').textContent).to.equal('Loud');
    expect(names(scale)).to.deep.equal(['0, quiet', '1', '2', '3, loud']);
    expect(chosen(scale)).to.equal(undefined);
    const nodes: { role: string; name: string }[] | false = await executeServerCommand('accessibility-tree');
    expect(nodes !== false).to.equal(inChromium);
    if (!nodes) return;
    expect(nodes.filter(({ role }) => role === 'radiogroup').map(({ name }) => name)).to.deep.equal(['Noise']);
    expect(nodes.filter(({ role }) => role === 'radio').map(({ name }) => name)).to.deep.equal(names(scale));
  });

  it('is named by a label of the page, which leads into it (40)', async () => {
    const { holder, scale } = await scaleIn(html`<rating-scale id="noise" value="2"></rating-scale><label for="noise">How loud?</label>`);
    holder.querySelector('label')!.click();
    await scale.updateComplete;
    expect(focused(scale)).to.equal(radios(scale)[1]);
    expect(find(scale, 'fieldset').getAttribute('aria-label')).to.equal('How loud?');
    const nodes: { role: string; name: string }[] | false = await executeServerCommand('accessibility-tree');
    if (!nodes) return;
    expect(nodes.filter(({ role }) => role === 'radiogroup').map(({ name }) => name)).to.deep.equal(['How loud?']);
  });

  it('is named by its aria-label where the page shows none (40)', async () => {
    const { scale } = await scaleIn(html`<rating-scale aria-label="How loud?"></rating-scale>`);
    expect(find(scale, 'fieldset').getAttribute('aria-label')).to.equal('How loud?');
    expect(scale.shadowRoot!.querySelector('legend')).to.equal(null);
  });

  it('is answered by keyboard alone, with one tab stop (4, 5, 6, 7, 8, 56)', async () => {
    const { holder, scale } = await scaleIn(html`<button>Before</button><rating-scale label="Noise" min="0" max="10"></rating-scale><button id="after">After</button>`);
    holder.querySelector('button')!.focus();
    const shortcuts: string[] = [];
    holder.addEventListener('keydown', ({ key }) => shortcuts.push(key));
    await sendKeys({ press: 'Tab' });
    expect(focused(scale)).to.equal(radios(scale)[0]);
    for (const [press, value] of [
      ['7', 7],
      ['ArrowRight', 8],
      ['ArrowUp', 7],
      ['End', 10],
      ['ArrowDown', 0],
      ['1', 1],
      ['0', 10],
      ['Home', 0],
    ] as const) {
      await sendKeys({ press });
      expect(scale.value, press).to.equal(value);
      expect(focused(scale), press).to.equal(radios(scale)[value]);
    }
    expect(shortcuts.filter((key) => /^\d$/.test(key))).to.deep.equal([]);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement!.id).to.equal('after');
  });

  for (const [look, points] of [
    ['stars', 4],
    ['faces', 5],
  ] as const) {
    it(`shows ${look}, each named in words (12, 14)`, async () => {
      const meanings = ['Bad', 'Poor', 'Fair', 'Good', 'Great'].slice(0, points);
      const { scale } = await scaleIn(html`<rating-scale label="Noise" max=${points} look=${look} .meanings=${meanings}></rating-scale>`);
      expect(scale.shadowRoot!.querySelectorAll('svg[aria-hidden=true]')).to.have.length(points);
      expect(names(scale)).to.deep.equal(meanings);
      radios(scale)[1]!.click();
      await scale.updateComplete;
      expect(find(scale, '[part=selected-label]').textContent).to.equal('Poor');
      expect(getComputedStyle(find(scale, 'svg')).stroke).to.not.equal('none');
      const filled = [...scale.shadowRoot!.querySelectorAll('svg')].filter((svg) => getComputedStyle(svg).fill !== 'none');
      expect(filled).to.have.length(look === 'stars' ? 2 : 0);
      scale.look = 'numbers';
      await scale.updateComplete;
      expect(names(scale)[1]).to.equal('2, poor');
    });

    for (const theme of ['light', 'dark']) {
      it(`passes axe with ${look} in the ${theme} theme (41, 54)`, async () => {
        const { scale } = await form(html`<rating-scale label="Noise" look=${look} theme=${theme} value="2" required></rating-scale>`);
        await expect(scale).to.be.accessible();
        scale.value = undefined;
        scale.checkValidity();
        await scale.updateComplete;
        await expect(scale).to.be.accessible();
      });
    }
  }

  it('passes axe when an aria-label names it (40, 54)', async () => {
    const { scale } = await scaleIn(html`<rating-scale aria-label="How loud?"></rating-scale>`);
    await expect(scale).to.be.accessible();
  });

  it('has targets of at least 24 by 24 pixels at 320 pixels, in two rows (13)', async () => {
    const { scale } = await scaleIn(html`<rating-scale label="Noise" min="0" max="10"></rating-scale>`);
    scale.style.width = '320px';
    await new Promise(requestAnimationFrame);
    const boxes = radios(scale).map((radio) => radio.parentElement!.getBoundingClientRect());
    for (const { width, height } of boxes) {
      expect(width).to.be.at.least(24);
      expect(height).to.be.at.least(24);
    }
    expect(new Set(boxes.map(({ top }) => top)).size).to.equal(2);
    expect(scale.scrollWidth).to.be.at.most(320);
  });

  it('keeps the chosen point visible in forced colours (12, 44)', async () => {
    const { scale } = await scaleIn(html`<rating-scale label="Noise" value="2"></rating-scale>`);
    const emulated = await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
    expect(emulated).to.equal(inChromium);
    if (!emulated) return;
    const [chosenOne, other] = [1, 2].map((index) => getComputedStyle(radios(scale)[index]!.parentElement!));
    expect(chosenOne!.borderTopWidth).to.equal('3px');
    expect(chosenOne!.backgroundColor).to.not.equal(other!.backgroundColor);
    await executeServerCommand('emulate-features', {});
  });

  it('writes language and direction on the wrapper inside, and goes from right to left there (5, 50, 51)', async () => {
    const { scale } = await scaleIn(html`<rating-scale label="Lärm" lang="de" dir="rtl" required></rating-scale>`);
    expect([find(scale, '[part=surface]').lang, find(scale, '[part=surface]').dir]).to.deep.equal(['de', 'rtl']);
    scale.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(scale.value).to.equal(2);
    scale.value = undefined;
    scale.checkValidity();
    await scale.updateComplete;
    expect(find(scale, '[part=error]').textContent).to.equal('Bitte wähle eine Antwort.');
  });

  for (const [attributes, told] of [
    [{ min: '5', max: '2' }, 'min and max="5 and 2"'],
    [{ min: '0', max: '11' }, 'min and max="0 and 11"'],
    [{ min: '0.5' }, 'min and max="0.5 and 5"'],
    [{ max: 'many' }, 'min and max="1 and NaN"'],
    [{ look: 'hearts' }, 'look="hearts"'],
    [{ look: 'thumbs' }, 'look="thumbs"'],
  ] as [Record<string, string>, string][]) {
    it(`keeps to five numbers and warns once of ${told}`, async () => {
      const lines = await warnings(async () => {
        for (let time = 0; time < 2; time++) {
          const { scale } = await scaleIn(html`<rating-scale label="Noise"></rating-scale>`);
          for (const [name, value] of Object.entries(attributes)) scale.setAttribute(name, value);
          await scale.updateComplete;
          expect(names(scale)).to.deep.equal(['1', '2', '3', '4', '5']);
          expect(scale.shadowRoot!.querySelector('svg')).to.equal(null);
        }
      });
      expect(lines.filter((line) => line.includes(told))).to.have.length(1);
    });
  }

  for (const look of ['stars', 'faces']) {
    it(`names ${look} in words of the page's language where nobody says what they mean (14)`, async () => {
      const { scale } = await scaleIn(html`<rating-scale label="Noise" look=${look}></rating-scale>`);
      expect(names(scale)).to.deep.equal(['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied']);
      expect(scale.shadowRoot!.querySelector('[part=selected-label]')).to.equal(null);
      scale.lang = 'de';
      await waitUntil(() => names(scale)[4] === 'Sehr zufrieden');
      scale.anchorEnd = 'Leise';
      await scale.updateComplete;
      expect(names(scale).at(-1)).to.equal('Leise');
    });
  }

  it('shows numbers where five faces are too few', async () => {
    const { scale } = await scaleIn(html`<rating-scale label="Noise" max="7" look="faces"></rating-scale>`);
    expect(radios(scale)).to.have.length(7);
    expect(scale.shadowRoot!.querySelector('svg')).to.equal(null);
  });
});
