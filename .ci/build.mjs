// Builds the packages, the demo's server and its pages; with --packages not the pages.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, root } from './command.mjs';

const projects = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'demo/server'].filter((folder) =>
  existsSync(join(root, folder, 'tsconfig.json')),
);

await stage('packages and server', 'tsc', ['-b', ...projects]);
await stage('templates of the packages', 'node', ['.ci/minify-templates.mjs']);
await stage('JSON Schema', 'node', ['.ci/write-schema.mjs']);
await stage('files for plain pages', 'node', ['.ci/build-cdn.mjs']);
if (!process.argv.includes('--packages')) await stage('pages of the demo', 'vite', ['build', '--logLevel', 'warn']);

async function stage(title, ...tool) {
  const start = performance.now();
  if ((await command(...tool, { quiet: true })) !== 0) {
    console.error(`The build failed at: ${title}.`);
    process.exit(1);
  }
  console.log(`Built the ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
