import { createClient, type Client, type ClientEventDetail, type ClientOptions } from '@askwell/client';
import { uuidv7, type ResponseRecord } from '@askwell/core';

import { record } from '../../record.js';

export const COMMENT = 'the tea was lukewarm';

export const response = (fields: Partial<ResponseRecord> = {}): ResponseRecord =>
  record({ answers: { score: 9, comment: COMMENT }, ...fields });

/** A receiver in the page: it can be out of reach, and can keep a request waiting. */
export class Receiver {
  readonly keys: string[] = [];
  readonly highest = new Map<string, number>();
  reachable = true;
  /** Of its replies; what it refuses, it does not keep. */
  status = 200;
  /** Most requests that were under way at once. */
  peak = 0;
  hold: Promise<void> | undefined;
  /** Looks at each request before it is answered. */
  inspect: (record: ResponseRecord) => Promise<void> = async () => {};
  #underWay = 0;
  readonly #listeners = new Set<() => void>();

  readonly fetch: typeof fetch = async (_input, init) => {
    if (!this.reachable) throw new TypeError('Failed to fetch');
    const record = JSON.parse(init!.body as string) as ResponseRecord;
    this.peak = Math.max(this.peak, ++this.#underWay);
    this.keys.push(new Headers(init!.headers).get('idempotency-key')!);
    for (const listener of this.#listeners) listener();
    await this.inspect(record);
    await this.hold;
    this.#underWay--;
    if (this.status !== 200) return new Response('{}', { status: this.status });
    this.highest.set(record.id, Math.max(record.revision, this.highest.get(record.id) ?? 0));
    return Response.json({ ok: true, id: record.id, revision: record.revision });
  };

  /** Resolves when a further request arrives. */
  asked(): Promise<void> {
    return new Promise((resolve) => this.#listeners.add(resolve));
  }
}

const open = new Set<Client>();

/** A client with an endpoint and a queue of its own, unless told otherwise. */
export function clientOf(receiver: Receiver, options: Partial<ClientOptions> = {}): Client {
  const client = createClient({
    endpoint: `/answers/${uuidv7()}`,
    queue: uuidv7(),
    random: () => 0.5,
    fetch: receiver.fetch,
    ...options,
  });
  open.add(client);
  return client;
}

export function closeClients(): void {
  for (const client of open) client.close();
  open.clear();
}

/** The first event of a type. */
export function heard({ events }: Client, type: string): Promise<ClientEventDetail> {
  return new Promise((resolve) => {
    events.addEventListener(type, (event) => resolve((event as CustomEvent<ClientEventDetail>).detail), { once: true });
  });
}

/** All that IndexedDB holds, and what localStorage holds where it is allowed, as text. */
export async function storedText(): Promise<string> {
  // To open it would be to make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'askwell')) return JSON.stringify(localStorage);
  const request = indexedDB.open('askwell');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = db.transaction('kv').objectStore('kv').getAll();
  await new Promise((resolve, reject) => {
    all.onsuccess = resolve;
    all.onerror = () => reject(all.error);
  });
  db.close();
  try {
    return JSON.stringify([all.result, localStorage]);
  } catch {
    return JSON.stringify([all.result]);
  }
}

/** Replaces a property of a global object; returns what puts it back. */
export function replace(target: object, name: string, descriptor: PropertyDescriptor): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { ...descriptor, configurable: true });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else delete (target as Record<string, unknown>)[name];
  };
}
