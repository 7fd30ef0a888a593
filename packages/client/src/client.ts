import { AskwellError, checkOptions, recordBody, revisionKey, type Delivery, type ResponseRecord } from '@askwell/core';
import { allowHeaders } from './allow-headers.js';
import { byteLength } from './byte-length.js';
import type { ClientEventDetail, Emit } from './client-events.js';
import { OPTION_KINDS, type ClientOptions } from './client-options.js';
import { endpointAddress } from './endpoint-address.js';
import { dropFromInbox, inboxEntries, type InboxEntry } from './inbox-entries.js';
import { keepInInbox } from './inbox.js';
import { KEEP, queueId, type DeadLetter, type Item, type Sendable } from './layout.js';
import { json } from './json-wire.js';
import { watchLifecycle } from './lifecycle.js';
import { permitted } from './permitted.js';
import { createQueue, MOST_BODY } from './queue.js';
import { requestInit } from './request-init.js';
import { createSender } from './sender.js';
import { openStorage } from './storage.js';

/** Half of a lease, in ms. */
const LONGEST_REQUEST = 15_000;

/** A revision that waits. */
export type Pending = Pick<Item, 'id' | 'revision' | 'bytes' | 'at'> & { attempts: number };

/** Keeps answers and brings them home. */
export interface Client {
  /** Absolute address. */
  readonly endpoint: string;
  /** Tells, without any answer, what happens: see {@link ClientEventDetail}. */
  readonly events: EventTarget;
  /**
   * Resolves as soon as the revision is durable on this device, or says that it is not. Without IndexedDB it goes out
   * at once and is `volatile`, whatever the inbox took. A page that leaves posts it at once too.
   * Without consent, and for a full queue, it is `blocked`. One that the wire has no use for is `sent`.
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
  checkOptions('createClient', options, OPTION_KINDS);
  const { headers, wire = json, credentials, now = Date.now, random = Math.random } = options;
  const { queue: name = headers || options.wire || credentials ? 'own' : '', consent = () => true } = options;
  const endpoint = endpointAddress(options.endpoint, options.allowOrigins);
  if (headers && typeof headers !== 'function') allowHeaders(headers);

  const events = new EventTarget();
  const emit: Emit = (type, about, more) => {
    const { id, revision } = about;
    // It is a dead letter now, which the next start must not adopt.
    if (more?.reason === 'expired') drop(about as Item);
    events.dispatchEvent(new CustomEvent<ClientEventDetail>(type, { detail: { id, revision, ...more } }));
  };
  const qid = queueId(endpoint, name);
  /** Of the lock and of the channel. */
  const shared = `askwell:${qid}`;
  const listening = new AbortController();
  const closed = listening.signal;
  let channel: BroadcastChannel | undefined;
  const adopted = new Set<string>();
  let purges = 0;
  const waiters = new Set<{ id: string; revision: number; resolve: () => void }>();
  const fresh = new Map<string, Sendable>();

  const queue = createQueue((access, body) => storage.run(access, body), qid, endpoint, options.ttlMs ?? KEEP, now, emit);
  const storage = openStorage(queue.prune, (trouble, reason) => {
    // Whatever it was, what the inbox still holds has to be queued anew; where somebody erased it all, nothing goes out.
    adopted.clear();
    if (trouble === 'storelost') {
      fresh.clear();
      sender.abort();
    }
    emit(trouble, {}, { reason });
    if (trouble !== 'quota') void sender.drain();
  });
  const sender = createSender({
    queue,
    lock: shared,
    endpoint,
    timeoutMs: Math.min(options.timeoutMs ?? LONGEST_REQUEST, LONGEST_REQUEST),
    fresh,
    post(item) {
      const extra = allowHeaders((typeof headers === 'function' ? headers() : headers) ?? {});
      return async (keepalive, signal) => {
        const posted = wire(item);
        // Of use when it was submitted, and of none to the wire that the page has now.
        if (!posted) return new Response(null, { status: 204 });
        // Looked up at each call: the page may patch it later.
        return (options.fetch ?? fetch)(posted.url ?? endpoint, { ...requestInit(posted, keepalive, extra, credentials), signal });
      };
    },
    ack: options.ack,
    allowed,
    now,
    random,
    emit,
    adopt,
    settled(item, acked) {
      drop(item);
      if (!acked) return;
      tellWaiters(item.id, item.revision);
      channel?.postMessage(0);
    },
  });

  function tellWaiters(id: string, acknowledged: number): void {
    for (const waiter of waiters) {
      if (waiter.id !== id || waiter.revision > acknowledged) continue;
      waiters.delete(waiter);
      fresh.delete(revisionKey(waiter));
      waiter.resolve();
    }
  }

  /** Looks for acks that no hint told of. */
  async function recheck(): Promise<void> {
    if (waiters.size) for (const { id, revision } of await queue.delivered()) tellWaiters(id, revision);
  }

