/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';

// Made by `npm run manifest`; without it the docs have no tables.
const [manifest] = Object.values(import.meta.glob('../custom-elements.json', { eager: true, import: 'default' }));
if (manifest) setCustomElementsManifest(manifest);

/** The elements of a story follow the theme of their wrapper, and not that of the system. */
async function followWrapper(wrapper: Element | undefined): Promise<void> {
  // The story itself is rendered right after its wrapper.
  await Promise.resolve();
  for (const element of wrapper?.querySelectorAll(':not([theme])') ?? []) {
    if (element.localName.includes('-')) element.setAttribute('theme', 'page');
  }
}

const preview: Preview = {
  tags: ['autodocs'],
  // On a docs page every story plays by itself; one that took the focus would take the scroll along.
  beforeEach: ({ viewMode, canvasElement }) => {
    canvasElement.inert = viewMode === 'docs';
  },
  afterEach: ({ canvasElement }) => {
    canvasElement.inert = false;
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    docs: { story: { autoplay: true } },
  },
  initialGlobals: { theme: 'auto', direction: 'ltr', language: 'en' },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Theme of the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    language: {
      description: 'Language',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
        ],
      },
    },
  },
  decorators: [
    (story, { globals: { theme, direction, language } }) => html`
      <div
        class="askwell-story"
        lang=${language as string}
        dir=${direction as string}
        data-theme=${theme as string}
        ${ref((wrapper) => void followWrapper(wrapper))}
      >
        ${story()}
      </div>
    `,
  ],
};

export default preview;
