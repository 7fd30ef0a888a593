import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';

/** Bundles the pages of this folder with the packages' sources: `<name>.js` and its chunks. */
export async function bundlePages(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('./page/', import.meta.url));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { conditions: ['askwell-source', ...defaultClientConditions] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: ['kill', 'tabs', 'network', 'replies', 'policies', 'workers', 'volume'].map((name) => `${root}${name}.ts`),
        // volume.ts is called, not loaded.
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
