import type { EndpointReport } from '@askwell/cli';
import { createCollector, openPgliteStore, serve, type RunningServer, type Store } from '@askwell/collector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { run } from './run.js';

let store: Store;
let server: RunningServer;
const errors: unknown[] = [];

beforeAll(async () => {
  store = await openPgliteStore();
  server = await serve({ app: createCollector({ store, onError: (error) => errors.push(error) }), port: 0 });
}, 60_000);
afterAll(async () => {
  await server.close();
  await store.close();
  expect(errors).toEqual([]);
});

describe('check-endpoint against the collector', () => {
  it.each(['json', 'simple'])('passes every check of the wire %s, without a warning', async (wire) => {
    const { code, out } = await run('check-endpoint', `${server.url}/v1/main/responses`, '--wire', wire, '--json');
    const { ok, checks } = JSON.parse(out) as EndpointReport;
    expect(checks.filter(({ result }) => result === 'fail' || result === 'warn')).toEqual([]);
    expect(checks.filter(({ result }) => result === 'skip').map(({ id }) => id)).toEqual(wire === 'simple' ? ['preflight', 'idempotency-key'] : []);
    expect({ ok, code }).toEqual({ ok: true, code: 0 });
  });

  it('leaves three answers of the survey "askwell-check" behind, however often each was sent', async () => {
    const count = async () => (await store.summary('main', { survey: 'askwell-check' })).shown;
    const before = await count();
    await run('check-endpoint', `${server.url}/v1/main/responses`);
    expect((await count()) - before).toBe(3);
  });

  it('says of a project that does not exist that the address is wrong', async () => {
    const { code, out } = await run('check-endpoint', `${server.url}/v1/nobody/responses`);
    expect(code).toBe(1);
    expect(out).toMatch(/fail {2}A new answer.*404/);
    expect(out).toContain('The address, its method or its access is wrong');
  });
});
