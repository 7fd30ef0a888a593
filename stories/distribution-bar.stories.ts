import '@askwell/charts/define/distribution-bar.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { airport2017, airport2018, fewAnswers, satisfaction } from './airport-passengers.js';
import { empty, failed, fromAnAddress, loading, showing, type ChartArgs } from './chart-states.js';

interface Args extends ChartArgs {
  groups: 'nps' | 'score';
}

const meta: Meta<Args> = {
  title: 'Charts/distribution-bar',
  component: 'distribution-bar',
  args: { label: undefined, period: undefined, data: airport2018, previous: undefined, src: undefined, groups: 'nps' },
  argTypes: { groups: { control: 'inline-radio', options: ['nps', 'score'] } },
  render: ({ label, period, data, previous, src, groups }) => html`
    <distribution-bar
      label=${label ?? nothing}
      period=${period ?? nothing}
      src=${src ?? nothing}
      groups=${groups}
      .data=${data}
      .previous=${previous}
    ></distribution-bar>
  `,
};

export default meta;

type Story = StoryObj<Args>;

export const ThreeGroups: Story = showing({ label: 'Would passengers recommend the airport?', period: 'May 2018' });

export const EveryScore: Story = { ...showing({}), args: { data: fewAnswers, groups: 'score' } };

export const FivePoints: Story = { ...showing({}), args: { data: satisfaction, groups: 'score' } };

export const TwoWaves: Story = showing({ data: [airport2018, airport2017] });

export const PreviousWave: Story = showing({ previous: airport2017 });

export const LowBase: Story = showing({ data: fewAnswers });

export const Empty: Story = empty;

export const FromAnAddress: Story = fromAnAddress;

export const Loading: Story = loading;

export const Failed: Story = failed;
