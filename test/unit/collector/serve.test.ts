import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCollector, openPgliteStore, serve, type RunningServer, type Store } from '@askwell/collector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { record } from '../../record.js';

let store: Store;
let server: RunningServer;
let folder: string;
const errors: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askwell-serve-'));
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'pages', 'empty'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(folder, 'pages', 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  store = await openPgliteStore();
  server = await serve({ app: createCollector({ store, onError: (error) => errors.push(error) }), port: 0, pages: join(folder, 'pages') });
}, 60_000);
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

/** As the bytes go over the wire: `fetch` would tidy the path up. */
const rawGet = (path: string) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: server.port, path }, (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    })
      .on('error', reject)
      .end();
  });

describe('serving', () => {
  it('takes a record over HTTP and counts it', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/v1/main/responses`, { method: 'POST', body: JSON.stringify(record({ survey: 'http' })), headers });
    expect(response.status).toBe(200);
    const summary = await fetch(`${server.url}/v1/main/summary?survey=http`);
    expect(await summary.json()).toMatchObject({ n: 1 });
  });

  it('answers 413 to an upload that goes on and on, and stays up', async () => {
    let sent = 0;
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${server.url}/v1/main/responses`, { method: 'POST', headers: { 'content-type': 'application/json' } });
      const timer = setInterval(() => request.write(Buffer.alloc(8 * 1024, 0x20), () => (sent += 8)), 1);
      request.on('response', (response) => (clearInterval(timer), request.destroy(), resolve(response.statusCode)));
      request.on('error', (error) => (clearInterval(timer), reject(error)));
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(4096);
    expect((await fetch(`${server.url}/v1/main/summary?survey=http`)).status).toBe(200);
  });

  it('survives a client that hangs up in the middle of a record', async () => {
    await new Promise<void>((resolve) => {
      const request = httpRequest(`${server.url}/v1/main/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '1000' },
      });
      request.on('error', () => resolve());
      request.write('{"v":1', () => setTimeout(() => request.destroy(new Error('gone')), 50));
    });
    expect((await fetch(`${server.url}/v1/main/summary?survey=http`)).status).toBe(200);
  });

  it.each([
    ['/', 'text/html', 'no-cache'],
    ['/index.html', 'text/html', 'no-cache'],
    ['/assets/app-1a2b.js', 'javascript', 'public, max-age=31536000, immutable'],
  ])('sends the page %s with its type', async (path, type, caching) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toBe(caching);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%252e%252e/secret.txt', '/..\\secret.txt', '//secret.txt', '/secret.txt', '/empty', '/nothing.html'])(
    'has nothing at %s',
    async (path) => {
      const { status, body } = await rawGet(path);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('secret\n');
      expect(body).not.toBe('secret');
    },
  );
});

describe('starting', () => {
  it('on a taken port rejects with an error that names it', async () => {
    const opening = serve({ app: createCollector({ store }), port: server.port });
    await expect(opening).rejects.toMatchObject({ code: 'port-unavailable', details: { port: server.port } });
    await expect(opening).rejects.toThrow(String(server.port));
  });

  it('on a host that is not this machine rejects too', async () => {
    await expect(serve({ app: createCollector({ store }), port: 0, hostname: '192.0.2.1' })).rejects.toMatchObject({ code: 'port-unavailable' });
  });
});

describe('closing', () => {
  it('ends live streams by the signal, and frees the port at once', async () => {
    const stop = new AbortController();
    const short = await serve({ app: createCollector({ store, signal: stop.signal }), port: 0 });
    const live = await fetch(`${short.url}/v1/main/summary?survey=http`, { headers: { accept: 'text/event-stream' } });
    const reader = live.body!.getReader();
    await reader.read();

    const started = Date.now();
    stop.abort();
    await short.close();
    expect(Date.now() - started).toBeLessThan(2000);
    expect((await reader.read()).done).toBe(true);
    await new Promise<void>((resolve, reject) => {
      const next = createServer().once('error', reject).listen(short.port, '127.0.0.1', () => next.close(() => resolve()));
    });
  });
});
