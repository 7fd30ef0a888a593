import type { ReferenceBand } from '@askwell/charts';
import '@askwell/charts/define/nps-score.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { airport2017, airport2018, fewAnswers } from './airport-passengers.js';
import { empty, failed, fromAnAddress, loading, showing, type ChartArgs } from './chart-states.js';

interface Args extends ChartArgs {
  band: ReferenceBand | null | undefined;
}

const meta: Meta<Args> = {
  title: 'Charts/nps-score',
  component: 'nps-score',
  args: { label: undefined, period: undefined, data: airport2018, previous: undefined, src: undefined, band: undefined },
  render: ({ label, period, data, previous, src, band }) => html`
    <nps-score
      label=${label ?? nothing}
      period=${period ?? nothing}
      src=${src ?? nothing}
      .data=${data}
      .previous=${previous}
      .band=${band === undefined ? { from: 50, to: 80 } : band}
    ></nps-score>
  `,
};

export default meta;

type Story = StoryObj<Args>;

export const Score: Story = showing({ label: 'Would passengers recommend the airport?', period: 'May 2018' });

export const SignificantChange: Story = showing({ period: '2018', previous: airport2017 });

export const NoSignificantChange: Story = showing({
  period: '2018',
  previous: { label: '2017', counts: { detractors: 440, passives: 940, promoters: 1270 } },
});

export const NegativeScore: Story = showing({ data: { counts: { detractors: 420, passives: 180, promoters: 90 } } });

export const WithoutReference: Story = { ...showing({}), args: { band: null } };

export const LowBase: Story = showing({ data: fewAnswers });

export const TooFewForAScore: Story = showing({ data: { counts: { detractors: 2, passives: 1, promoters: 3 } } });

export const Empty: Story = empty;

export const FromAnAddress: Story = fromAnAddress;

export const Loading: Story = loading;

export const Failed: Story = failed;
