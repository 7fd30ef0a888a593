import type { ChartElement, ScoreSummary } from '@askwell/charts';
import { expect, waitFor } from 'storybook/test';
import { addressOf, airport2018 } from './airport-passengers.js';

/** What the stories of a chart can set. */
export interface ChartArgs {
  label: string | undefined;
  period: string | undefined;
  data: ScoreSummary | readonly ScoreSummary[] | undefined;
  previous: ScoreSummary | undefined;
  src: string | undefined;
}

interface ChartStory {
  args: Partial<ChartArgs>;
  beforeEach?: () => () => void;
  play: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

const chartIn = (canvas: HTMLElement): ChartElement => canvas.querySelector<ChartElement>('nps-score, distribution-bar')!;

const text = (canvas: HTMLElement, part: string): string =>
  chartIn(canvas).shadowRoot?.querySelector(`[part=${part}]`)?.textContent.trim() ?? '';

/** Shows these answers. */
export const showing = (args: Partial<ChartArgs>): ChartStory => ({
  args,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(text(canvasElement, 'takeaway')).not.toBe(''));
  },
});

/** The states that every chart has, whatever it draws. */
export const empty = showing({ data: { counts: {} } });

export const fromAnAddress = showing({ data: undefined, src: addressOf(airport2018) });

export const failed: ChartStory = {
  args: { data: undefined, src: 'data:application/json,broken' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(chartIn(canvasElement).shadowRoot?.querySelector('[part=retry]')).toBeVisible());
  },
};

const SLOW = 'https://slow.example/summary';

export const loading: ChartStory = {
  args: { data: undefined, src: SLOW },
  beforeEach: () => {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => (input === SLOW ? new Promise(() => {}) : fetch(input, init));
    return () => {
      globalThis.fetch = fetch;
    };
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(text(canvasElement, 'status')).not.toBe(''));
  },
};
