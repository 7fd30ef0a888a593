import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, waitFor } from 'storybook/test';
import type { TokenEditor } from './token-editor.js';
import './token-editor.js';

const meta: Meta = {
  title: 'Design/Tokens',
  // Two tabs and a prompt would cover the docs.
  tags: ['!autodocs'],
  // The same survey stands there twice on purpose.
  parameters: { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
  render: () => html`<token-editor></token-editor>`,
};

export default meta;

async function editorIn(canvas: HTMLElement): Promise<TokenEditor> {
  const editor = canvas.querySelector<TokenEditor>('token-editor')!;
  await waitFor(() => expect(editor.tokens.length).toBeGreaterThan(10), { timeout: 10_000 });
  await editor.updateComplete;
  return editor;
}

export const Tokens: StoryObj = {
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await expect(editor.css).toBe('');
    const root = editor.shadowRoot!;
    await fireEvent.input(root.querySelector('[aria-label="--askwell-brand, light"]')!, { target: { value: '#006644' } });
    await fireEvent.input(root.getElementById('--askwell-radius')!, { target: { value: '0.25' } });
    await editor.updateComplete;
    const css = root.querySelector('textarea')!.value;
    await expect(css).toMatch(/^:root \{\n {2}--askwell-brand: light-dark\(#006644, #[0-9a-f]{6}\);\n {2}--askwell-radius: 0.25rem;\n\}\n$/);
    const submit = root.querySelector('.light nps-survey')!.shadowRoot!.querySelector('[part=submit]')!;
    await expect(getComputedStyle(submit).backgroundColor).toBe('rgb(0, 102, 68)');
    await expect(root.querySelector('.light [data-pair="on-brand brand"]')!.textContent).toMatch(/^[67]\.\d\d:1$/);
  },
};
