import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { elementOrder } from './eslint/element-order.js';
import { noPageAtImport } from './eslint/no-page-at-import.js';

const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

/** What the strictest content security policy and Trusted Types forbid in a page. */
const forbiddenInPages = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        { name: 'lit/directives/style-map.js', message: 'It writes style attributes, which style-src may forbid. Use classes or SVG attributes.' },
        { name: 'lit/directives/unsafe-html.js', message: 'Texts are data: render them as text.' },
        { name: 'lit/directives/unsafe-svg.js', message: 'Use svg`` templates.' },
        { name: 'lit/decorators.js', message: 'Elements declare plain static properties.' },
      ],
    },
  ],
  'no-restricted-properties': [
    'error',
    ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
      property,
      message: 'Render a lit template.',
    })),
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'Decorator', message: 'Elements declare plain static properties.' },
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only.' },
    {
      selector: 'TaggedTemplateExpression[tag.name=/^(html|svg|mathml)$/] TemplateElement[value.raw=/\\sstyle=/]',
      message: 'A style attribute breaks under a strict style-src. Use classes or SVG attributes.',
    },
    {
      selector: 'TaggedTemplateExpression[tag.name=/^(html|svg|mathml)$/] TemplateElement[value.raw=/\\.(inner|outer)HTML=/]',
      message: 'Texts are data: render them as text.',
    },
  ],
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', 'storybook-static/', '.data/', '.output/', 'test/frameworks/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    extends: [js.configs.recommended],
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: { ...nodeGlobals, document: 'readonly', window: 'readonly' } },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An implementation may be synchronous where its interface is not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // Lit calls listeners with their element as this.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['after', 'before', 'describe', 'it', 'test'] }] },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/member-ordering': [
        'error',
        {
          default: {
            memberTypes: [
              'signature',
              'static-field', '#private-static-field', 'static-initialization', 'static-method', '#private-static-method',
              'public-instance-field', 'public-abstract-field', 'protected-instance-field', 'protected-abstract-field',
              'private-instance-field',
              '#private-instance-field',
              'constructor',
              ['public-instance-method', 'public-abstract-method', 'protected-instance-method', 'protected-abstract-method'],
              ['private-instance-method', '#private-instance-method'],
            ],
          },
        },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'demo/*.ts', 'stories/**/*.ts', 'test/browser/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs.recommended, wc.configs['flat/best-practice']],
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'off',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/value-after-constraints': 'error',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    plugins: { askwell: { rules: { 'element-order': elementOrder, 'no-page-at-import': noPageAtImport } } },
    rules: { ...forbiddenInPages, 'askwell/element-order': 'error' },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['packages/*/src/define/*.ts', 'packages/askwell/src/*-survey.ts'],
    rules: { 'askwell/no-page-at-import': 'error' },
  },
  { files: ['demo/*.ts'], rules: forbiddenInPages },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Chai asserts by reading a property, and tests hand over and throw broken values on purpose.
      '@typescript-eslint/member-ordering': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
);
