import { hash32, type Verdict } from '@askwell/core';
import type { Key } from './table.js';

/** The one database, with one store, of all queues. */
export const DATABASE = 'askwell';

/** Prefix of what waits, in all queues. */
export const ALL_WAITING: Key = ['q', 1];

/** Prefix of the dead letters, in all queues. */
export const ALL_DEAD: Key = ['d', 1];

/** How long anything is kept, in ms: 30 days. */
export const KEEP = 30 * 24 * 3600 * 1000;

/** A revision in the queue: `['q', 1, qid, at, id, revision]`. */
export interface Item {
  id: string;
  revision: number;
  /** The frozen bytes of every attempt, as text. */
  body: string;
  bytes: number;
  /** When it was queued, ms since 1970 by this device. */
  at: number;
  /** Attempts that failed. */
  n: number;
  /** Not before this time. */
  next: number;
  /** Fence of the sender that claimed it last, `''` while it only waits. A crash leaves it. */
  att: string;
  /** Endpoint, in full: the queue's id is only a hash of it. */
  ep: string;
}

/** What an attempt needs to know of a revision, which may not be in the queue yet. */
export type Sendable = Pick<Item, 'id' | 'revision' | 'body' | 'bytes' | 'at' | 'att'>;

/** A revision that will not be sent by itself any more: `['d', 1, qid, at, id, revision]`. */
export interface DeadLetter extends Item {
  /** HTTP status of the refusal, 0 when it expired. */
  status: number;
  reason: 'reject' | 'expired';
  deadAt: number;
}

/** The highest acknowledged revision of a response, without any answer: `['t', 1, qid, id]`. */
export interface Tombstone {
  id: string;
  revision: number;
  deliveredAt: number;
}

/** Nothing of the queue is sent before `notBefore`, by any tab: `['m', 1, qid, 'gate']`. */
export interface Gate {
  notBefore: number;
  reason: Verdict;
  /** Failures in a row for this reason. */
  fails: number;
}

/** Who sends, where there are no Web Locks: `['m', 1, qid, 'lease']`. */
export interface Lease {
  owner: string;
  until: number;
}

/** Id of the queue of an endpoint: its hash, query included, so that answers never go to another one. */
export function queueId(endpoint: string, name: string): string {
  return hash32(`${endpoint} ${name}`).toString(36);
}
