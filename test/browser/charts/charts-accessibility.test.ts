import '@askwell/charts/define/distribution-bar.js';
import '@askwell/charts/define/nps-score.js';
import type { ChartElement } from '@askwell/charts';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import { find, sfo2017, sfo2018, takeaway } from './answers.js';

interface Node {
  role: string;
  name: string;
}

/** What the engine hands to assistive technology; nothing where it keeps that to itself, as all but Chromium do. */
const tree = (): Promise<Node[] | null> => executeServerCommand('accessibility-tree');

const inChromium = 'userAgentData' in navigator;

const score = (theme: string, dir = 'ltr'): TemplateResult => html`
  <nps-score theme=${theme} dir=${dir} .data=${sfo2018} .previous=${{ ...sfo2017, label: '2017' }} period="2018"></nps-score>
`;
const bar = (theme: string, dir = 'ltr'): TemplateResult => html`
  <distribution-bar theme=${theme} dir=${dir} .data=${[1, 2, 3].map((at) => ({ ...sfo2018, label: `wave ${at}` }))}>
  </distribution-bar>
`;
const byScore = (theme: string): TemplateResult =>
  html`<distribution-bar theme=${theme} groups="score" .data=${sfo2018}></distribution-bar>`;

describe('charts for assistive technology', () => {
  it('hand over every name and every value of their tables', async () => {
    const chart = await fixture<ChartElement>(score('light'));
    await takeaway(chart, 'since');
    const nodes = await tree();
    expect(Boolean(nodes)).to.equal(inChromium);
    if (!nodes) return;
    const names = (...roles: string[]): string[] => nodes.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
    expect(names('rowheader')).to.include.members(['NPS', '95% interval', 'Detractors (0–6)', 'Passives (7–8)', 'Promoters (9–10)']);
    expect(names('columnheader')).to.deep.equal(['Measure', '2018', '2017']);
    expect(names('cell', 'gridcell')).to.include.members(['30.98', '28.12 to 33.77', '447 (16.9%)', '935 (35.3%)', '1,268 (47.8%)']);
    expect(names('image', 'img')).to.include(
      'Net Promoter Score NPS 31.0 (28.1 to 33.8), n 2,650, down 8.9 since 2017, significant (p < 0.001)',
    );
    expect(names('table')).to.deep.equal(['Net Promoter Score: all values']);
    expect(names('figure')).to.deep.equal(['Net Promoter Score']);
    expect(names('heading')).to.deep.equal(['Net Promoter Score']);
  });

  for (const theme of ['light', 'dark']) {
    for (const [name, template] of Object.entries({
      '<nps-score>': score(theme),
      '<distribution-bar>': bar(theme),
      '<distribution-bar groups="score">': byScore(theme),
      '<nps-score> from right to left': score(theme, 'rtl'),
      '<nps-score> with a low base': html`<nps-score theme=${theme} .data=${{ counts: { 10: 20 } }}></nps-score>`,
      '<nps-score> without answers': html`<nps-score theme=${theme} .data=${{ counts: {} }}></nps-score>`,
      '<nps-score> that failed': html`<nps-score theme=${theme} src="data:,none"></nps-score>`,
      '<distribution-bar> that waits': html`<distribution-bar theme=${theme}></distribution-bar>`,
    })) {
      it(`${name} passes axe, contrast included (${theme})`, async () => {
        const chart = await fixture<ChartElement>(template);
        if (name.endsWith('failed')) await waitUntil(() => chart.renderRoot.querySelector('[part=retry]'));
        await expect(chart).to.be.accessible();
      });

      it(`${name} has marks of 3:1 and labels of 4.5:1 (${theme})`, async () => {
        const chart = await fixture<ChartElement>(template);
        const surface = getComputedStyle(find(chart, 'figure')).backgroundColor;
        for (const mark of chart.renderRoot.querySelectorAll('[part=picture] :is(rect, path):not([fill^=url], [fill=none], .needle)')) {
          expect(contrast(getComputedStyle(mark).fill, surface), mark.outerHTML).to.be.at.least(3);
        }
        for (const label of chart.renderRoot.querySelectorAll('[part=picture] .bar text')) {
          // The halo hides the pattern; without one the label lies on its segment alone.
          const { fill, stroke } = getComputedStyle(label);
          const ground = stroke === 'none' ? getComputedStyle(label.previousElementSibling!).fill : stroke;
          expect(ground, label.outerHTML).to.match(/^(rgb|color|oklab)/);
          expect(contrast(fill, ground), label.outerHTML).to.be.at.least(4.5);
        }
        for (const label of chart.renderRoot.querySelectorAll('.gauge text')) {
          expect(contrast(getComputedStyle(label).fill, surface), label.outerHTML).to.be.at.least(4.5);
        }
      });
    }
  }

  it('write no inline style, which a strict content security policy would refuse', async () => {
    for (const template of [score('light'), bar('light'), byScore('light')]) {
      const chart = await fixture<ChartElement>(template);
      await chart.updateComplete;
      expect(chart.renderRoot.querySelectorAll('[style], style')).to.have.length(0);
    }
  });

  it('fit into 320 pixels with text of 12 or more', async () => {
    if (!inChromium) return;
    await setViewport({ width: 320, height: 640 });
    try {
      for (const template of [score('light'), bar('light'), byScore('light')]) {
        const chart = await fixture<ChartElement>(template);
        expect(chart.getBoundingClientRect().right).to.be.at.most(320);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const label of chart.renderRoot.querySelectorAll<SVGTextElement>('text')) {
          const scale = label.getScreenCTM()!.a;
          const size = parseFloat(getComputedStyle(label).fontSize) * scale;
          expect(size === 0 && label.matches('.bar text') ? 12 : size, label.outerHTML).to.be.at.least(12);
        }
      }
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('take the colours of the system where it forces them, and keep the pattern', async () => {
    const chart = await fixture<ChartElement>(bar('light'));
    const own = fills(chart);
    expect(Boolean(await executeServerCommand('emulate-features', { 'forced-colors': 'active' }))).to.equal(inChromium);
    if (!inChromium) return;
    try {
      const [detractors, pattern, passives, promoters] = fills(chart);
      expect(own).to.not.include(detractors);
      expect(pattern).to.equal('url("#hatch")');
      expect(contrast(detractors!, 'CanvasText')).to.be.closeTo(1, 0.01);
      expect(contrast(promoters!, 'CanvasText')).to.be.closeTo(1, 0.01);
      expect(contrast(passives!, 'GrayText')).to.be.closeTo(1, 0.01);
    } finally {
      await executeServerCommand('emulate-features', {});
    }
  });
});

/** The colours of the first bar, from its start to its end. */
function fills(chart: ChartElement): string[] {
  return [...find(chart, '.bar').querySelectorAll('rect')].map((rect) => getComputedStyle(rect).fill);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
