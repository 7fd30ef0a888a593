import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';

import unit from './vitest.config.ts';

const client = {
  include: ['test/unit/client/*.test.ts', 'test/browser/client/*.test.ts'],
  // Ten seconds, which would be spent on every mutant.
  exclude: ['test/unit/client/model.test.ts'],
  setupFiles: ['.config/browser-in-node.mjs'],
  testTimeout: 5000,
};
/** The tests of each package that is mutated; those for a browser run in Node, where a mutant takes seconds. */
const TESTS: Record<string, Partial<typeof client>> = {
  triggers: { include: ['test/unit/triggers/*.test.ts'] },
  client,
  // Of it, what the client makes its bodies with.
  core: client,
};
const { MUTATE: target = 'triggers', MUTANT } = process.env;
/** Of the package, or of a copy of it with a bug. */
const sources = MUTANT ?? fileURLToPath(new URL(`../packages/${target}/src/`, import.meta.url));

/** The tests of what is mutated. Stryker works in a copy, whose packages are links to the originals: those in the copy are meant. */
export default mergeConfig(
  { ...unit, test: { ...unit.test, include: [] } },
  {
    resolve: {
      alias: [
        { find: new RegExp(`^@askwell/${target}$`), replacement: `${sources}index.ts` },
        { find: '@askwell/client/endpoint.js', replacement: `${sources}endpoint-fault.ts` },
        { find: new RegExp(`^@askwell/${target}/(.*)\\.js$`), replacement: `${sources}$1.ts` },
        { find: '@open-wc/testing', replacement: fileURLToPath(new URL('open-wc-in-node.ts', import.meta.url)) },
      ],
    },
    test: { globals: true, ...TESTS[target] },
  },
);
