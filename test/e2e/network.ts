import { createReadStream } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { basename, join } from 'node:path';

/** A network between browser and demo that can be cut, and that can add headers. */
export interface Network {
  url: string;
  /** While true, every connection breaks. */
  cut: boolean;
  /** Added to every page. */
  headers: Record<string, string>;
  /** Pages of its own, by path. */
  pages: Record<string, string>;
  /** Folders of scripts that it serves besides, by the path that they stand under: `/kit/`. */
  folders: Record<string, string>;
  /** Every request that came through: `GET /index.html`. */
  seen: string[];
  close(): Promise<void>;
}

/** Puts a network in front of a server. */
export async function network(target: string): Promise<Network> {
  const sockets = new Set<Socket>();
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = incoming.url ?? '/';
    self.seen.push(`${incoming.method} ${path}`);
    const page = self.pages[path];
    if (page !== undefined) {
      outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...self.headers }).end(page);
      return;
    }
    const folder = Object.keys(self.folders).find((prefix) => path.startsWith(prefix));
    if (folder) {
      const file = createReadStream(join(self.folders[folder]!, basename(path)));
      file.once('error', () => outgoing.writeHead(404).end());
      file.once('open', () => outgoing.writeHead(200, { 'content-type': 'text/javascript', ...self.headers }));
      file.pipe(outgoing);
      return;
    }
    const onward = request(new URL(path, target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...self.headers });
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(forward);
  server.on('connection', (socket) => {
    if (self.cut) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  let cut = false;
  const self: Network = {
    url: '',
    get cut() {
      return cut;
    },
    set cut(value) {
      cut = value;
      if (cut) for (const socket of sockets) socket.destroy();
    },
    headers: {},
    pages: {},
    folders: {},
    seen: [],
    async close() {
      self.cut = true;
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;
}
