/** Puts bugs into what decides, and counts those that no test finds: npm run test:mutation */
export default {
  mutate: ['packages/triggers/src/{arbitrate,clamp-history,compare,evaluate,match-url,parse-duration,rest,sample-bucket,test-condition,test-trigger,verdict}.ts'],
  testRunner: 'vitest',
  vitest: { configFile: '.config/mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress'],
  tempDirName: '.output/stryker',
  ignorePatterns: ['.output', '.data', '**/dist', 'storybook-static'],
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
};
