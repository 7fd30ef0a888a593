/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { tablesOf, type Manifest } from './manifest-tables.js';

// Made by `npm run manifest`; without it the docs have no tables.
const [manifest] = Object.values(import.meta.glob<Manifest>('../custom-elements.json', { eager: true, import: 'default' }));
if (manifest) setCustomElementsManifest(manifest);

/** The elements of a story follow the theme of their wrapper, and not that of the system. */
async function followWrapper(wrapper: Element | undefined): Promise<void> {
  // The story itself is rendered right after its wrapper.
  await Promise.resolve();
  for (const element of wrapper?.querySelectorAll(':not([theme])') ?? []) {
    if (element.localName.includes('-')) element.setAttribute('theme', 'page');
  }
}

const size = (name: string, width: number, height: number, type: 'mobile' | 'tablet' | 'desktop'): object => ({
  name: `${name} (${width} × ${height})`,
  styles: { width: `${width}px`, height: `${height}px` },
  type,
});

/** From a window at 400 % zoom to a desk. */
const viewports = {
  zoomed: size('Zoomed to 400 %', 320, 256, 'mobile'),
  phone: size('Phone', 360, 740, 'mobile'),
  tablet: size('Tablet', 768, 1024, 'tablet'),
  laptop: size('Laptop', 1280, 720, 'desktop'),
};

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
    docs: {
      story: { autoplay: true },
      extractArgTypes: (tag: string) => manifest && tablesOf(tag, manifest),
    },
    controls: { expanded: true, sort: 'none' },
    options: { storySort: { order: ['For product managers', 'For designers', 'For developers', 'Design', 'Surveys', 'Charts'] } },
    viewport: { options: viewports },
  },
  initialGlobals: { theme: 'auto', direction: 'ltr', language: 'en', density: 'own' },
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
    density: {
      description: 'Density',
      toolbar: {
        title: 'Density',
        icon: 'component',
        dynamicTitle: true,
        items: [
          { value: 'own', title: 'Density of the story' },
          { value: 'compact', title: 'Compact' },
          { value: 'regular', title: 'Regular' },
          { value: 'roomy', title: 'Roomy' },
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
    (story, { args, globals: { theme, direction, language, density } }) => html`
      <div
        class="askwell-story"
        lang=${language as string}
        dir=${direction as string}
        data-theme=${theme as string}
        ${ref((wrapper) => void followWrapper(wrapper))}
      >
        ${story(density === 'own' ? {} : { args: { ...args, density: density as string } })}
      </div>
    `,
  ],
};

export default preview;
