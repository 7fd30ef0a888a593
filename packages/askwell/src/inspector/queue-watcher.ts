import { issueWarning } from '@askwell/base';
import { clientFor, type Client, type ClientEventDetail, type ClientEventType, type DeadLetter, type Pending } from '@askwell/client';
import { storedEndpoints } from '@askwell/client/stored-endpoints.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MOST_EVENTS = 50;
const EVENTS: readonly ClientEventType[] = [
  'queued', 'sending', 'delivered', 'retry', 'dead', 'suspect', 'redirect', 'endpointconfig', 'gate', 'storage', 'storelost', 'quota',
];

/** What a client has told, and when. */
export interface LogEntry extends ClientEventDetail {
  type: string;
  at: number;
}

/** One endpoint's queue as it was read last. */
export interface WatchedQueue {
  endpoint: string;
  /** None where nothing may be sent to the endpoint. */
  client: Client | undefined;
  /** Revisions in the inbox, which count only where there is no client. */
  inbox: number;
  pending: Pending[];
  dead: DeadLetter[];
  /** Latest first. */
  log: LogEntry[];
  /** The last word on why it waits, until it is tried again. */
  gate: LogEntry | undefined;
}

/** Reads the queues on this device, once when its host is attached and after that when a client tells something. */
export class QueueWatcher implements ReactiveController {
  /** Those that hold or have told something. */
  queues: WatchedQueue[] = [];
  denied = false;
  /** When the device was read, ms since 1970; 0 for not yet. */
  readAt = 0;

  readonly #host: ReactiveControllerHost;
  readonly #given: () => readonly Client[];
  #watched: WatchedQueue[] = [];
  #listening = new AbortController();
  #reading: Promise<void> | undefined;
  #stale = false;
  #scan = false;

  /** @param given clients to show beside those that the page opens by itself */
  constructor(host: ReactiveControllerHost, given: () => readonly Client[]) {
    this.#host = host;
    this.#given = given;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('askwell-response', (event) => {
      // The page's own listeners come first, and may keep the delivery to themselves.
      queueMicrotask(() => {
        if (event.endpoint && !event.defaultPrevented && !signal.aborted) this.#cover(event.endpoint.trim(), 0);
      });
    }, { signal });
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#listening.abort();
    this.#watched = [];
  }

  /** Reads the device anew. Never rejects. */
  async refresh(): Promise<void> {
    this.#scan = true;
    await this.#reread();
  }

  /** Reads what is watched anew; nothing is opened for that. */
  async #reread(): Promise<void> {
    this.#stale = true;
    await (this.#reading ??= this.#read());
  }

  async #read(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      if (this.#scan) await this.#findEndpoints();
      await Promise.all(this.#watched.map(readQueue));
      this.queues = this.#watched.filter(({ inbox, pending, dead, log }) => inbox || pending.length || dead.length || log.length);
      this.readAt = Date.now();
      this.#host.requestUpdate();
    }
    this.#reading = undefined;
  }

  async #findEndpoints(): Promise<void> {
    this.#scan = false;
    const { endpoints, denied } = await storedEndpoints();
    this.denied = denied;
    if (denied) issueWarning('storage', 'IndexedDB cannot be used on this page, so that answers are not kept. Allow storage for this site.');
    if (this.#listening.signal.aborted) return;
    for (const client of this.#given()) if (!this.#watched.some((queue) => queue.client === client)) this.#watch(client.endpoint, client);
    for (const queue of this.#watched) queue.inbox = 0;
    for (const { endpoint, inbox } of endpoints) this.#cover(endpoint, inbox);
  }

  /** Sees to it that an endpoint is watched. */
  #cover(endpoint: string, inbox: number): void {
    const known = this.#watched.find((queue) => queue.endpoint === endpoint);
    if (known) {
      known.inbox = inbox;
      return;
    }
    let client: Client | undefined;
    try {
      client = clientFor(endpoint);
    } catch {
      // Not an address that answers may go to: they are shown all the same.
    }
    if (!client || !this.#watched.some((queue) => queue.client === client)) this.#watch(client?.endpoint ?? endpoint, client, inbox);
  }

  #watch(endpoint: string, client?: Client, inbox = 0): void {
    const queue: WatchedQueue = { endpoint, client, inbox, pending: [], dead: [], log: [], gate: undefined };
    this.#watched.push(queue);
    for (const type of EVENTS) {
      client?.events.addEventListener(type, (event) => this.#note(queue, event as CustomEvent<ClientEventDetail>), this.#listening);
    }
  }

  #note(queue: WatchedQueue, { type, detail }: CustomEvent<ClientEventDetail>): void {
    // Field by field, so that nothing else ever shows.
    const { id, revision, status, reason, waitMs } = detail;
    const entry: LogEntry = { type, at: Date.now(), id, revision, reason, ...(status && { status }), ...(waitMs !== undefined && { waitMs }) };
    queue.log = [entry, ...queue.log].slice(0, MOST_EVENTS);
    if (waitMs !== undefined) queue.gate = entry;
    else if (type === 'sending' || type === 'delivered') queue.gate = undefined;
    void this.#reread();
  }
}

async function readQueue(queue: WatchedQueue): Promise<void> {
  if (!queue.client) return;
  const [pending, dead] = await Promise.all([queue.client.pending(), queue.client.dead()]).catch(() => [[], []]);
  Object.assign(queue, { pending, dead });
  if (!pending.length) queue.gate = undefined;
}
