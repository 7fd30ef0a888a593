import '@askwell/charts/define/distribution-bar.js';
import type { DistributionBar } from '@askwell/charts';
import { expect, fixture, html } from '@open-wc/testing';

import { address, find, sfo2017, sfo2018, table, takeaway, text } from './answers.js';

/** Left edge and width of each visible colour, in percent; the pattern lies on one of them. */
function widths(chart: DistributionBar): [left: number, width: number][] {
  return [...chart.renderRoot.querySelectorAll('.bar rect:not([fill^=url])')].map((rect) => [
    parseFloat(rect.getAttribute('x')!),
    parseFloat(rect.getAttribute('width')!),
  ]);
}

describe('<distribution-bar>', () => {
  it('shows the three groups as shares that add up to 100', async () => {
    const chart = await fixture<DistributionBar>(html`<distribution-bar .data=${sfo2017}></distribution-bar>`);
    expect(await takeaway(chart)).to.equal(
      'Detractors (0–6) 12.5%, Passives (7–8) 35.2%, Promoters (9–10) 52.3%, n 2,746',
    );
    const total = widths(chart).reduce((sum, [, width]) => sum + width, 0);
    expect(total).to.be.closeTo(100, 1e-9);
    expect(chart.renderRoot.querySelectorAll('.bar [fill="url(#hatch)"]')).to.have.length(1);
  });

  it('holds names, counts and shares of every row in its table', async () => {
    const chart = await fixture<DistributionBar>(
      html`<distribution-bar .data=${[{ ...sfo2017, label: '2017' }, { ...sfo2018, label: '2018' }]}></distribution-bar>`,
    );
    expect(table(chart)).to.deep.equal([
      ['Measure', '2017', '2018'],
      ['Detractors (0–6)', '342 (12.5%)', '447 (16.9%)'],
      ['Passives (7–8)', '968 (35.2%)', '935 (35.3%)'],
      ['Promoters (9–10)', '1,436 (52.3%)', '1,268 (47.8%)'],
      ['Answers', '2,746', '2,650'],
    ]);
    expect(chart.renderRoot.querySelectorAll('.bar')).to.have.length(2);
  });

  it('shows the previous wave under the present one', async () => {
    const chart = await fixture<DistributionBar>(html`
      <distribution-bar src=${address(sfo2018)} period="2018" previous-src=${address(sfo2017)} previous-label="2017">
      </distribution-bar>
    `);
    await takeaway(chart, 'Detractors');
    await chart.refresh();
    const names = [...chart.renderRoot.querySelectorAll('.bar')].map((bar) => bar.getAttribute('aria-label'));
    expect(names).to.deep.equal([
      '2018: Detractors (0–6) 16.9%, Passives (7–8) 35.3%, Promoters (9–10) 47.8%, n 2,650',
      '2017: Detractors (0–6) 12.5%, Passives (7–8) 35.2%, Promoters (9–10) 52.3%, n 2,746',
    ]);
  });

  for (const { scale, counts, names } of [
    { scale: [1, 5], counts: { 1: 2, 3: 10, 5: 28 }, names: ['1', '2', '3', '4', '5'] },
    { scale: [1, 7], counts: { 7: 50 }, names: ['1', '2', '3', '4', '5', '6', '7'] },
    { scale: undefined, counts: { 2: 20, 4: 30 }, names: ['2', '3', '4'] },
  ]) {
    it(`shows every score of ${scale ? scale.join(' to ') : 'those that were given'}`, async () => {
      const chart = await fixture<DistributionBar>(
        html`<distribution-bar groups="score" .data=${{ scale, counts }}></distribution-bar>`,
      );
      expect(table(chart).map(([name]) => name)).to.deep.equal(['Measure', ...names, 'Answers']);
    });
  }

  it('names the most frequent score', async () => {
    const chart = await fixture<DistributionBar>(
      html`<distribution-bar groups="score" period="2017" .data=${sfo2017}></distribution-bar>`,
    );
    expect(await takeaway(chart)).to.equal('2017: Most often 10 (31.8%), n 2,746');
  });

  it('lays the segments from the right where text runs from right to left', async () => {
    const data = { counts: { detractors: 10, passives: 20, promoters: 70 } };
    const ltr = await fixture<DistributionBar>(html`<distribution-bar .data=${data}></distribution-bar>`);
    expect(widths(ltr)).to.deep.equal([[0, 10], [10, 20], [30, 70]]);
    const rtl = await fixture<DistributionBar>(html`<distribution-bar dir="rtl" .data=${data}></distribution-bar>`);
    expect(widths(rtl)).to.deep.equal([[90, 10], [70, 20], [0, 70]]);
  });

  for (const { width, labels } of [
    { width: 600, labels: ['12.5%', '35.2%', '52.3%'] },
    { width: 400, labels: ['35.2%', '52.3%'] },
    { width: 272, labels: ['35.2%', '52.3%'] },
    { width: 160, labels: ['52.3%'] },
  ]) {
    it(`labels only segments with room when it is ${width} pixels wide, and leaves none out of the table`, async () => {
      const room = await fixture(html`<div><distribution-bar .data=${sfo2017}></distribution-bar></div>`);
      (room as HTMLElement).style.inlineSize = `${width}px`;
      const chart = room.firstElementChild as DistributionBar;
      await chart.updateComplete;
      const shown = [...chart.renderRoot.querySelectorAll<SVGTextElement>('.bar text')].filter(
        (label) => parseFloat(getComputedStyle(label).fontSize) > 0,
      );
      expect(shown.map(({ textContent }) => textContent)).to.deep.equal(labels);
      for (const label of shown) {
        expect(parseFloat(getComputedStyle(label).fontSize)).to.equal(12);
        const segment = label.previousElementSibling!.getBoundingClientRect();
        expect(label.getComputedTextLength(), label.outerHTML).to.be.at.most(segment.width);
      }
      expect(text(chart, 'table')).to.contain('342 (12.5%)');
    });
  }

  it('gives counts and no shares below 10 answers', async () => {
    const data = { counts: { detractors: 2, passives: 1, promoters: 6 } };
    const chart = await fixture<DistributionBar>(html`<distribution-bar .data=${data}></distribution-bar>`);
    expect(await takeaway(chart)).to.equal('Detractors (0–6) 2, Passives (7–8) 1, Promoters (9–10) 6, n 9');
    expect(text(chart, 'figure')).to.not.contain('%');
    chart.groups = 'score';
    chart.data = { counts: { 5: 6, 4: 3 }, scale: [1, 5] };
    await chart.updateComplete;
    expect(await takeaway(chart)).to.equal('Most often 5 (6), n 9');
    expect(text(chart, 'figure')).to.not.contain('%');
  });

  it('warns of a low base in any row, and not of an empty one', async () => {
    const enough = { counts: { 10: 30 }, label: 'a' };
    const chart = await fixture<DistributionBar>(
      html`<distribution-bar .data=${[enough, { counts: { 10: 29 }, label: 'b' }]}></distribution-bar>`,
    );
    expect(text(chart, '[part=notice]')).to.equal('Low base: fewer than 30 answers.');
    chart.data = [enough, { counts: {}, label: 'b' }];
    await chart.updateComplete;
    expect(chart.renderRoot.querySelector('[part=notice]')).to.equal(null);
    expect(find(chart, '[part=row]:last-of-type .bar').getAttribute('aria-label')).to.equal('b: No answers yet.');
  });

  it('lets a table that may be too wide be scrolled by keyboard', async () => {
    const rows = ['A', 'B', 'C'].map((label) => ({ ...sfo2017, label }));
    const chart = await fixture<DistributionBar>(html`<distribution-bar .data=${rows}></distribution-bar>`);
    expect(find(chart, '[part=table]').getAttribute('tabindex')).to.equal('0');
    chart.data = rows.slice(0, 2);
    await chart.updateComplete;
    expect(find(chart, '[part=table]').hasAttribute('tabindex')).to.equal(false);
  });
});
