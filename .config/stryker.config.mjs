/** What of each package is mutated: what decides, and what keeps and sends. */
const SOURCES = {
  triggers: '{arbitrate,clamp-history,compare,evaluate,match-url,parse-duration,rest,sample-bucket,test-condition,test-trigger,verdict}.ts',
  client: '*.ts',
};
const target = process.env.MUTATE ?? 'triggers';

/** Puts bugs into a package, and counts those that no test finds: [MUTATE=client] npm run test:mutation */
export default {
  mutate: [`packages/${target}/src/${SOURCES[target]}`],
  testRunner: 'vitest',
  vitest: { configFile: '.config/mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: `.output/mutation/${target}.json` },
  clearTextReporter: { logTests: false },
  tempDirName: '.output/stryker',
  ignorePatterns: ['.output', '.data', '**/dist', 'storybook-static'],
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
};
