import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The names of the rules that a house of these files breaks. */
function brokenRules(files: Record<string, string>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'askwell-house-'));
  folders.push(house);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  write('package.json', '{ "type": "module" }');
  mkdirSync(join(house, 'node_modules/@askwell'), { recursive: true });
  for (const name of ['core', 'base', 'surveys', 'client', 'schema']) {
    const exports = { '.': { 'askwell-source': './src/index.ts' } };
    const dependencies = { zod: '4.6.7' };
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@askwell/${name}`, type: 'module', exports, dependencies }));
    write(`packages/${name}/src/index.ts`, `export const ${name} = 1;\n`);
    symlinkSync(join(house, 'packages', name), join(house, 'node_modules/@askwell', name), 'dir');
  }
  write('node_modules/zod/package.json', '{ "name": "zod", "version": "4.6.7", "type": "module", "exports": "./index.js" }');
  write('node_modules/zod/index.js', 'export const string = 1;\n');
  for (const [path, text] of Object.entries(files)) write(path, text);

  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', join(root, '.config/dependency-cruiser.cjs'), '--output-type', 'json', 'packages', 'test'].filter(
      (argument) => argument !== 'test' || Object.keys(files).some((path) => path.startsWith('test/')),
    ),
    { cwd: house, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (stderr) throw new Error(stderr);
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(report.summary.violations.map(({ rule }) => rule.name))].sort();
}

describe('the direction of imports', () => {
  it('lets a package import what lies below it', () => {
    expect(brokenRules({ 'packages/surveys/src/index.ts': `import '@askwell/base';\nimport '@askwell/core';\n` })).toEqual([]);
  });

  it('keeps the client from importing an element', () => {
    expect(brokenRules({ 'packages/client/src/index.ts': `import '@askwell/surveys';\n` })).toEqual(['client-packages']);
  });

  it('counts an import of types', () => {
    const text = `import type { surveys } from '@askwell/surveys';\nexport type Surveys = typeof surveys;\n`;
    expect(brokenRules({ 'packages/client/src/index.ts': text })).toEqual(['client-packages']);
  });

  it('keeps zod out of a page', () => {
    expect(brokenRules({ 'packages/core/src/index.ts': `import 'zod';\n` })).toEqual(['core-npm', 'page-without-zod']);
  });

  it('finds zod behind another package', () => {
    const files = {
      'packages/schema/src/index.ts': `import 'zod';\n`,
      'packages/base/src/index.ts': `import '@askwell/schema';\n`,
    };
    expect(brokenRules(files)).toEqual(['base-packages', 'page-without-zod']);
  });

  it('keeps Node out of a page', () => {
    expect(brokenRules({ 'packages/base/src/index.ts': `import 'node:fs';\n` })).toEqual(['page-without-node']);
  });

  it('refuses a path into the folder of a package', () => {
    const files = { 'test/unit/core/core.test.ts': `import '../../../packages/core/src/index.js';\n` };
    expect(brokenRules(files)).toEqual(['public-paths']);
  });

  it('refuses what a package does not export', () => {
    expect(brokenRules({ 'test/unit/core/core.test.ts': `import '@askwell/core/src/index.js';\n` })).toEqual(['resolvable']);
  });

  it('refuses a circle', () => {
    const files = {
      'packages/core/src/a.ts': `import { b } from './b.js';\nexport const a = () => b;\n`,
      'packages/core/src/b.ts': `import { a } from './a.js';\nexport const b = () => a;\n`,
    };
    expect(brokenRules(files)).toEqual(['no-cycle']);
  });

  it('asks for the line of a new package', () => {
    expect(brokenRules({ 'packages/novel/src/index.ts': `import '@askwell/core';\n` })).toEqual(['known-package']);
  });
});
