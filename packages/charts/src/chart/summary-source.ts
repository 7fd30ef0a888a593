import { issueWarning } from '@askwell/base';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ScoreSummary } from './score-summary.js';

/** Keeps a chart supplied from an address: by one request and, if it is to be live, by server-sent events after it. */
export class SummarySource implements ReactiveController {
  /** The last answer, as it came; kept while it is asked for again. */
  value: ScoreSummary | undefined;
  /** Whether the last attempt failed. */
  failed = false;

  readonly #host: ReactiveControllerHost & Element;
  readonly #wanted: () => [src: string | undefined, live: boolean];
  #src: string | undefined;
  #live = false;
  #request: AbortController | undefined;
  #stream: EventSource | undefined;

  constructor(host: ReactiveControllerHost & Element, wanted: () => [src: string | undefined, live: boolean]) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#request?.abort();
    this.#stream?.close();
    this.#request = this.#stream = undefined;
  }

  hostUpdate(): void {
    const [src, live] = this.#wanted();
    if (src !== this.#src || live !== this.#live) {
      this.hostDisconnected();
      this.#src = src;
      this.#live = live;
      this.value = undefined;
      this.failed = false;
    }
    if (!this.#request && this.#host.isConnected) void this.refresh();
  }

  /** Asks again, and opens a stream anew that has ended. Resolves when the answer is there or has failed. */
  async refresh(): Promise<void> {
    const src = this.#src;
    if (!src) return;
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    await this.#take(async () => {
      // A dropped stream reconnects by itself, until the server refuses it.
      if (this.#live && (this.#stream?.readyState ?? 2) > 1) {
        this.#stream = new EventSource(src);
        this.#stream.onmessage = ({ data }: MessageEvent<string>) => {
          // What the request still brings would be older.
          this.#request?.abort();
          void this.#take(() => data);
        };
      }
      const response = await fetch(src, { signal, headers: { accept: 'application/json' } });
      if (!response.ok) {
        // A collector answers with problem details (RFC 9457); anything else may.
        const { detail } = (await response.json().catch(() => response)) as { detail?: string };
        throw new Error(`${response.status} ${detail ?? ''}`);
      }
      return response.text();
    }, signal);
  }

  async #take(json: () => string | Promise<string>, signal?: AbortSignal): Promise<void> {
    try {
      this.value = JSON.parse(await json()) as ScoreSummary;
      this.failed = false;
    } catch (error) {
      if (signal?.aborted) return;
      this.failed = true;
      issueWarning('chart-source', `A chart cannot load ${this.#src}. Check the address. ${String(error)}`);
    }
    this.#host.requestUpdate();
  }
}
