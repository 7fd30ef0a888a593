import type { Verdict } from '@askwell/core';
import type { StorageTrouble } from './storage.js';

/** What a client tells about. */
export type ClientEventType =
  | 'queued'
  | 'sending'
  | 'delivered'
  | 'retry'
  | 'dead'
  | 'suspect'
  | 'redirect'
  | 'endpointconfig'
  | 'gate'
  | StorageTrouble;

/** Detail of a client's events. There is never an answer in it. */
export interface ClientEventDetail {
  /** Response and revision that it is about, if it is about one. */
  id?: string | undefined;
  revision?: number | undefined;
  /** HTTP status, 0 for none. */
  status?: number;
  /** Class of the reply; `expired` or `evicted` for a dead letter; name of the error for `storage`. */
  reason?: Verdict | 'expired' | 'evicted' | (string & {}) | undefined;
  /** Ms until the next try. */
  waitMs?: number;
}

/** Tells the listeners of a client about a revision, or with `{}` about the whole queue. */
export type Emit = (type: ClientEventType, about: { id?: string; revision?: number }, more?: ClientEventDetail) => unknown;
