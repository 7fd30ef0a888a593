import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

import { createAdaptorServer } from '@hono/node-server';
import { AskwellError } from '@askwell/core';

import { pagesIn } from './pages-in.js';

export interface ServeOptions {
  /** What {@link createCollector} returned, or anything else with a `fetch`. */
  app: { fetch: (request: Request) => Response | Promise<Response> };
  /** 0 takes any free port. */
  port: number;
  /** Default: `127.0.0.1`, which only this machine reaches. */
  hostname?: string;
  /** A folder with web pages to serve at every path but `/v1/…`. */
  pages?: string;
}

export interface RunningServer {
  port: number;
  /** `http://127.0.0.1:4700` */
  url: string;
  /** Takes no more requests, waits up to five seconds for those under way, and closes every connection. */
  close(): Promise<void>;
}

const GRACE = 5000;

/** Serves an app over HTTP on Node. Rejects with `port-unavailable` when the port is taken or not allowed. */
export async function serve({ app, port, hostname = '127.0.0.1', pages }: ServeOptions): Promise<RunningServer> {
  const site = pages === undefined ? undefined : pagesIn(pages);
  const fetch = (request: Request) =>
    site && !new URL(request.url).pathname.startsWith('/v1/') ? site.fetch(request) : app.fetch(request);
  const server = createAdaptorServer({ fetch }) as Server;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(unavailable(error, port, hostname)));
    server.listen(port, hostname, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${taken}`,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive becomes idle only after its answer, and Node closes those that are idle now.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const force = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(force);
      resolve();
    });
  });
}

function unavailable({ code, message }: NodeJS.ErrnoException, port: number, hostname: string): AskwellError {
  const why =
    code === 'EADDRINUSE' ? 'is taken by another program' : code === 'EACCES' ? 'needs more rights than this program has' : `cannot be used (${message})`;
  return new AskwellError('port-unavailable', `Port ${port} on ${hostname} ${why}. Choose another one.`, { port, hostname, cause: code });
}
