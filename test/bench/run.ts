// npm run bench [-- name …]: every figure stands beside something bare that is measured in the same run, in turn with it.
// The pages drive themselves and post their results: a debugger on the other end of the browser would slow them down.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measureClient } from './client/measure.ts';
import { measureSurveys } from './surveys/measure.ts';
import { measureTriggers } from './triggers/measure.ts';

/** Each measures in a folder that is its own, prints, and says whether every limit was kept. */
const benches: Record<string, (folder: string) => Promise<boolean>> = { client: measureClient, surveys: measureSurveys, triggers: measureTriggers };

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'askwell-bench-'));
try {
  for (const name of chosen.length ? chosen : Object.keys(benches)) {
    if (!(await benches[name]!(join(folder, name)))) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