  function acknowledged(id: string, revision: number): Promise<void> {
    return new Promise((resolve) => void waiters.add({ id, revision, resolve }));
  }

  const drop = ({ id, revision }: Sendable): void => dropFromInbox({ endpoint, queue: name, id, revision });
  const inbox = (): InboxEntry[] => inboxEntries().filter((entry) => entry.endpoint === endpoint && entry.queue === name);

  /** Whether there is consent; one that throws is not known yet. Erases what waits once it was taken back. */
  function allowed(): boolean | undefined {
    let given: boolean | undefined;
    try {
      given = consent();
    } catch {
      return undefined;
    }
    if (given === false) void purge();
    return given;
  }

  /** Queues what is only in the inbox, and looks for acks of other tabs. Returns whether there is consent to go on. */
  async function adopt(): Promise<boolean> {
    if (!allowed()) return false;
    const before = purges;
    for (const entry of inbox()) {
      const key = revisionKey(entry);
      if (adopted.has(key)) continue;
      // What it holds by now was refused meanwhile.
      if (purges !== before) return false;
      const state = await queue.enqueue({ ...entry, at: now() });
      if (state === 'sent') dropFromInbox(entry);
      else if (state !== 'blocked') adopted.add(key);
    }
    await recheck();
    return true;
  }

  /** Hears which responses other tabs delivered. A hint only: nothing is wrong when one is lost. */
  function listen(): void {
    try {
      channel ??= new BroadcastChannel(shared);
      channel.onmessage = () => void recheck();
    } catch {
      // Denied in some frames.
    }
  }

  async function wake(): Promise<void> {
    if (!allowed()) return;
    listen();
    const before = purges;
    for (const item of await storage.recover()) {
      if (purges !== before) return;
      // One for which there is no room goes out when the page leaves.
      if ((await queue.enqueue(item)) === 'blocked') fresh.set(revisionKey(item), item);
    }
    void sender.wake((reason) => reason === 'network');
  }

  async function submit(record: ResponseRecord): Promise<Delivery> {
    if (closed.aborted) throw new AskwellError('closed', 'Closed');
    if (!allowed()) return { state: 'blocked' };
    const { id, revision } = record;
    const key = revisionKey(record);
    let body = '';
    try {
      const kept = permitted(record);
      if (id?.length && revision > 0) body = recordBody(options.redact?.(kept) ?? kept);
      if (body && !wire({ id, revision, body })) return { state: 'sent' };
    } catch {
      // A cycle, a bigint, or something that the page's own function could not read.
      body = '';
    }
    if (!body) throw new AskwellError('invalid-record', 'Faulty id or revision');
    const bytes = byteLength(body);
    const limit = Math.min(options.maxBytes ?? 64 * 1024, MOST_BODY);
    if (bytes > limit) throw new AskwellError('too-large', `${bytes} of ${limit} bytes`);

    // First and synchronous: the page may close before the transaction is complete.
    const kept = keepInInbox(endpoint, record, name, body);
    const item = { id, revision, body, bytes, at: now(), att: '' };
    fresh.set(key, item);
    sender.leave();
    const state = await queue.enqueue(item);
    const blocked = state === 'blocked';
    if (state === 'sent') drop(item);
    if (state === 'sent' || (blocked && !kept)) {
      fresh.delete(key);
      return { state };
    }
    if (!blocked) adopted.add(key);
    emit('queued', record);
    const sent = acknowledged(id, revision);
    void sender.drain(state === 'volatile');
    return { state: blocked ? 'saved' : state, sent };
  }

  async function purge(): Promise<void> {
    purges++;
    sender.abort();
    inbox().forEach(dropFromInbox);
    adopted.clear();
    fresh.clear();
    // What waits in IndexedDB goes too, where memory has served meanwhile.
    await storage.recover();
    await queue.purge();
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
  watchLifecycle(sender.drain, wake, sleep, resume, purge, closed);
  // Tabs that open together do not all ask at once.
  const starting = setTimeout(() => {
    if (allowed()) void storage.run('relaxed', (table) => queue.prune(table, now()));
    void sender.drain();
  }, random() * 1000);

  return {
    endpoint,
    events,
    submit,
    async whenDelivered(id, revision) {
      const own = (await queue.waiting()).map((item) => (item.id === id ? item.revision : 0));
      const sent = acknowledged(id, revision ?? Math.max(0, ...own));
      void sender.drain();
      void recheck();
      return sent;
    },
    async flush({ signal } = {}) {
      if (signal?.aborted || closed.aborted || !allowed()) return;
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
    purge,
    close() {
      listening.abort();
      clearTimeout(starting);
      fresh.clear();
      sleep();
      // A late ack opens it once more.
      storage.close();
    },
  };
}
