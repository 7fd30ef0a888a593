import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Manifest {
  name: string;
  version: string;
  sideEffects: false | string[];
  dependencies?: Record<string, string>;
  /** What a path leads to: a file by condition, or one file for all. */
  exports: Record<string, Record<string, string> | string>;
  publishConfig: { exports: Manifest['exports'] };
}

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
const names = readdirSync(packages);
const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(packages, ...path), 'utf8')) as T;
const manifests = names.map((name) => ({ folder: name, manifest: read<Manifest>(name, 'package.json') }));

/** The npm names that the sources of a package import. */
function imported(folder: string): string[] {
  const src = join(packages, folder, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    return [...text.matchAll(/(?:from|import)[\s(]+'([^'.][^']*)'/g)].map(([, specifier = '']) => specifier);
  });
  const packageNames = found.filter((specifier) => !specifier.startsWith('node:')).map((specifier) => {
    const [first = '', second = ''] = specifier.split('/');
    return first.startsWith('@') ? `${first}/${second}` : first;
  });
  return [...new Set(packageNames)].sort();
}

describe.each(manifests)('packages/$folder', ({ folder, manifest }) => {
  it('depends on what its sources import, and on nothing else', () => {
    expect(Object.keys(manifest.dependencies ?? {}).sort()).toEqual(imported(folder));
  });

  it('is built after the packages that it depends on', () => {
    const { references = [] } = read<{ references?: { path: string }[] }>(folder, 'tsconfig.json');
    const below = manifests.filter((other) => manifest.dependencies?.[other.manifest.name]);
    expect(references.map(({ path }) => path).sort()).toEqual(below.map((other) => `../${other.folder}`).sort());
  });

  it('publishes the paths that it has in the workspace, without the sources', () => {
    const published = Object.entries(manifest.exports).map(([path, target]) => {
      if (typeof target === 'string') return [path, target];
      const { 'askwell-source': _, ...rest } = target;
      return [path, rest];
    });
    expect(manifest.publishConfig.exports).toEqual(Object.fromEntries(published));
  });

  it('has the version of all others', () => {
    expect(manifest.version).toBe(manifests[0]?.manifest.version);
  });
});
