import { clientFor } from '@askwell/client';
import { uuidv7, type ResponseRecord } from '@askwell/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import 'askwell/survey-inspector.js';
import { expect, waitFor } from 'storybook/test';
import { showElement } from './show-element.js';

interface Args {
  theme: 'light' | 'dark' | 'page' | undefined;
}

const meta: Meta<Args> = {
  title: 'Delivery/survey-inspector',
  component: 'survey-inspector',
  args: { theme: undefined },
  render: (args) => showElement('survey-inspector', { ...args }),
};

export default meta;

type Story = StoryObj<Args>;

const answer = (survey: string): ResponseRecord => ({
  v: 1,
  id: uuidv7(),
  revision: 1,
  survey,
  kind: 'nps',
  scale: [0, 10],
  wording: 'nps@1',
  locale: 'en',
  status: 'complete',
  answers: { score: 9 },
  shownAt: new Date().toISOString(),
  channel: 'in-app',
  client: 'askwell/0.1.0',
});

/** An endpoint that has been given these answers and gives such a reply. */
function delivering(path: string, reply: () => Promise<Response>, ...surveys: string[]): Story {
  const endpoint = new URL(path, location.href).href;
  return {
    beforeEach: async () => {
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) => (input === endpoint ? reply() : fetch(input, init));
      const client = clientFor(endpoint);
      for (const survey of surveys) await client.submit(answer(survey));
      await client.flush();
      return async () => {
        await client.purge();
        globalThis.fetch = fetch;
      };
    },
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('survey-inspector')!.shadowRoot!;
      await waitFor(() => expect(root.textContent).toContain(surveys.length ? endpoint : 'No answer waits'));
    },
  };
}

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

export const Empty: Story = delivering('/nobody', offline);

export const Waiting: Story = delivering('/out-of-reach', offline, 'q4', 'q4', 'onboarding');

export const DeadLetters: Story = delivering('/refuses', () => Promise.resolve(new Response(null, { status: 422 })), 'q4', 'onboarding');
