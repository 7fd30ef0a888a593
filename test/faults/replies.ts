import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { BODYLESS, ENDLESS, fateAfter, HOSTILE_REPLIES, HOSTILE_RETRY_AFTER, RETRY_AFTER } from '../replies.ts';
import { within, type Engine } from './browsers.ts';
import { tabsOf } from './in-tabs.ts';
import type { Told } from './page/replies.ts';
import type { Receiver } from './receiver.ts';
import type { Result } from './summary.ts';
import { Trial } from './trial.ts';

export interface RepliesResult extends Result {
  reply: string;
  told?: Told;
}

/** What one receiver answers, and what the client must make of it. */
interface KnownReply {
  name: string;
  status: number;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Whether the body goes on until somebody hangs up. */
  endless?: boolean;
  /** What the page must hear: the event, and why. */
  fate: string;
  /** The same in Chromium, where it keeps the reply to itself. */
  inChromium?: string;
  /** Whether it may be asked once more at once, by the engine or without keepalive, which the key makes harmless. */
  again?: boolean;
  /** Ms for which the client may wait before it tries again. */
  wait?: [least: number, most: number];
}

const DAY = 86_400_000;
const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type, idempotency-key', 'access-control-max-age': '600' };
const EXPOSED = { ...CORS, 'access-control-expose-headers': 'Retry-After' };
const JSON_TYPE = { 'content-type': 'application/json' };

const fateOf = (reason: string): string => (reason === 'delivered' ? 'delivered ack' : `retry ${reason}`);

/** From the first pause, which is half random, to what was asked for and a tenth of it. */
const waitFor = (asked = 0): [number, number] => [Math.max(500, asked) - (asked > 1000 && asked < DAY ? 1000 : 0), Math.max(1000, asked) + Math.min(30_000, asked / 10)];

export const REPLIES: readonly KnownReply[] = [
  ...Array.from({ length: 400 }, (_, index): KnownReply => {
    const status = 200 + index;
    return {
      name: `status ${status}`, status, headers: { ...EXPOSED, ...JSON_TYPE }, ...(!BODYLESS.includes(status) && { body: '{}' }), fate: fateAfter(status),
      // Without a proxy, it takes the wish of one for an attack.
      ...(status === 407 && { inChromium: 'retry network' }),
      again: [407, 408, 421].includes(status),
    };
  }),
  ...HOSTILE_REPLIES.map(({ name, status = 200, headers, body = '', fate, overHttp = fate }): KnownReply => (
    { name, status, headers: { ...EXPOSED, ...headers }, body, fate: fateOf(overHttp) }
  )),
  ...ENDLESS.map((body): KnownReply => ({ name: `${body} for ever`, status: 200, headers: { ...EXPOSED, ...JSON_TYPE }, body, endless: true, fate: 'retry suspect' })),
  ...[...RETRY_AFTER, ...HOSTILE_RETRY_AFTER.map((header) => [() => header, undefined] as const)].map(([header, asked], index): KnownReply => ({
    name: `Retry-After: ${header(Date.now())}`, status: 503, fate: 'retry endpoint',
    headers: { ...EXPOSED, get 'retry-after'() { return header(Date.now()); } },
    wait: index < RETRY_AFTER.length ? waitFor(asked) : [500, DAY + 30_000],
  })),
  { name: 'a Retry-After that the page may not see', status: 503, headers: { ...CORS, 'retry-after': '120' }, fate: 'retry endpoint', wait: waitFor() },
];

async function pour(response: ServerResponse, body: string): Promise<void> {
  const chunk = body.repeat(4096);
  while (!response.destroyed) {
    response.write(chunk);
    await sleep(100);
  }
}

/** What is wrong with what the page told. */
function wrongWith({ fate, again, wait }: KnownReply, asked: number, { type, reason, waitMs = 0, waiting, dead }: Told): string | undefined {
  if (`${type} ${reason}` !== fate) return `it was taken for "${type} ${reason}", not for "${fate}"`;
  if (asked !== 1 && !(again && asked === 2)) return `it was asked ${asked} times`;
  if (waiting !== Number(type === 'retry') || dead !== Number(type === 'dead')) return `${waiting} answers wait and ${dead} are dead`;
  return wait && !(waitMs >= wait[0] && waitMs <= wait[1]) ? `the client waits ${waitMs} ms, not ${wait.join(' to ')}` : undefined;
}

/** Lets a page submit one answer to each of so many receivers. */
export async function hearReplies(receiver: Receiver, engine: Engine, count: number, seed: number, onResult: (result: RepliesResult) => void): Promise<void> {
  const asked: number[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    const index = Number(request.url!.slice(1));
    const { status, headers, body, endless } = REPLIES[index % REPLIES.length]!;
    asked[index] = (asked[index] ?? 0) + 1;
    await once(request, 'end');
    response.writeHead(status, headers);
    if (endless) await pour(response, String(body));
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { inTabs, end } = await tabsOf(engine);
  const trial = new Trial(`replies-${seed}`);
  receiver.trials.set(trial.name, trial);
  const { port } = server.address() as AddressInfo;
  const address = `${receiver.origins[0]}/replies.html?${new URLSearchParams({ trial: trial.name, endpoint: `http://127.0.0.1:${port}/`, from: '0', to: String(count) })}`;
  try {
    await inTabs([address], () => within(20_000 + count * 500, 'the last outcome', trial.drained.promise)).catch(() => {});
    const outcomes = new Map(trial.heard.map((text) => JSON.parse(text) as Told).map((told) => [told.index, told]));
    for (let index = 0; index < count; index++) {
      const reply = REPLIES[index % REPLIES.length]!;
      const told = outcomes.get(index);
      const error = told ? wrongWith(engine === 'chromium' && reply.inChromium ? { ...reply, fate: reply.inChromium } : reply, asked[index]!, told) : 'nothing was heard of it';
      onResult({ seed, reply: reply.name, promised: 1, stored: Number(told?.type === 'delivered'), redelivered: 0, lost: [], twice: [], ...(told && { told }), ...(error && { error }) });
    }
  } finally {
    await end();
    server.closeAllConnections();
    server.close();
    receiver.trials.delete(trial.name);
  }
}
