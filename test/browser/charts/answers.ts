import type { ChartElement, ScoreSummary } from '@askwell/charts';
import { expect, waitUntil } from '@open-wc/testing';

/** San Francisco airport, May 2017 and May 2018, "would you recommend us" (DataSF). */
export const sfo2017: ScoreSummary = {
  scale: [0, 10],
  counts: { 0: 17, 1: 6, 2: 8, 3: 19, 4: 18, 5: 144, 6: 130, 7: 291, 8: 677, 9: 564, 10: 872 },
};
export const sfo2018: ScoreSummary = {
  scale: [0, 10],
  counts: { 0: 24, 1: 11, 2: 24, 3: 26, 4: 24, 5: 205, 6: 133, 7: 334, 8: 601, 9: 498, 10: 770 },
};

/** An address that answers this. */
export function address(answer: unknown): string {
  return `data:application/json,${encodeURIComponent(JSON.stringify(answer))}`;
}

export function find(chart: ChartElement, selector: string): Element {
  const found = chart.renderRoot.querySelector(selector);
  expect(found, selector).to.not.equal(null);
  return found!;
}

export function text(chart: ChartElement, selector: string): string {
  return find(chart, selector).textContent.replace(/\s+/g, ' ').trim();
}

/** Waits until the takeaway holds these words, and says it in full. */
export async function takeaway(chart: ChartElement, words = ''): Promise<string> {
  await waitUntil(() => text(chart, '[part=takeaway]').includes(words), `a takeaway with "${words}"`);
  return text(chart, '[part=takeaway]');
}

/** The cells of the table, row by row. */
export function table(chart: ChartElement): string[][] {
  return [...chart.renderRoot.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );
}
