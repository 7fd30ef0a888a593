import { fileURLToPath } from 'node:url';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions: ['askwell-source', ...defaultServerConditions] },
  ssr: { resolve: { conditions: ['askwell-source', ...defaultServerConditions] } },
  test: {
    environment: 'node',
    include: ['test/unit/**/*.test.ts', 'test/house/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
