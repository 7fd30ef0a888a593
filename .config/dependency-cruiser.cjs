/** Which packages and which npm dependencies each package may import; the list reads from the page down to the words. */
const house = {
  askwell: { packages: ['surveys', 'client', 'triggers', 'locales', 'base', 'core'], npm: ['lit'] },
  cli: { packages: ['collector', 'schema', 'triggers', 'locales', 'metrics', 'core'], npm: ['jsonc-parser'] },
  surveys: { packages: ['base', 'locales', 'core'], npm: ['lit', '@floating-ui/dom'] },
  charts: { packages: ['metrics', 'base', 'locales'], npm: ['lit'] },
  triggers: { packages: ['locales', 'core'], npm: [] },
  collector: { packages: ['schema', 'metrics', 'locales', 'core'], npm: ['hono', '@hono/node-server', '@electric-sql/pglite'] },
  client: { packages: ['core'], npm: ['idb-keyval'] },
  schema: { packages: ['core'], npm: ['zod'] },
  base: { packages: ['core', 'locales'], npm: ['lit'] },
  locales: { packages: [], npm: [] },
  metrics: { packages: [], npm: [] },
  core: { packages: [], npm: [] },
};

/** What a page may load; the rest runs on Node. */
const PAGES = '^packages/(askwell|surveys|charts|client|triggers|base|locales|metrics|core)/';

/** The one module there that runs on Node. It starts the command line, which lies outside of the house's order for pages. */
const BIN = '^packages/askwell/bin/';

const rules = Object.entries(house).flatMap(([name, { packages, npm }]) => [
  {
    name: `${name}-packages`,
    comment: `${name} imports ${packages.join(', ') || 'no other package'}. The order of the house stands in .config/dependency-cruiser.cjs.`,
    severity: 'error',
    from: { path: `^packages/${name}/`, pathNot: BIN },
    to: { path: '^packages/', pathNot: `^packages/(${[name, ...packages].join('|')})/` },
  },
  {
    name: `${name}-npm`,
    comment: `${name} imports ${npm.join(', ') || 'nothing'} from npm.`,
    severity: 'error',
    from: { path: `^packages/${name}/src/` },
    to: {
      path: 'node_modules/',
      ...(npm.length > 0 && { pathNot: `node_modules/(${npm.join('|')})/` }),
    },
  },
]);

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'known-package',
      comment: 'A new package gets its line in .config/dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/(${Object.keys(house).join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycle',
      comment: 'Two modules that need each other are one module, or need a third. Types may.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'No such file, package, or public path of a package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'public-paths',
      comment: 'Import what a user could: @askwell/core, not a path into its folder.',
      severity: 'error',
      from: { path: '^([^/]+)/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'page-without-zod',
      comment: 'zod costs a page as much as Lit: schema and the collector have it, a page has the guards of core.',
      severity: 'error',
      from: { path: PAGES, pathNot: BIN },
      to: { path: 'node_modules/zod/', reachable: true },
    },
    {
      name: 'page-without-node',
      comment: 'A page has no Node.',
      severity: 'error',
      from: { path: PAGES, pathNot: BIN },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-without-bin',
      comment: 'The bin starts the command line, on Node.',
      severity: 'error',
      from: { pathNot: BIN },
      to: { path: BIN },
    },
    {
      name: 'shipped-dependencies',
      comment: 'What a package imports stands in the dependencies of its own package.json.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages/[^/]+|demo)/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['askwell-source', 'import', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
