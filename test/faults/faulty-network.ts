import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Trial } from './trial.ts';

/** A receiver of another origin than the page, behind a network that does one thing wrong until it is healed. */
export interface FaultyNetwork {
  endpoint: string;
  heal(): void;
  /** Bytes of replies that were written, and requests that came where none must come. */
  readonly seen: { written: number; strays: number };
  close(): void;
}

type Handle = (request: IncomingMessage, response: ServerResponse, elsewhere: string) => unknown;

export interface NetworkFault {
  name: string;
  /** What the client must make of it. */
  expected: 'ack' | 'network' | 'redirect' | 'suspect' | 'endpoint';
  /** Instead of the answer to a preflight. */
  preflight?: Handle;
  /** Instead of the reply to a post whose body was read; the record is kept if `kept`. */
  reply?: Handle;
  kept?: boolean;
  /** Where nothing can be healed: an address that leads nowhere. */
  endpoint?: (port: number) => string;
}

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type, idempotency-key', 'access-control-expose-headers': 'Retry-After' };
const MEGABYTE = ' '.repeat(1024 * 1024);

const cut: Handle = (request) => request.socket.destroy();
const raw = (text: string): Handle => (request) => request.socket.end(text);
const redirect = (status: number): Handle => (_request, response, elsewhere) => response.writeHead(status, { ...CORS, location: elsewhere }).end();
const silence: Handle = () => {};

/**
 * Writes 50 MB, if nobody hangs up, at the pace of a network: over loopback a system takes in tens of megabytes that no
 * page has read.
 */
const flood = (type: string): Handle => async (_request, response) => {
  response.writeHead(200, { ...CORS, 'content-type': type });
  for (let written = 0; written < 50 && !response.destroyed; written++) {
    response.write(MEGABYTE);
    await sleep(250);
  }
  response.end();
};

const drip: Handle = async (_request, response) => {
  response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' ');
    await sleep(100);
  }
};

export const NETWORK_FAULTS: readonly NetworkFault[] = [
  { name: 'a name that nobody knows', expected: 'network', endpoint: () => 'https://nowhere.invalid/' },
  { name: 'TLS that is none', expected: 'network', endpoint: (port) => `https://127.0.0.1:${port}/` },
  { name: 'a port that nobody listens at', expected: 'network', endpoint: () => 'http://127.0.0.1:9/' },
  { name: 'a connection that ends at the preflight', expected: 'network', preflight: cut },
  { name: 'a preflight that is refused', expected: 'network', preflight: (_request, response) => response.writeHead(403).end() },
  { name: 'a preflight that allows another origin', expected: 'network', preflight: (_request, response) => response.writeHead(204, { ...CORS, 'access-control-allow-origin': 'https://other.example' }).end() },
  { name: 'a preflight that allows no header', expected: 'network', preflight: (_request, response) => response.writeHead(204, { 'access-control-allow-origin': '*' }).end() },
  { name: 'a preflight that leads elsewhere', expected: 'network', preflight: redirect(307) },
  { name: 'a preflight that takes a second', expected: 'ack', preflight: async (_request, response) => (await sleep(1000), response.writeHead(204, CORS).end()) },
  { name: 'a preflight that never ends', expected: 'network', preflight: silence },
  { name: 'a connection that ends at the post', expected: 'network', reply: cut },
  { name: 'a connection that ends once the answer is kept', expected: 'network', kept: true, reply: cut },
  { name: 'a connection that ends within the reply', expected: 'network', kept: true, reply: (request, response) => (response.writeHead(200, { ...CORS, 'content-length': '100' }), response.write('{"ok":'), setTimeout(() => request.socket.destroy(), 50)) },
  { name: 'a reply that is not HTTP', expected: 'network', reply: raw('220 mail.example ESMTP\r\n\r\n') },
  { name: 'a reply without CORS', expected: 'network', kept: true, reply: (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}') },
  { name: 'a reply that never begins', expected: 'network', kept: true, reply: silence },
  { name: 'a reply that drips', expected: 'network', kept: true, reply: drip },
  { name: 'a reply of 50 MB of spaces', expected: 'suspect', kept: true, reply: flood('text/plain') },
  { name: 'a portal of 50 MB', expected: 'suspect', reply: flood('text/html') },
  { name: '503', expected: 'endpoint', reply: (_request, response) => response.writeHead(503, { ...CORS, 'retry-after': '0' }).end() },
  ...[301, 302, 303, 307, 308].map((status): NetworkFault => ({ name: `${status} to another origin`, expected: 'redirect', reply: redirect(status) })),
];

export async function openFaultyNetwork({ preflight, reply, kept, endpoint }: NetworkFault, trial: Trial): Promise<FaultyNetwork> {
  const sockets = new Set<Socket>();
  const seen = {
    strays: 0,
    get written() {
      return [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
    },
  };
  let healed = false;
  const elsewhere = createServer((_request, response) => {
    seen.strays++;
    response.writeHead(200, CORS).end('{"ok":true}');
  });
  const server = createServer(async (request, response) => {
    const leads = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    if (request.method === 'OPTIONS') {
      if (!healed && preflight) await preflight(request, response, leads);
      else response.writeHead(204, CORS).end();
      return;
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const key = String(request.headers['idempotency-key']).slice(1, -1);
    const fails = !healed && reply;
    trial.react = () => (fails && !kept ? '500' : 'ok');
    trial.receive(key, body);
    if (fails) await reply(request, response, leads);
    else response.writeHead(200, { ...CORS, 'content-type': 'application/json' }).end(JSON.stringify({ ok: true }));
  });
  for (const each of [server, elsewhere]) {
    each.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
  }
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: endpoint?.(port) ?? `http://127.0.0.1:${port}/`,
    heal: () => (healed = true),
    seen,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      elsewhere.close();
    },
  };
}
