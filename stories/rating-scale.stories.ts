import type { RatingScale } from '@askwell/surveys';
import '@askwell/surveys/define/rating-scale.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { showElement } from './show-element.js';

type Args = Record<string, unknown>;

const meanings = ['Very bad', 'Bad', 'Neither bad nor good', 'Good', 'Very good'];

const meta: Meta<Args> = {
  title: 'Surveys/rating-scale',
  component: 'rating-scale',
  args: { name: 'stay', label: 'How was your stay?', 'anchor-start': 'Very bad', 'anchor-end': 'Very good' },
  render: (args) => html`<form @submit=${(event: Event) => event.preventDefault()}>
    ${showElement('rating-scale', args)}
    <p><button>Send</button> <button type="reset">Reset</button></p>
  </form>`,
};

export default meta;

type Story = StoryObj<Args>;

async function scaleIn(canvas: HTMLElement): Promise<RatingScale> {
  const scale = canvas.querySelector('rating-scale')!;
  await waitFor(() => expect(scale.shadowRoot!.querySelector('[part=surface]')).toBeVisible());
  return scale;
}

const choosing = (args: Args): Story => ({
  args,
  play: async ({ canvasElement }) => {
    const scale = await scaleIn(canvasElement);
    [...scale.shadowRoot!.querySelectorAll('input')].at(-2)!.click();
    const { min, max } = scale;
    await expect(scale.value).toBe(Math.min(Math.max(max - 1, min), max));
  },
});

export const Unanswered: Story = {
  play: async ({ canvasElement }) => {
    await expect((await scaleIn(canvasElement)).value).toBeUndefined();
  },
};

export const Numbers: Story = choosing({});

export const Stars: Story = choosing({ look: 'stars', meanings });

export const Faces: Story = choosing({ look: 'faces', meanings });

export const ElevenPoints: Story = choosing({ min: 0, max: 10 });

export const Missing: Story = {
  args: { required: true },
  play: async ({ canvasElement }) => {
    const scale = await scaleIn(canvasElement);
    scale.reportValidity();
    await waitFor(() => expect(scale.shadowRoot!.querySelector('[part=error]')!.textContent).not.toBe(''));
  },
};

export const Disabled: Story = { args: { disabled: true, value: 3 } };

export const Readonly: Story = { args: { readonly: true, value: 3 } };
