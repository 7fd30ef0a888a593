import type { Delivery } from '@askwell/core';
import type { NpsSurvey, SurveyDraft } from '@askwell/surveys';
import '@askwell/surveys/define/nps-survey.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';

interface Args {
  product: string;
  placement: 'inline' | 'corner';
  preview: boolean;
  disabled: boolean;
  readonly: boolean;
  /** What the page says becomes of the answer. */
  delivery: Delivery['state'] | 'none';
  /** What the device remembers. */
  remembered: SurveyDraft | undefined;
}

const draft = (status: SurveyDraft['status'], answers: SurveyDraft['answers']): SurveyDraft => ({
  id: '0192a7d0-0000-7000-8000-000000000000',
  revision: 1,
  status,
  answers,
  shownAt: '2026-11-01T10:00:00.000Z',
  at: Date.now(),
});

const meta: Meta<Args> = {
  title: 'Surveys/nps-survey',
  component: 'nps-survey',
  args: { product: 'Acme', placement: 'inline', preview: false, disabled: false, readonly: false, delivery: 'none', remembered: undefined },
  argTypes: {
    placement: { control: 'inline-radio', options: ['inline', 'corner'] },
    delivery: { description: 'What the page says becomes of the answer', control: 'select', options: ['none', 'saved', 'sent', 'volatile', 'blocked'] },
    remembered: { table: { disable: true } },
  },
  render: ({ product, placement, preview, disabled, readonly, delivery, remembered }) => html`
    <div
      @askwell-draft=${(event: HTMLElementEventMap['askwell-draft']) => {
        if (!event.draft) event.restored = remembered;
      }}
      @askwell-response=${(event: HTMLElementEventMap['askwell-response']) => {
        if (delivery !== 'none') event.waitUntil(Promise.resolve({ state: delivery }));
      }}
    >
      <nps-survey
        product=${product || nothing}
        placement=${placement}
        again="never"
        impressions="off"
        ?preview=${preview}
        ?disabled=${disabled}
        ?readonly=${readonly}
      ></nps-survey>
    </div>
  `,
};

export default meta;

type Story = StoryObj<Args>;

async function surveyIn(canvas: HTMLElement): Promise<NpsSurvey> {
  const survey = canvas.querySelector('nps-survey')!;
  // Where the texts or the placement are fetched first, the surface comes later.
  await waitFor(() => expect(survey.shadowRoot!.querySelector('[part=surface]')).not.toBeNull(), { timeout: 10_000 });
  return survey;
}

async function choose(canvas: HTMLElement, score: number): Promise<NpsSurvey> {
  const survey = await surveyIn(canvas);
  survey.shadowRoot!.querySelectorAll('input')[score]!.click();
  await survey.updateComplete;
  return survey;
}

function part(survey: NpsSurvey, name: string): HTMLElement {
  return survey.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;
}

/** Chooses a score and expects the follow-up question of its group. */
const followUp = (score: number): Story => ({
  play: async ({ canvasElement }) => {
    const survey = await choose(canvasElement, score);
    await expect(part(survey, 'follow-up')).toBeVisible();
  },
});

/** Chooses a score, submits and expects the thanks. */
const submitted = (delivery: Args['delivery']): Story => ({
  args: { delivery },
  play: async ({ canvasElement }) => {
    const survey = await choose(canvasElement, 9);
    await survey.submit();
    await survey.updateComplete;
    await expect(part(survey, 'thanks')).toBeVisible();
    await waitFor(() => expect(part(survey, 'status').textContent !== '').toBe(delivery !== 'none'));
  },
});

export const Initial: Story = {
  play: async ({ canvasElement }) => {
    await expect((await surveyIn(canvasElement)).shadowRoot!.querySelectorAll('input')).toHaveLength(11);
  },
};

export const WithoutProduct: Story = { args: { product: '' } };

export const Promoter: Story = followUp(9);

export const Passive: Story = followUp(8);

export const Detractor: Story = followUp(3);

export const NothingChosen: Story = {
  play: async ({ canvasElement }) => {
    const survey = await surveyIn(canvasElement);
    await survey.submit();
    await expect(part(survey, 'error').textContent).not.toBe('');
  },
};

export const Thanks: Story = submitted('none');

export const SavedOnThisDevice: Story = submitted('saved');

export const Sent: Story = submitted('sent');

export const CouldNotBeSaved: Story = {
  args: { delivery: 'blocked' },
  play: async ({ canvasElement }) => {
    const survey = await choose(canvasElement, 3);
    await survey.submit();
    await expect(part(survey, 'error').textContent).not.toBe('');
  },
};

export const AnsweredBefore: Story = {
  args: { remembered: draft('complete', {}) },
  play: async ({ canvasElement }) => {
    await expect(part(await surveyIn(canvasElement), 'change')).toBeVisible();
  },
};

export const DraftTakenUpAgain: Story = {
  args: { remembered: draft('partial', { score: 7, comment: 'The Wi-Fi in the terminal' }) },
  play: async ({ canvasElement }) => {
    const survey = await surveyIn(canvasElement);
    await expect(survey.shadowRoot!.querySelector('textarea')).toHaveValue('The Wi-Fi in the terminal');
  },
};

export const Preview: Story = { args: { preview: true } };

export const Disabled: Story = { args: { disabled: true } };

export const Readonly: Story = { args: { readonly: true, remembered: draft('partial', { score: 8 }) } };

export const Corner: Story = {
  args: { placement: 'corner' },
  // A prompt in the docs would cover them.
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const surface = part(await surveyIn(canvasElement), 'surface');
    // Prompts stay away for the first three seconds of a page.
    await waitFor(() => expect(surface.matches(':popover-open')).toBe(true), { timeout: 10_000 });
    await Promise.all(surface.getAnimations().map(({ finished }) => finished));
  },
};
