import type { Delivery } from '@askwell/core';
import type { SurveyDraft, SurveyElement } from '@askwell/surveys';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { action } from 'storybook/actions';
import { expect, waitFor } from 'storybook/test';
import { answer } from './answer-survey.js';
import { showElement } from './show-element.js';
import { surveyTags, type SurveyTag } from './survey-tags.js';

/** Every attribute of the survey, and what stands around it. */
export interface SurveyArgs extends Record<string, unknown> {
  placement: SurveyElement['placement'];
  /** What the page says becomes of the answer. */
  delivery: Delivery['state'] | 'none';
  /** What the device remembers. */
  remembered: SurveyDraft | undefined;
}

export type SurveyStory = StoryObj<SurveyArgs>;

type Context = Parameters<NonNullable<SurveyStory['play']>>[0];

const ANCHOR = 'story-anchor';

function render(tag: SurveyTag, { delivery, remembered, ...args }: SurveyArgs): TemplateResult {
  return html`<div
    @askwell-draft=${(event: HTMLElementEventMap['askwell-draft']) => {
      if (!event.draft) event.restored = remembered;
    }}
    @askwell-response=${(event: HTMLElementEventMap['askwell-response']) => {
      action('askwell-response')(event.record);
      if (delivery !== 'none') event.waitUntil(Promise.resolve({ state: delivery }));
    }}
  >
    ${args.placement === 'anchor' ? html`<button id=${ANCHOR} type="button">What the prompt is about</button>` : ''}
    ${showElement(tag, { ...args, anchor: args.anchor ?? (args.placement === 'anchor' ? `#${ANCHOR}` : undefined) })}
  </div>`;
}

/** What the stories of every survey have: controls for its attributes come from the manifest. */
export function surveyMeta(args: Record<string, unknown> = {}): Meta<SurveyArgs> {
  return {
    args: { placement: 'inline', again: 'never', impressions: 'off', delivery: 'none', remembered: undefined, ...args },
    argTypes: {
      delivery: {
        description: 'What the page says becomes of the answer',
        control: 'select',
        options: ['none', 'saved', 'sent', 'volatile', 'blocked'],
        table: { category: 'the page of this story' },
      },
      remembered: { table: { disable: true } },
    },
    render: (all, { component }) => render(component as SurveyTag, all),
  };
}

export const part = (survey: Element, name: string): HTMLElement => survey.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)!;

/** The survey of a story, once it shows; a prompt is opened, as a visitor's click would. */
export async function surveyIn({ canvasElement }: Pick<Context, 'canvasElement'>): Promise<SurveyElement> {
  const survey = canvasElement.querySelector<SurveyElement>(surveyTags.join())!;
  await survey.updateComplete;
  if (survey.placement !== 'inline') await survey.open();
  // Where the texts or the placement are fetched first, the surface comes later.
  await waitFor(() => expect(part(survey, 'surface')).toBeVisible(), { timeout: 10_000 });
  await Promise.all(part(survey, 'surface').getAnimations().map(({ finished }) => finished));
  return survey;
}

const draft = (status: SurveyDraft['status'], answers: SurveyDraft['answers']): SurveyDraft => ({
  id: '0192a7d0-0000-7000-8000-000000000000',
  revision: 1,
  status,
  answers,
  shownAt: '2026-11-01T10:00:00.000Z',
  at: Date.now(),
});

export const question: SurveyStory = {
  play: async (context) => {
    await expect(part(await surveyIn(context), 'question')).toBeVisible();
  },
};

export const chosen = (choice?: number): SurveyStory => ({
  play: async (context) => {
    const survey = await surveyIn(context);
    await answer(survey, choice);
    await expect(survey.shadowRoot!.querySelector(':checked, :is([type=email]):valid')).not.toBeNull();
  },
});

export const missing: SurveyStory = {
  play: async (context) => {
    const survey = await surveyIn(context);
    (part(survey, 'next') ?? part(survey, 'submit')).click();
    await waitFor(() => expect(part(survey, 'error').textContent).not.toBe(''));
  },
};

/** The thanks, and what they say of the delivery; for a choice that belongs to a band, the thanks of that band. */
export const thanks = (delivery: SurveyArgs['delivery'] = 'none', choice?: number): SurveyStory => ({
  args: { delivery },
  play: async (context) => {
    const survey = await surveyIn(context);
    await answer(survey, choice);
    await survey.submit();
    await survey.updateComplete;
    await expect(part(survey, 'thanks')).toBeVisible();
    await waitFor(() => expect(part(survey, 'status').textContent !== '').toBe(context.args.delivery !== 'none'));
  },
});

export const couldNotBeSaved: SurveyStory = {
  args: { delivery: 'blocked' },
  play: async (context) => {
    const survey = await surveyIn(context);
    await answer(survey);
    await survey.submit();
    await expect(part(survey, 'error').textContent).not.toBe('');
    await expect(part(survey, 'copy')).toBeVisible();
  },
};

export const answeredBefore: SurveyStory = {
  args: { remembered: draft('complete', {}) },
  play: async (context) => {
    await expect(part(await surveyIn(context), 'change')).toBeVisible();
  },
};

/** Goes on with what somebody has begun to write. */
export const takenUpAgain = (answers: SurveyDraft['answers'], text: string): SurveyStory => ({
  args: { remembered: draft('partial', answers) },
  play: async (context) => {
    await expect((await surveyIn(context)).shadowRoot!.querySelector('textarea')).toHaveValue(text);
  },
});

export const disabled: SurveyStory = {
  args: { disabled: true },
  play: async (context) => {
    await expect((await surveyIn(context)).shadowRoot!.querySelector('input:disabled, button:disabled')).not.toBeNull();
  },
};

export const readonly = (answers: SurveyDraft['answers']): SurveyStory => ({
  args: { readonly: true, remembered: draft('partial', answers) },
  play: question.play!,
});

/** A choice that waits to be sent, with a long time to undo it. */
export const undoable: SurveyStory = {
  args: { autosubmit: true, undo: 600 },
  play: async (context) => {
    const survey = await surveyIn(context);
    await answer(survey);
    await waitFor(() => expect(part(survey, 'undo')).toBeVisible());
  },
};

/** The survey in another place. A prompt in the docs would cover them. */
export const placed = (placement: SurveyArgs['placement'], at?: string): SurveyStory => ({
  args: { placement, at },
  tags: ['!autodocs'],
  play: async (context) => {
    const survey = await surveyIn(context);
    await expect(part(survey, 'surface').matches(':popover-open, [open]')).toBe(true);
  },
});
