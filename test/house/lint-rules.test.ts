import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd, overrideConfigFile: '.config/eslint.config.js' });

/** The rules that a text breaks in the place of an element's source. */
async function brokenRules(text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: 'packages/surveys/src/nps/nps-survey.ts' });
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId))];
}

const element = (body: string) => `import { LitElement } from 'lit';\nexport class Thing extends LitElement {\n${body}\n}\n`;
const template = (markup: string) => `import { html } from 'lit';\nexport const view = (x: string) => html\`${markup}\`;\n`;

describe('the linter', { timeout: 60_000 }, () => {
  it.each([
    ['an element in its order', element('static a = 1;\n#b = 2;\nconstructor() { super(); this.#on(); }\n#on(): number { return this.#b; }')],
    ['a template of classes', template('<p class=${x}></p>')],
    ['a page that is used when called', 'export const language = () => document.documentElement.lang;\n'],
    ['asking whether there is a page', `export const isPage = typeof window !== 'undefined';\n`],
  ])('accepts %s', async (_name, text) => {
    expect(await brokenRules(text)).toEqual([]);
  });

  it.each([
    ['a handler before render', element('#onClick(): void { this.click(); }\noverride render() { return this.#onClick; }'), '@typescript-eslint/member-ordering'],
    ['a private helper before a handler', element('#help(): void { this.#onClick(); }\n#onClick(): void { this.#help(); }'), 'askwell/element-order'],
    ['a field after the constructor', element('constructor() { super(); }\nlate = 1;'), '@typescript-eslint/member-ordering'],
    ['a decorator', element('@property() accessor a = 1;').replace('{ LitElement }', '{ LitElement, property }'), 'no-restricted-syntax'],
    ['a default export', 'export default 1;\n', 'no-restricted-syntax'],
    ['a style attribute', template('<p style="color: red">${x}</p>'), 'no-restricted-syntax'],
    ['styleMap', `export { styleMap } from 'lit/directives/style-map.js';\n`, 'no-restricted-imports'],
    ['unsafeHTML', `export { unsafeHTML } from 'lit/directives/unsafe-html.js';\n`, 'no-restricted-imports'],
    ['innerHTML', `export const write = (e: Element) => { e.innerHTML = ''; };\n`, 'no-restricted-properties'],
    ['innerHTML in a template', template('<p .innerHTML=${x}></p>'), 'no-restricted-syntax'],
    ['eval', `export const run = (x: string): unknown => eval(x);\n`, 'no-eval'],
    ['a page that is used at import', 'export const language = document.documentElement.lang;\n', 'askwell/no-page-at-import'],
    ['a forgotten promise', 'export const wait = () => { Promise.resolve(); };\n', '@typescript-eslint/no-floating-promises'],
    ['an image without a text', template('<img src=${x}>'), 'lit-a11y/alt-text'],
    ['a lifecycle method without super', element('override connectedCallback(): void { this.click(); }'), 'lit/lifecycle-super'],
    ['a listener that nobody removes', element('override connectedCallback(): void { super.connectedCallback(); document.addEventListener("x", this.f); }\nf = () => {};'), 'wc/require-listener-teardown'],
  ])('refuses %s', async (_name, text, rule) => {
    expect(await brokenRules(text)).toContain(rule);
  });
});
