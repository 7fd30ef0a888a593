import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['askwell-source', 'module', 'node', 'development|production'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/triggers/*.test.ts'],
    environment: 'node',
    // The lists of departures are to be read, not attributed to a test.
    disableConsoleIntercept: true,
  },
});
