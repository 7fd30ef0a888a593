import { recordBody, type ResponseRecord } from '@askwell/core';
import { endpointAddress } from './endpoint-address.js';
import { json } from './json-wire.js';
import { permitted } from './permitted.js';
import { requestInit } from './request-init.js';

/**
 * Posts a record with keepalive and keeps no copy: for impressions, which are no answers and need no queue.
 * Nobody learns whether it arrived. Never rejects.
 *
 * @param endpoint absolute or relative to the page; nothing goes to one that is refused
 */
export async function sendOnce(endpoint: string, record: ResponseRecord): Promise<undefined> {
  try {
    await fetch(endpointAddress(endpoint), requestInit(json({ ...record, body: recordBody(permitted(record)) }), true));
  } catch {
    // Best effort.
  }
  return undefined;
}
