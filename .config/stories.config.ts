import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import storybook from '../.storybook/vite.config.ts';
import { chromiumFlags, requireChromium } from './find-chromium.ts';

/** Every story is rendered and played in Chromium, and looked over by axe. */
export default mergeConfig(
  storybook,
  defineConfig({
    root: fileURLToPath(new URL('..', import.meta.url)),
    plugins: [storybookTest({ configDir: fileURLToPath(new URL('../.storybook', import.meta.url)) })],
    test: {
      name: 'stories',
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: requireChromium(), args: chromiumFlags } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }),
);
