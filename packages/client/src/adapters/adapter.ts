import type { ResponseRecord } from '@askwell/core';

/** What is posted for a record in place of the record itself. */
export interface AdaptedRequest {
  /** Absolute address, where it is another than the client's endpoint. */
  url?: string;
  body: string;
  contentType: string;
  headers?: Record<string, string>;
}

/**
 * Turns a record into what a receiver takes; `undefined` where the receiver has no use for this revision. Pure: the
 * same record gives the same request at each attempt, since that is asked for anew.
 */
export type Adapter = (record: ResponseRecord) => AdaptedRequest | undefined;
