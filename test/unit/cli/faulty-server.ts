import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { onTestFinished } from 'vitest';

interface Incoming {
  method: string;
  headers: IncomingMessage['headers'];
  text: string;
  /** `undefined` when the text is no JSON. */
  record: { id: string; revision: number } | undefined;
}

/** Answers a request itself and returns true, or leaves it to the receiver that keeps the contract. */
export type Fault = (request: Incoming, response: ServerResponse) => boolean;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, idempotency-key',
  'access-control-expose-headers': 'Retry-After',
  'access-control-max-age': '7200',
};

/** A receiver in memory that keeps the contract but for one fault; resolves to its address. */
export async function faultyServer(fault: Fault = () => false): Promise<{ url: string; requests: Incoming[] }> {
  const requests: Incoming[] = [];
  const kept = new Map<string, { revision: number; text: string }>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += piece;
    const incoming = { method: request.method!, headers: request.headers, text, record: parse(text) };
    requests.push(incoming);
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    if (fault(incoming, response)) return;

    const { method, record } = incoming;
    if (method === 'OPTIONS') return response.writeHead(204).end();
    if (!record) return response.writeHead(400).end();
    if (text.length > 65_536) return response.writeHead(413).end();
    const known = kept.get(record.id);
    if (known?.revision === record.revision && known.text !== text) return response.writeHead(422).end();
    if (!known || record.revision > known.revision) kept.set(record.id, { revision: record.revision, text });
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({ ok: true, id: record.id, revision: record.revision }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feedback`, requests };
}

function parse(text: string): Incoming['record'] {
  try {
    return JSON.parse(text) as Incoming['record'];
  } catch {
    return undefined;
  }
}
