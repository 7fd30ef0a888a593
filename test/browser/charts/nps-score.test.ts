import '@askwell/charts/define/nps-score.js';
import type { NpsScore } from '@askwell/charts';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { address, find, sfo2017, sfo2018, table, takeaway, text } from './answers.js';

describe('<nps-score>', () => {
  it('says the score, its interval, how it moved and whether that is more than chance', async () => {
    const chart = await fixture<NpsScore>(
      html`<nps-score .data=${sfo2018} .previous=${sfo2017} previous-label="2017" period="2018"></nps-score>`,
    );
    expect(await takeaway(chart, 'since')).to.equal(
      'NPS 31.0 (28.1 to 33.8), n 2,650, down 8.9 since 2017, significant (p < 0.001)',
    );
    expect(text(chart, '[part=change]')).to.equal('▼ down 8.9 since 2017, significant (p < 0.001)');
  });

  it('holds every value in its table', async () => {
    const chart = await fixture<NpsScore>(html`
      <nps-score
        .data=${{ ...sfo2018, partial: 3 }}
        .previous=${{ ...sfo2017, label: '2017' }}
        .band=${{ from: 50, to: 80, source: 'our target' }}
        period="2018"
      ></nps-score>
    `);
    await takeaway(chart, 'since');
    expect(table(chart)).to.deep.equal([
      ['Measure', '2018', '2017'],
      ['NPS', '30.98', '39.84'],
      ['95% interval', '28.12 to 33.77', '37.18 to 42.41'],
      ['Detractors (0–6)', '447 (16.9%)', '342 (12.5%)'],
      ['Passives (7–8)', '935 (35.3%)', '968 (35.2%)'],
      ['Promoters (9–10)', '1,268 (47.8%)', '1,436 (52.3%)'],
      ['Answers', '2,650', '2,746'],
      ['Not submitted yet', '3', ''],
      ['Change', '-8.86 (-12.70 to -5.00)', ''],
      ['Reference', '50 to 80 (our target)', ''],
    ]);
  });

  it('calls a change that chance explains not significant', async () => {
    const chart = await fixture<NpsScore>(html`
      <nps-score
        .data=${{ counts: { detractors: 10, passives: 30, promoters: 60 } }}
        .previous=${{ counts: { detractors: 20, passives: 30, promoters: 50 } }}
      ></nps-score>
    `);
    expect(await takeaway(chart, 'since')).to.contain('up 20 since the previous wave, not significant (p = 0.057)');
  });

  it('calls equal scores unchanged', async () => {
    const chart = await fixture<NpsScore>(html`<nps-score .data=${sfo2017} .previous=${sfo2017}></nps-score>`);
    expect(await takeaway(chart, 'since')).to.contain('unchanged since the previous wave, not significant (p = 1.000)');
  });

  for (const { n, shown, warned } of [
    { n: 9, shown: false, warned: false },
    { n: 10, shown: true, warned: true },
    { n: 29, shown: true, warned: true },
    { n: 30, shown: true, warned: false },
  ]) {
    it(`${shown ? 'shows' : 'hides'} the score of ${n} answers ${warned ? 'with' : 'without'} the low-base notice`, async () => {
      const chart = await fixture<NpsScore>(html`<nps-score .data=${{ counts: { 10: n } }}></nps-score>`);
      expect(chart.renderRoot.querySelector('.value') !== null).to.equal(shown);
      expect(chart.renderRoot.querySelector('[part=notice]') !== null).to.equal(warned);
      expect(table(chart)[1]).to.deep.equal(['NPS', shown ? '100.00' : '–']);
      expect(table(chart)[5]).to.deep.equal(['Promoters (9–10)', shown ? `${n} (100%)` : `${n}`]);
      expect(text(chart, '.bar').includes('%')).to.equal(shown);
      expect(await takeaway(chart)).to.contain(shown ? 'NPS 100' : 'fewer than 10 answers');
    });
  }

  it('says that there are no answers yet, as data and as an absence of data', async () => {
    const none = await fixture<NpsScore>(html`<nps-score .data=${{ counts: {}, scale: null }}></nps-score>`);
    expect(await takeaway(none)).to.equal('No answers yet.');
    const unset = await fixture<NpsScore>(html`<nps-score></nps-score>`);
    expect(text(unset, '[part=status]')).to.equal('No answers yet.');
  });

  it('gives as many decimals as the interval allows, or as many as it is told', async () => {
    const wide = { counts: { detractors: 4, passives: 6, promoters: 10 } };
    const chart = await fixture<NpsScore>(html`<nps-score .data=${wide}></nps-score>`);
    expect(text(chart, '.value')).to.equal('30');
    chart.data = sfo2017;
    await chart.updateComplete;
    expect(text(chart, '.value')).to.equal('39.8');
    chart.decimals = 2;
    await chart.updateComplete;
    expect(text(chart, '.value')).to.equal('39.84');
  });

  it('draws the half circle from left to right, and mirrored where text runs from right to left', async () => {
    const data = { counts: { promoters: 90, passives: 10, detractors: 0 } };
    const needleStart = async (dir: string): Promise<number> => {
      const chart = await fixture<NpsScore>(html`<nps-score dir=${dir} .data=${data}></nps-score>`);
      return (find(chart, '.needle') as SVGPathElement).getPointAtLength(0).x;
    };
    expect(await needleStart('ltr')).to.be.greaterThan(200);
    expect(await needleStart('rtl')).to.be.lessThan(120);
  });

  it('keeps German from left to right in a page from right to left', async () => {
    const chart = await fixture<NpsScore>(
      html`<nps-score lang="de" dir="rtl" .data=${sfo2018} .previous=${{ ...sfo2017, label: '2017' }}></nps-score>`,
    );
    await takeaway(chart, '2017');
    const row = [...chart.renderRoot.querySelectorAll('tr')].find(({ textContent }) => textContent.includes('Intervall'))!;
    for (const [element, first, last] of [
      [find(chart, '[part=takeaway]'), 'NPS', '0,001'],
      [find(chart, '[part=change] b'), '8,9', 'niedriger'],
      [row.cells[1]!, '28,12', '33,77'],
      [find(chart, 'caption'), 'Net', 'Werte'],
    ] as const) {
      expect(left(element, first), element.textContent).to.be.lessThan(left(element, last));
      if (element.localName !== 'b') expect(getComputedStyle(element).textAlign).to.equal('right');
    }
    const interval = [...chart.renderRoot.querySelectorAll<SVGTextElement>('.gauge text')].at(-1)!;
    expect(left(interval, '28,1')).to.be.lessThan(left(interval, '33,8'));
  });

  it('speaks German where the page does', async () => {
    const chart = await fixture<NpsScore>(
      html`<nps-score lang="de" .data=${sfo2018} .previous=${{ ...sfo2017, label: '2017' }}></nps-score>`,
    );
    expect(await takeaway(chart, '2017')).to.equal(
      'NPS 31,0 (28,1 bis 33,8), n 2.650, 8,9 niedriger als 2017, signifikant (p < 0,001)',
    );
    expect(find(chart, 'figure').getAttribute('lang')).to.equal('de');
  });

  for (const scale of [[1, 5], [1, 10], [1, 11]]) {
    it(`refuses answers from ${scale.join(' to ')}, and does not offer to load them again`, async () => {
      const chart = await fixture<NpsScore>(html`<nps-score src=${address({ scale, counts: { 5: 40 } })}></nps-score>`);
      await waitUntil(() => text(chart, '[part=status]') === 'The answers do not fit this chart.');
      expect(chart.renderRoot.querySelector('.value')).to.equal(null);
      expect(chart.renderRoot.querySelector('[part=retry]')).to.equal(null);
    });
  }

  it('warns with the detail that a server gives', async () => {
    const { fetch } = globalThis;
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    globalThis.fetch = async () =>
      Response.json({ title: 'Bad request', detail: 'No survey is called q5.' }, { status: 400 });
    try {
      const chart = await fixture<NpsScore>(html`<nps-score src="/summary?survey=q5"></nps-score>`);
      await waitUntil(() => chart.renderRoot.querySelector('[part=retry]'));
      expect(lines.join()).to.contain('400 No survey is called q5.');
    } finally {
      globalThis.fetch = fetch;
      console.warn = warn;
    }
  });

  for (const broken of [{}, { counts: { 10: -1 } }, { counts: { 10: 1.5 } }, { counts: { 11: 3 } }, { counts: { seven: 3 } }, 'none']) {
    it(`refuses ${JSON.stringify(broken)}`, async () => {
      const chart = await fixture<NpsScore>(html`<nps-score .data=${broken}></nps-score>`);
      expect(text(chart, '[part=status]')).to.equal('The answers do not fit this chart.');
    });
  }

  it('moves when new data are set', async () => {
    const chart = await fixture<NpsScore>(html`<nps-score .data=${{ counts: { 10: 40, 0: 10 } }}></nps-score>`);
    expect(await takeaway(chart)).to.contain('n 50');
    chart.data = { counts: { 10: 41, 0: 10 } };
    await chart.updateComplete;
    expect(await takeaway(chart)).to.contain('n 51');
  });

  it('compares what it fetches from two addresses', async () => {
    const chart = await fixture<NpsScore>(
      html`<nps-score src=${address(sfo2018)} previous-src=${address(sfo2017)} previous-label="2017"></nps-score>`,
    );
    expect(await takeaway(chart, 'since')).to.contain('down 8.9 since 2017');
  });

  it('says so and offers to try again when an address fails, and shows the answers once it works', async () => {
    const summary = URL.createObjectURL(new Blob([JSON.stringify(sfo2017)]));
    const gone = URL.createObjectURL(new Blob(['']));
    URL.revokeObjectURL(gone);
    const chart = await fixture<NpsScore>(html`<nps-score src=${gone}></nps-score>`);
    await waitUntil(() => chart.renderRoot.querySelector('[part=retry]'));
    expect(text(chart, '[part=status]')).to.equal('The answers could not be loaded.');
    (find(chart, '[part=retry]') as HTMLButtonElement).click();
    await chart.refresh();
    expect(text(chart, '[part=retry]')).to.equal('Try again');
    chart.src = summary;
    expect(await takeaway(chart, 'NPS')).to.contain('39.8');
    expect(chart.renderRoot.querySelector('[part=retry]')).to.equal(null);
    expect(text(chart, '[part=status]')).to.equal('');
  });

  it('keeps its answers while the same address is asked again and fails', async () => {
    const summary = URL.createObjectURL(new Blob([JSON.stringify(sfo2017)]));
    const chart = await fixture<NpsScore>(html`<nps-score src=${summary}></nps-score>`);
    await takeaway(chart, 'NPS');
    URL.revokeObjectURL(summary);
    await chart.refresh();
    expect(await takeaway(chart)).to.contain('39.8');
    expect(text(chart, '[part=status]')).to.equal('The answers could not be loaded.');
  });

  it('is still fed by one request where a stream cannot be had', async () => {
    const chart = await fixture<NpsScore>(html`<nps-score live src=${address(sfo2017)}></nps-score>`);
    expect(await takeaway(chart, 'NPS')).to.contain('39.8');
  });

  it('loads again when it is moved in the page', async () => {
    const chart = await fixture<NpsScore>(html`<nps-score src=${address(sfo2017)}></nps-score>`);
    await takeaway(chart, 'NPS');
    const parent = chart.parentElement!;
    chart.remove();
    parent.append(chart);
    await chart.updateComplete;
    expect(await takeaway(chart)).to.contain('39.8');
  });

  it('takes another title and a note from the page', async () => {
    const chart = await fixture<NpsScore>(html`
      <nps-score label="Recommendation" .data=${sfo2017}><a slot="note" href="#">DataSF</a></nps-score>
    `);
    expect(text(chart, '[part=title]')).to.equal('Recommendation');
    expect((find(chart, 'slot[name=note]') as HTMLSlotElement).assignedElements()).to.have.length(1);
  });
});

/** Where these words of an element begin on the screen. */
function left(element: Element, words: string): number {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const start = texts.currentNode.nodeValue!.indexOf(words);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, start);
    range.setEnd(texts.currentNode, start + words.length);
    return range.getClientRects()[0]!.left;
  }
  throw new Error(`"${words}" was expected in "${element.textContent}".`);
}
