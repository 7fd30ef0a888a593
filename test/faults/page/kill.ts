import './points.js';
import { createClient } from '@askwell/client';

import { response } from './response.js';
import { parameter, tell, trial } from './tell.js';

// A page that takes over only when another one is gone.
if (parameter('after') === 'killed') await fetch(`/killed/${trial}`);
if (parameter('locks') === 'none') Object.defineProperty(navigator, 'locks', { value: undefined });
const client = createClient({ endpoint: `/answers/${trial}` });
/** Whether all are submitted at once, each when the one before is stored, or when that is delivered. */
const mode = parameter('mode');

async function submit(): Promise<void> {
  const record = response();
  const key = `${record.id}.1`;
  tell({ submitted: key });
  const { state, sent } = await client.submit(record);
  if (state === 'saved' || state === 'sent') tell({ promised: key });
  if (mode === 'delivered') await sent;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function drain(): Promise<void> {
  do {
    await client.flush();
    await pause(20);
  } while ((await client.pending()).length || localStorage.length);
  tell({ drained: '1' });
}

if (parameter('do') !== 'drain') {
  const answers = Number(parameter('answers'));
  if (mode === 'together') await Promise.all(Array.from({ length: answers }, submit));
  else for (let answer = 0; answer < answers; answer++) await submit();
  if (parameter('told') === 'all') tell({ arrived: '1' });
}
if (parameter('do')) await drain();
