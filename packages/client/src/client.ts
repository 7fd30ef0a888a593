import { AskwellError, recordBody, revisionKey, type Delivery, type ResponseRecord } from '@askwell/core';
import { allowHeaders } from './allow-headers.js';
import { byteLength } from './byte-length.js';
import type { ClientEventDetail, Emit } from './client-events.js';
import { endpointFault } from './endpoint-fault.js';
import { dropFromInbox, inboxEntries, type InboxEntry } from './inbox-entries.js';
import { keepInInbox } from './inbox.js';
import { queueId, type DeadLetter, type Item } from './layout.js';
import { watchLifecycle } from './lifecycle.js';
import { createQueue, MOST_BODY } from './queue.js';
import { requestInit } from './request-init.js';
import { createSender } from './sender.js';
import { openStorage } from './storage.js';

const DAY = 24 * 3600 * 1000;
/** Half of a lease, in ms. */
const LONGEST_REQUEST = 15_000;

/** How a client delivers. */
export interface ClientOptions {
  /** Where to post, absolute or relative to the page. */
  endpoint: string;
  /** Sets apart several queues for one endpoint. Default `''`. */
  queue?: string;
  /** Further headers; a function is called at each attempt, since tokens age and only the body is frozen. */
  headers?: Record<string, string> | (() => Record<string, string>);
  /** Of one attempt, the reply's body included. Default, and at most, 15 s. */
  timeoutMs?: number;
  /** Age at which a revision becomes a dead letter. Default 30 days. */
  ttlMs?: number;
  /** Longest body that is taken. Default 64 KiB, at most 256 KiB. */
  maxBytes?: number;
  now?: () => number;
  fetch?: typeof fetch;
  random?: () => number;
}

/** A revision that waits. */
export type Pending = Pick<Item, 'id' | 'revision' | 'bytes' | 'at'> & { attempts: number };

/** Keeps answers and brings them home. */
export interface Client {
  /** Absolute address. */
  readonly endpoint: string;
  /** Tells, without any answer, what happens: see {@link ClientEventDetail}. */
  readonly events: EventTarget;
  /**
   * Resolves as soon as the revision is durable on this device, or says that it is not.
   * Rejects with an AskwellError `invalid-record`, `too-large` or `closed`.
   */
  submit(record: ResponseRecord): Promise<Delivery>;
  /** Resolves when the revision or a higher one is acknowledged; without a revision, the highest that waits now. Never rejects. */
  whenDelivered(id: string, revision?: number): Promise<void>;
  /** Tries now all that the receiver did not ask to wait for; resolves when there is nothing more to try. */
  flush(options?: { signal?: AbortSignal }): Promise<void>;
  /** What waits, oldest first. */
  pending(): Promise<Pending[]>;
  /** What was refused or has expired, oldest first. */
  dead(): Promise<DeadLetter[]>;
  /** Sends dead letters again, all or those of one response; resolves to their number. */
  retryDead(id?: string): Promise<number>;
  /** Erases every copy on this device and gives up the request under way. */
  purge(): Promise<void>;
  /** Stops and removes every listener. What waits stays stored. */
  close(): void;
}

/**
 * Opens the queue of an endpoint. Any number of clients, in any number of tabs, may share it.
 * @throws AskwellError `invalid-endpoint` or `invalid-options`
 */
