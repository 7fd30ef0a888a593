// Takes the white space out of the HTML and CSS in the packages' dist: no bundler looks into template literals.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remapping from '@jridgewell/remapping';
import { minifyHTMLLiterals } from 'minify-literals';
import { root } from './command.mjs';

// Space between words and inline elements is text, and what an expression or a slot puts beside it is not known here.
const options = { html: { conservativeCollapse: true, removeEmptyAttributes: false } };
const TEMPLATE = /\b(html|svg|css)\s*`/;

for (const path of globSync('packages/*/dist/**/*.js', { cwd: root, exclude: ['packages/*/dist/cdn'] })) {
  const file = join(root, path);
  const source = readFileSync(file, 'utf8');
  if (TEMPLATE.test(source)) await minify(file, source);
}

async function minify(file, source) {
  const body = source.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '');
  let code = body;
  let map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  // A second pass may find more; it goes on until the next build would change nothing.
  for (;;) {
    const result = await minifyHTMLLiterals(code, { fileName: file, ...options });
    if (!result || result.code === code) break;
    const known = map;
    map = remapping(result.map, (_file, { depth }) => (depth === 1 ? known : null));
    map.file = known.file;
    code = result.code;
  }
  code = spareTag(code);
  if (code === body) return;
  writeFileSync(`${file}.map`, JSON.stringify(map));
  writeFileSync(file, code + source.slice(body.length));
}

/** Styles without expressions need no tag that joins them: the array of their one string turns into that string by itself. */
function spareTag(code) {
  if (/\bcss\s*`[^`]*\$\{/.test(code)) return code;
  return code.replace(/(import \{[^}]*?)(?<!as )\bcss\b([^}]*\} from 'lit';)/, '$1unsafeCSS as css$2');
}
