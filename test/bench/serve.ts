import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** A server on this machine for the pages of a bench: its own routes, the bundled scripts, and a receiver for every other post. */
export async function serve(folder: string, routes: Record<string, Route>): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://bench');
    const route = routes[url.pathname];
    if (route) await route(request, response, url);
    else if (request.method === 'POST') {
      await bodyOf(request);
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    } else if (extname(url.pathname) === '.js') {
      const script = await readFile(join(folder, url.pathname)).catch(() => undefined);
      if (!script) response.writeHead(404);
      response.setHeader('content-type', 'text/javascript').end(script);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
