import type { Receipt, ResponseRecord } from '@askwell/core';
import type { Wire } from './wire.js';

/** How a client delivers. */
export interface ClientOptions {
  /** Where to post, absolute or relative to the page. */
  endpoint: string;
  /**
   * Sets apart several queues for one endpoint. Default `''`, which `drainWaiting` empties on every page; `own` for a
   * client with a wire, credentials or headers, since nobody else can send what is in it.
   */
  queue?: string;
  /** Further headers; a function is called at each attempt, since tokens age and only the body is frozen. */
  headers?: Record<string, string> | (() => Record<string, string>);
  /** How a revision is put into a request. Default: as JSON. Others are in `@askwell/client/wires.js`. */
  wire?: Wire;
  /** `include` sends cookies to another origin too. Default: to the page's own only. */
  credentials?: RequestCredentials;
  /**
   * What counts as a receipt: `strict` an empty reply or JSON, as over plain http; `status` any 2xx over https, for
   * receivers that answer with a page, or with an `id` of their own. Default: any 2xx over https but a page.
   */
  ack?: Receipt;
  /** The origins that the endpoint may have, where not every one. */
  allowOrigins?: readonly string[];
  /**
   * Asked before anything is read, written or sent: `undefined` is no consent yet, `false` erases what waits. After a
   * change, call `flush()`.
   */
  consent?: () => boolean | undefined;
  /** Takes out of a record what must not be stored, such as `anonymous` of `@askwell/client/anonymous.js`. */
  redact?: (record: ResponseRecord) => ResponseRecord;
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

/** Of each option of a client, what it may be. */
export const OPTION_KINDS: Readonly<Record<keyof ClientOptions, string>> = {
  endpoint: 'string',
  queue: 'string',
  headers: 'object or function',
  wire: 'function',
  credentials: 'string',
  ack: 'string',
  allowOrigins: 'object',
  consent: 'function',
  redact: 'function',
  timeoutMs: 'number',
  ttlMs: 'number',
  maxBytes: 'number',
  now: 'function',
  fetch: 'function',
  random: 'function',
};
