// Builds pages with Vite as a page of a user would be, from what the packages publish, and holds their budgets.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sizeLimit from 'size-limit';
import filePlugin from '@size-limit/file';
import { build } from 'vite';
import { pages, reserved } from '../.config/size-limit.mjs';
import { command, root } from './command.mjs';

if ((await command('node', ['.ci/build.mjs', '--packages'], { quiet: true })) !== 0) process.exit(1);

const output = join(root, '.output/size');
rmSync(output, { recursive: true, force: true });
const checks = [];
const strays = [];
for (const [index, page] of pages.entries()) checks.push(...(await weigh(page, join(output, `${index}`))));

const sizes = await sizeLimit([filePlugin], { checks });
let failed = false;
for (const [index, { name, limit, aim = limit }] of checks.entries()) {
  const { size } = sizes[index];
  const kept = size > 0 && size <= limit;
  failed ||= !kept;
  const sign = !kept ? '✗' : size > aim ? '△' : '✓';
  const over = kept && size > aim ? ` (over the budget, held at ${(limit / 1000).toFixed(2)})` : '';
  console.log(`${sign} ${name}: ${(size / 1000).toFixed(2)} kB of ${(aim / 1000).toFixed(1)} kB${over}`);
}
for (const stray of strays) console.log(`✗ ${stray}`);
process.exitCode = failed || strays.length > 0 ? 1 : 0;

/**
 * A name as long and as random as Vite's own, which chunks name each other by, but the same for another content: else
 * the luck of a build would make some 50 bytes.
 */
function named({ name }) {
  return `assets/${name}-${createHash('sha256').update(name).digest('base64url').slice(0, 8)}.js`;
}

/** Builds a page and says which files each of its checks counts. */
async function weigh({ code, checks }, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.js'), code);
  const { output } = await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: {
      outDir: 'dist',
      target: 'es2022',
      manifest: 'manifest.json',
      rolldownOptions: { input: join(folder, 'page.js'), output: { minify: true, entryFileNames: named, chunkFileNames: named } },
    },
  });
  for (const { library, chunk } of reserved) {
    const users = output.filter(({ moduleIds = [] }) => moduleIds.some((id) => library.test(id))).map(({ name }) => name);
    for (const name of users) if (name !== chunk) strays.push(`${library.source} is in the chunk "${name}", and may be in "${chunk}" only: ${code}`);
    // A check that finds nothing anywhere would prove nothing.
    if (users.length === 0 && code.includes('nps-survey')) strays.push(`${library.source} is in no chunk at all: ${code}`);
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'dist/manifest.json'), 'utf8'));
  const first = closure(manifest, ['page.js'], 'imports');
  const everything = closure(manifest, ['page.js'], 'imports', 'dynamicImports');
  const starts = [...everything].filter((key) => manifest[key].isDynamicEntry);
  const files = (keys) => [...keys].map((key) => join(folder, 'dist', manifest[key].file));
  return checks.flatMap(({ later, first: counted = true, each = false, ...check }) => {
    const chosen = starts.filter((key) => later(`/${manifest[key].src}`));
    const beyond = (keys) => [...closure(manifest, keys, 'imports')].filter((key) => !first.has(key));
    if (each) return chosen.map((key) => ({ ...check, name: `${check.name}, ${manifest[key].name}`, files: files(beyond([key])) }));
    return [{ ...check, files: files([...(counted ? first : []), ...beyond(chosen)]) }];
  });
}

/** The chunks that these lead to by the given kinds of import. */
function closure(manifest, keys, ...kinds) {
  const found = new Set(keys);
  for (const key of found) for (const kind of kinds) for (const next of manifest[key][kind] ?? []) found.add(next);
  return found;
}
