import { createClient } from '@askwell/client';

import { answer } from './answer.js';

const WAITING = 200;
/** Has the driver collect what is garbage, and resolves to the bytes that are left. */
const heap = async (): Promise<number> => Number(await (await fetch('/heap', { method: 'POST' })).text());

const client = createClient({ endpoint: '/receiver?ms=0', fetch: () => Promise.reject(new TypeError('No network')) });
await client.flush();
// What is counted must hold nothing of what it counts.
const open: unknown[] = [];
await heap();
const before = await heap();
for (let count = 0; count < WAITING; count++) open.push((await client.submit(answer())).sent);
const after = await heap();
await fetch('/result', { method: 'POST', body: JSON.stringify({ ours: [after], bare: [before] }) });
