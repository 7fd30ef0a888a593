import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';

import unit from './vitest.config.ts';

const sources = fileURLToPath(new URL('../packages/triggers/src/', import.meta.url));

/** The unit tests of what is mutated. Stryker works in a copy, whose packages are links to the originals: those in the copy are meant. */
export default mergeConfig(
  { ...unit, test: { ...unit.test, include: [] } },
  {
    resolve: {
      alias: [
        { find: /^@askwell\/triggers$/, replacement: `${sources}index.ts` },
        { find: /^@askwell\/triggers\/(.*)\.js$/, replacement: `${sources}$1.ts` },
      ],
    },
    test: { include: ['test/unit/triggers/*.test.ts'] },
  },
);
