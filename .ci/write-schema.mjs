// Writes the JSON Schema of askwell.json as a file, for editors: "$schema": "./node_modules/@askwell/schema/dist/askwell.schema.json".
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

const dist = join(root, 'packages/schema/dist');
const { askwellConfigJsonSchema } = await import(join(dist, 'index.js'));
writeFileSync(join(dist, 'askwell.schema.json'), `${JSON.stringify(askwellConfigJsonSchema, null, 2)}\n`);
