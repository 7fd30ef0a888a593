import { defaultClientConditions, defineConfig } from 'vite';

/** The stories show the packages' sources. */
export default defineConfig({
  resolve: { conditions: ['askwell-source', ...defaultClientConditions] },
});
