import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const demo = fileURLToPath(new URL('demo/', import.meta.url));

/** The pages of the demo, from what the packages publish. */
export default defineConfig({
  root: demo,
  base: './',
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'es2022',
    // A strict content security policy refuses data: addresses.
    assetsInlineLimit: 0,
    // What a script fetches later has no links that fetch its parts ahead: should the network be gone just then, Firefox
    // would never ask for such a part again, and what a survey has collected waited for the next page.
    modulePreload: { polyfill: false, resolveDependencies: (_file, chunks, { hostType }) => (hostType === 'html' ? chunks : []) },
    rolldownOptions: {
      input: readdirSync(demo).filter((file) => file.endsWith('.html')).map((file) => demo + file),
      output: { minify: true },
    },
  },
});
