import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { selfSigned } from './self-signed.ts';
import type { Trial } from './trial.ts';

/** A receiver that does to each request what its trial says, and serves the pages that ask it. */
export interface Receiver {
  /** Several origins of one server: pages of different ones share no storage. */
  origins: string[];
  /** One more, over TLS that nobody vouches for. */
  secureOrigin: string;
  trials: Map<string, Trial>;
  close(): void;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const ORIGINS = 4;
const PORTAL = '<!doctype html><title>Log in to the network</title>';

async function answer(trial: Trial, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await textOf(request);
  const key = String(request.headers['idempotency-key']).slice(1, -1);
  const reaction = trial.receive(key, body);
  if (trial.delay) await sleep(trial.delay);
  if (reaction === 'hold' || reaction === 'keptHold') return trial.arrived.resolve();
  if (reaction === 'reset' || reaction === 'keptReset') return void request.socket.destroy();
  if (reaction === 'portal') return void response.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
  const status = Number(/\d+/.exec(reaction)?.[0] ?? 200);
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' });
  if (reaction === 'keptDrip') {
    response.write('{"ok":');
    return trial.arrived.resolve();
  }
  response.end(JSON.stringify({ ok: status === 200 }));
}

/** @param folder of the bundled pages */
export async function openReceiver(folder: string): Promise<Receiver> {
  const trials = new Map<string, Trial>();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url!, 'http://receiver');
    const [, what, name] = pathname.split('/') as [string, string, string?];
    const trial = trials.get(name ?? '');
    if (what === 'answers' && trial) return answer(trial, request, response);
    if (what === 'told' && trial) {
      for (const list of ['promised', 'submitted'] as const) for (const key of searchParams.getAll(list)) trial[list].add(key);
      trial.told(searchParams);
      trial.heard.push(...searchParams.getAll('heard'));
      if (trial.heard.length) trial.firstHeard.resolve(trial.heard);
      if (searchParams.has('drained') && --trial.busyPages === 0) trial.drained.resolve();
      if (searchParams.has('arrived')) trial.arrived.resolve();
      // A page that is to be killed here waits for ever.
      if (!searchParams.has('block')) response.end();
      return;
    }
    if (what === 'killed' && trial) return void trial.killed.promise.then(() => response.end());
    if (what.endsWith('.js')) {
      const script = await readFile(join(folder, what)).catch(() => undefined);
      response.writeHead(script ? 200 : 404, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    if (what.endsWith('.html')) {
      const policy = trials.get(searchParams.get('trial') ?? '')?.policy;
      const nonce = randomUUID();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (policy) response.setHeader('content-security-policy', policy.replaceAll('NONCE', nonce));
      response.end(`<!doctype html><html lang="en"><title>Faults</title><script type="module" nonce="${nonce}" src="/${what.replace('.html', '.js')}"></script>`);
      return;
    }
    response.writeHead(404).end();
  };
  const servers = await Promise.all(
    Array.from({ length: ORIGINS + 1 }, async (_, index) => {
      const server = index < ORIGINS ? createServer(handle) : createSecureServer(selfSigned(), handle);
      server.keepAliveTimeout = 60_000;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const hosts = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    origins: hosts.slice(0, ORIGINS).map((host) => `http://${host}`),
    secureOrigin: `https://${hosts[ORIGINS]}`,
    trials,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
