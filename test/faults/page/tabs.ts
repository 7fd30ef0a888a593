/* A tab that submits its share while others do the same. */
import { createClient } from '@askwell/client';

import { fastClock, hurry, submitShare } from './share.js';
import { parameter, tell, trial } from './tell.js';

const speed = Number(parameter('speed'));
// Hidden before the first use.
if (parameter('mode') === 'lease') Object.defineProperty(navigator, 'locks', { value: undefined });

const client = createClient({ endpoint: `/answers/${trial}`, now: fastClock(Number(parameter('began')), speed) });
hurry(client, speed);
// The others hear of a retry only by their own timers, which run on the slow clock.
setInterval(() => void client.flush(), 1000);

const told: string[] = [];

function tellAll(): void {
  if (told.length) void fetch(`/told/${trial}?${told.splice(0).map((key) => `promised=${key}&submitted=${key}`).join('&')}`, { method: 'POST' });
}

await submitShare(client, {
  answers: Number(parameter('answers')),
  window: Number(parameter('window')),
  promised(key) {
    told.push(key);
    if (told.length >= 20) tellAll();
  },
});
tellAll();
tell({ drained: '1' });
