import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // Not the configuration of the demo, which is the one at the top.
  framework: { name: '@storybook/web-components-vite', options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } } },
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // A build beside would reload the page. Storybook replaces the "server" of the configuration file by its own.
  viteFinal: (config) => ({ ...config, server: { ...config.server, watch: { ignored: ['**/dist/**'] } } }),
};

export default config;
