import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Where the files of a test are, as long as it runs. */
export const folder = mkdtempSync(join(tmpdir(), 'askwell-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** A file that holds this. */
export function file(content: unknown): string {
  const path = join(folder, `${++count}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
