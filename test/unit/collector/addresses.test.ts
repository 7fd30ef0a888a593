import { createCollector, openPgliteStore, type Store } from '@askwell/collector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { problemOf } from './problem-of.js';
import { record } from '../../record.js';

let store: Store;
const errors: unknown[] = [];
const collector = () => createCollector({ store, onError: (error) => errors.push(error) });

beforeAll(async () => {
  store = await openPgliteStore();
}, 60_000);
afterAll(async () => {
  await store.close();
  expect(errors).toEqual([]);
});

const post = (body: unknown, path = '/v1/main/responses', headers: Record<string, string> = {}) =>
  collector().request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });

describe('addresses', () => {
  it.each(['/v1/other/responses', '/v1/a%00b/responses', '/v1/%27/responses'])('%s is no project: 404', async (path) => {
    const response = await post(record(), path);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).type).toContain('unknown-project');
  });

  it.each(['/v1/main/nothing', '/v1/main', '/v1/main/responses/1'])('%s is no address: 404', async (path) => {
    const response = await collector().request(path);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).type).toContain('not-found');
  });

  it.each([
    ['GET', '/v1/main/responses', 'POST, OPTIONS'],
    ['DELETE', '/v1/main/responses', 'POST, OPTIONS'],
    ['POST', '/v1/main/summary', 'GET, HEAD'],
  ])('%s %s is answered 405 with what is allowed', async (method, path, allow) => {
    const response = await collector().request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    await problemOf(response);
  });
});

describe('other origins', () => {
  it('get their preflight answered as the receiver contract says', async () => {
    const response = await collector().request('/v1/main/responses', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toBe('content-type,idempotency-key');
    expect(response.headers.get('access-control-max-age')).toBe('7200');
  });

  it.each([
    ['the answer', record(), '/v1/main/responses', 200],
    ['what is wrong with the record', {}, '/v1/main/responses', 400],
    ['that the project is wrong', record(), '/v1/other/responses', 404],
    ['that the address is wrong', record(), '/v1/main/answers', 404],
  ])('that post may read %s, and Retry-After', async (_name, body, path, status) => {
    const response = await post(body, path, { origin: 'https://shop.example' });
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After');
  });

  it.each([
    ['GET', 'application/json', 200],
    ['GET', 'text/event-stream', 200],
    ['HEAD', '*/*', 200],
    ['OPTIONS', '*/*', 405],
  ])('may not read a summary: %s of %s', async (method, accept, status) => {
    const headers = { origin: 'https://shop.example', accept, 'access-control-request-method': 'GET' };
    const response = await collector().request('/v1/main/summary?survey=q4', { method, headers });
    expect(response.status).toBe(status);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    await response.body?.cancel();
  });
});

describe('a failure inside', () => {
  const request = (broken: Store, heard: unknown[] = []) =>
    createCollector({ store: broken, onError: (error) => heard.push(error) }).request('/v1/main/responses', {
      method: 'POST',
      body: JSON.stringify(record()),
      headers: { 'content-type': 'application/json' },
    });

  it('is answered 500 without its message, which goes to onError', async () => {
    const heard: unknown[] = [];
    const failure = new Error('password=secret');
    const response = await request({ ...store, put: () => Promise.reject(failure) }, heard);
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
    expect(heard).toEqual([failure]);
  });

  it('of a closed store is answered 503 with Retry-After', async () => {
    const closed = await openPgliteStore();
    await closed.close();
    const response = await request(closed);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    await problemOf(response);
  });
});
