import { createClient } from '@askwell/client';
import { recordBody } from '@askwell/core';

import { answer } from './answer.js';
import { compare } from './compare.js';

const WAITING = 200;
const endpoint = `/receiver?ms=${new URLSearchParams(location.search).get('ms')}`;
let connected = false;
const client = createClient({
  endpoint,
  fetch: (input, init) => (connected ? fetch(input, init) : Promise.reject(new TypeError('No network'))),
});

await compare(
  async () => {
    connected = false;
    const sent: unknown[] = [];
    for (let count = 0; count < WAITING; count++) sent.push((await client.submit(answer())).sent);
    connected = true;
    const start = performance.now();
    await Promise.all([client.flush(), ...sent]);
    return performance.now() - start;
  },
  async () => {
    const bodies = Array.from({ length: WAITING }, () => recordBody(answer()));
    const start = performance.now();
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': '"bare"' };
      await (await fetch(endpoint, { method: 'POST', headers, body, keepalive: true, cache: 'no-store' })).text();
    }
    return performance.now() - start;
  },
  5,
);