export function createClient(options: ClientOptions): Client {
  const { queue: name = '', headers = {}, now = Date.now, random = Math.random } = options;
  const base = globalThis.document?.baseURI ?? options.endpoint;
  const fault = endpointFault(options.endpoint, base);
  if (fault) {
    throw new AskwellError('invalid-endpoint', `Endpoint refused: ${fault}`);
  }
  const endpoint = new URL(options.endpoint, base).href;
  if (typeof headers !== 'function') allowHeaders(headers);

  const events = new EventTarget();
  const emit: Emit = (type, { id, revision }, more) => {
    // It is a dead letter now, which the next start must not adopt.
    if (more?.reason === 'expired') dropFromInbox(id!, revision!);
    events.dispatchEvent(new CustomEvent<ClientEventDetail>(type, { detail: { id, revision, ...more } }));
  };
  const qid = queueId(endpoint, name);
  /** Of the lock and of the channel. */
  const shared = `askwell:${qid}`;
  const listening = new AbortController();
  const closed = listening.signal;
  let channel: BroadcastChannel | undefined;
  const adopted = new Set<string>();
  const waiters = new Set<{ id: string; revision: number; resolve: () => void }>();

  const queue = createQueue((access, body) => storage.run(access, body), qid, endpoint, options.ttlMs ?? 30 * DAY, now, emit);
  const storage = openStorage(queue.prune, (trouble, reason) => {
    // Whatever it was, what the inbox still holds has to be queued anew.
    adopted.clear();
    emit(trouble, {}, { reason });
    if (trouble !== 'quota') void sender.drain();
  });
  const sender = createSender({
    queue,
    lock: shared,
    endpoint,
    timeoutMs: Math.min(options.timeoutMs ?? Infinity, LONGEST_REQUEST),
    post(item) {
      const extra = allowHeaders(typeof headers === 'function' ? headers() : headers);
      const key = revisionKey(item);
      return async (keepalive, signal) =>
        // Looked up at each call: the page may patch it later.
        (options.fetch ?? fetch)(endpoint, { ...requestInit(endpoint, item.body, key, keepalive, extra), signal });
    },
    now,
    random,
    emit,
    prepare: adopt,
    onSettled({ id, revision }, acked) {
      dropFromInbox(id, revision);
      if (!acked) return;
      tellWaiters(id, revision);
      channel?.postMessage(id);
    },
  });

  function tellWaiters(id: string, acknowledged: number): void {
    for (const waiter of waiters) {
      if (waiter.id !== id || waiter.revision > acknowledged) continue;
      waiters.delete(waiter);
      waiter.resolve();
    }
  }

  async function recheck(id: string): Promise<void> {
    tellWaiters(id, await queue.acknowledged(id));
  }

  function acknowledged(id: string, revision: number): Promise<void> {
    return new Promise((resolve) => {
      waiters.add({ id, revision, resolve });
      void recheck(id);
    });
  }

  const inbox = (): InboxEntry[] => inboxEntries().filter((entry) => entry.endpoint === endpoint && entry.queue === name);

  /** Queues what is only in the inbox, and looks for acks that no hint told of. */
  async function adopt(): Promise<void> {
    for (const { id, revision, body } of inbox()) {
      const key = revisionKey({ id, revision });
      if (adopted.has(key)) continue;
      const state = await queue.enqueue({ id, revision, body, at: now() });
      if (state === 'sent') dropFromInbox(id, revision);
      else if (state !== 'full') adopted.add(key);
    }
    for (const { id } of waiters) await recheck(id);
  }

  /** Hears which responses other tabs delivered. A hint only: nothing is wrong when one is lost. */
  function listen(): void {
    try {
      channel ??= new BroadcastChannel(shared);
      channel.onmessage = ({ data }) => void recheck(String(data));
    } catch {
      // Denied in some frames.
    }
  }

  async function wake(): Promise<void> {
    listen();
    for (const item of await storage.recover()) await queue.enqueue(item);
    void sender.wake((reason) => reason === 'network');
  }

  async function submit(record: ResponseRecord): Promise<Delivery> {
    if (closed.aborted) throw new AskwellError('closed', 'The client is closed');
    const { id, revision } = record;
    let body = '';
    try {
      if (id?.length && revision > 0) body = recordBody(record);
    } catch {
      // A cycle or a bigint.
    }
    if (!body) throw new AskwellError('invalid-record', 'Faulty id, revision or value');
    const bytes = byteLength(body);
    const limit = Math.min(options.maxBytes ?? 64 * 1024, MOST_BODY);
    if (bytes > limit) throw new AskwellError('too-large', `${bytes} of ${limit} bytes`);

    // First and synchronous: the page may close before the transaction is complete.
    const kept = keepInInbox(endpoint, record, name, body);
    const state = await queue.enqueue({ id, revision, body, at: now() });
    if (state === 'sent') {
      dropFromInbox(id, revision);
      return { state };
    }
    if (state === 'full' && !kept) return { state: 'blocked' };
    if (kept && state !== 'full') adopted.add(revisionKey(record));
    emit('queued', record);
    if (state === 'memory' && !kept) {
      void sender.drain(true);
      return { state: 'volatile' };
    }
    const sent = acknowledged(id, revision);
    void sender.drain();
    return { state: 'saved', sent };
  }

  listen();
  const sleep = (): void => {
    sender.sleep();
    // An open channel may keep the page out of the bfcache.
    channel?.close();
    channel = undefined;
  };
  const resume = (): void => {
    storage.close();
    void wake();
  };
  watchLifecycle(() => void sender.drain(), wake, sleep, resume, closed);
  // Tabs that open together do not all ask at once.
  const starting = setTimeout(() => {
    void storage.run('relaxed', (table) => queue.prune(table, now()));
    void sender.drain();
  }, random() * 1000);

  return {
    endpoint,
    events,
    submit,
    async whenDelivered(id, revision) {
      const own = (await queue.waiting()).filter((item) => item.id === id);
      void sender.drain();
      return acknowledged(id, revision ?? Math.max(0, ...own.map((item) => item.revision)));
    },
    async flush({ signal } = {}) {
      if (signal?.aborted || closed.aborted) return;
      const aborted = new Promise<unknown>((resolve) => signal?.addEventListener('abort', resolve));
      await Promise.race([aborted, sender.wake((reason) => reason !== 'endpoint')]);
    },
    async pending() {
      const items = await queue.waiting();
      return items.map(({ id, revision, bytes, at, n }) => ({ id, revision, bytes, at, attempts: n }));
    },
    dead: queue.dead,
    async retryDead(id) {
      const revived = await queue.revive(id);
      void sender.drain();
      return revived;
    },
    async purge() {
      sender.abort();
      for (const { id, revision } of inbox()) dropFromInbox(id, revision);
      adopted.clear();
      await queue.purge();
    },
    close() {
      listening.abort();
      clearTimeout(starting);
      sleep();
      // A late ack opens it once more.
      storage.close();
    },
  };
}
