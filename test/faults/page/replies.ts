/* A page that submits one answer to each of many receivers, and says what its client makes of the reply. */
import { createClient, type ClientEventDetail } from '@askwell/client';

import { response } from './response.js';
import { parameter, tell } from './tell.js';

/** What became of an answer, and where it is now. */
export interface Told {
  index: number;
  type: string;
  reason: string | undefined;
  status: number | undefined;
  waitMs: number | undefined;
  waiting: number;
  dead: number;
}

async function submitTo(index: number): Promise<Told> {
  const client = createClient({ endpoint: `${parameter('endpoint')}${index}`, queue: `replies-${index}`, timeoutMs: 10_000 });
  const heard = new Promise<Event>((resolve) => {
    for (const type of ['delivered', 'retry', 'dead']) client.events.addEventListener(type, resolve, { once: true });
  });
  await client.submit(response());
  const { type, detail: { reason, status, waitMs } } = (await heard) as CustomEvent<ClientEventDetail>;
  const waiting = (await client.pending()).length;
  const dead = (await client.dead()).length;
  client.close();
  return { index, type, reason, status, waitMs, waiting, dead };
}

for (let index = Number(parameter('from')); index < Number(parameter('to')); index++) tell({ heard: JSON.stringify(await submitTo(index)) });
tell({ drained: '1' });
