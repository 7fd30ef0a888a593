/* A page that submits one answer into a network that fails, and tries again as soon as it may. */
import { createClient, type ClientEventDetail } from '@askwell/client';

import { response } from './response.js';
import { parameter, tell } from './tell.js';

const client = createClient({ endpoint: parameter('endpoint'), timeoutMs: 5000 });
for (const type of ['delivered', 'retry', 'dead']) {
  client.events.addEventListener(type, (event) => {
    const { reason } = (event as CustomEvent<ClientEventDetail>).detail;
    tell({ heard: type === 'delivered' ? 'ack' : reason! });
  });
}

const record = response();
const key = `${record.id}.1`;
const { state, sent } = await client.submit(record);
if (state === 'saved') tell({ submitted: key, promised: key });
const trying = setInterval(() => void client.flush(), 300);
await sent;
clearInterval(trying);
if (!(await client.pending()).length && !localStorage.length) tell({ drained: '1' });
