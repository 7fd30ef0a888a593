import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { accessibilityTree } from './accessibility-tree.mjs';
import { emulateFeatures } from './emulate-features.mjs';
import { tallyReporter } from './tally-reporter.mjs';
import { testEngines } from './test-engines.mjs';

const tally = process.env.ASKWELL_TALLY;

/** Every file starts with empty storage: WebKitGTK has one context for all of them. */
const page = (testFramework) => `<!doctype html>
<html lang="en">
  <head><title>Test</title></head>
  <body>
    <script type="module">
      localStorage.clear();
      sessionStorage.clear();
      const databases = await indexedDB.databases();
      await Promise.all(databases.map(({ name }) => new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = done;
      })));
      await import('${testFramework}');
    </script>
  </body>
</html>`;

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'test/browser/**/*.test.ts',
  nodeResolve: { exportConditions: ['askwell-source', 'development'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) }),
    accessibilityTree(),
    emulateFeatures(),
  ],
  browsers: await testEngines(process.env.ENGINES || 'chromium'),
  concurrentBrowsers: 3,
  concurrency: 1,
  testRunnerHtml: page,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 120_000,
  browserStartTimeout: 60_000,
  reporters: [defaultReporter(), ...(tally ? [tallyReporter(tally)] : [])],
};
