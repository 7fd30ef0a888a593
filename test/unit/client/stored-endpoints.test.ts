import { clientFor, drainWaiting, waitingEndpoints } from '@askwell/client';
import { keepInInbox } from '@askwell/client/inbox.js';
import { storedEndpoints } from '@askwell/client/stored-endpoints.js';
import { uuidv7 } from '@askwell/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { clientOf, heard, response } from './receiver.js';
import { denyIndexedDB, stubLocalStorage, withoutLocalStorage } from './tab.js';

const DAY = 86_400_000;

/** Leaves one answer with an endpoint whose receiver answers like this. */
async function left(endpoint: string, fate: string, answer: () => Response): Promise<void> {
  const client = clientOf(answer, { endpoint });
  const told = heard(client, fate);
  await client.submit(response());
  await told;
  client.close();
}

describe('the endpoints that a device keeps something for', () => {
  let storage: Storage;

  beforeEach(() => {
    storage = stubLocalStorage();
  });

  afterEach(() => vi.unstubAllGlobals());

  it('are those of what waits, of dead letters and of the inbox, each once with its number of copies there', async () => {
    await left('https://waiting.example/', 'retry', () => Response.error());
    await left('https://waiting.example/', 'retry', () => Response.error());
    await left('https://dead.example/', 'dead', () => new Response(null, { status: 422 }));
    await left('https://delivered.example/', 'delivered', () => new Response());
    for (let times = 0; times < 3; times++) keepInInbox('https://inbox.example/', response());
    const { endpoints, denied } = await storedEndpoints();
    expect(denied).toBe(false);
    expect(endpoints.toSorted((a, b) => a.endpoint.localeCompare(b.endpoint))).toEqual([
      { endpoint: 'https://dead.example/', inbox: 0 },
      { endpoint: 'https://inbox.example/', inbox: 3 },
      { endpoint: 'https://waiting.example/', inbox: 2 },
    ]);
    expect((await waitingEndpoints()).sort()).toEqual(['https://inbox.example/', 'https://waiting.example/']);
  });

  it('are those of the inbox where IndexedDB is denied, and that is said', async () => {
    const allow = denyIndexedDB();
    keepInInbox('https://inbox.example/', response());
    try {
      expect(await storedEndpoints()).toEqual({ endpoints: [{ endpoint: 'https://inbox.example/', inbox: 1 }], denied: true });
      expect(await waitingEndpoints()).toEqual(['https://inbox.example/']);
    } finally {
      allow();
    }
  });

  it('are looked for without a handle that stays open', async () => {
    await left('https://waiting.example/', 'retry', () => Response.error());
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    await storedEndpoints();
    await Promise.resolve();
    expect(close).toHaveBeenCalledTimes(1);
    await waitingEndpoints();
    await Promise.resolve();
    expect(close).toHaveBeenCalledTimes(2);
    close.mockRestore();
  });

  it('do not come from entries of the page, nor from those that cannot be read', async () => {
    const page = '["https://page.example/","","a",';
    for (const key of [`my-askwell:inbox:${page}1`, `askwell:inbox:${page}`, `askwell:inbox:${page}0`, `askwell:inbox:${page}"x"`, 'askwell:inbox:a.1', 'askwell:inbox:', 'askwell:inbox:null,1']) storage.setItem(key, '{}');
    keepInInbox('https://inbox.example/', response({ revision: 12 }));
    const { endpoints } = await storedEndpoints();
    expect(endpoints.filter(({ inbox }) => inbox)).toEqual([{ endpoint: 'https://inbox.example/', inbox: 1 }]);
  });

  it('are none of the inbox where localStorage is denied', async () => {
    withoutLocalStorage();
    expect((await storedEndpoints()).endpoints.filter(({ inbox }) => inbox)).toEqual([]);
  });

  it('keep what is old while they may get it, and lose it when they are refused', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    const old = (endpoint: string): void => void keepInInbox(endpoint, response({ id: uuidv7(Date.now() - 31 * DAY) }));
    old('https://allowed.example/');
    old('https://user@refused.example/');
    keepInInbox('https://user@refused.example/young', response());
    const before = Object.keys(storage);
    await drainWaiting();
    expect(Object.keys(storage)).toEqual([before[0], before[2]]);
    clientFor('https://allowed.example/').close();
  });
});
