// Builds what a page without a build loads: askwell.js with its chunks beside it, and askwell.iife.js in one file.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './command.mjs';

const askwell = join(root, 'packages/askwell');

function cdn(file, format, output) {
  return build({
    configFile: false,
    root: askwell,
    logLevel: 'warn',
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: format === 'es',
      target: 'es2022',
      minify: true,
      lib: { entry: join(askwell, 'dist', file), formats: [format], name: 'Askwell', fileName: () => file },
      rolldownOptions: { output: { minify: true, ...output } },
    },
  });
}

await cdn('askwell.js', 'es', { chunkFileNames: '[name]-[hash].js' });
await cdn('askwell.iife.js', 'iife', { codeSplitting: false });
