import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a module of this folder, from what the packages publish, as a page of a user would: `bench.js` and its chunks. */
export async function bundle(module: string, outDir: string, base = '/'): Promise<void> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  await build({
    configFile: false,
    root,
    base,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // What is measured is large for the one and small for the others.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: `${root}${module}`,
        output: { entryFileNames: 'bench.js', minify: true },
      },
    },
  });
}
