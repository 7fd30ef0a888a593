import { recordBody, revisionKey, type ResponseRecord } from '@askwell/core';
import { requestInit } from './request-init.js';

/**
 * Posts a record with keepalive and keeps no copy: for impressions, which are no answers and need no queue.
 * Nobody learns whether it arrived. Never rejects.
 *
 * @param endpoint an address without {@link endpointFault}, absolute or relative to the page
 */
export async function sendOnce(endpoint: string, record: ResponseRecord): Promise<undefined> {
  try {
    const url = new URL(endpoint, document.baseURI).href;
    await fetch(url, requestInit(url, recordBody(record), revisionKey(record), true));
  } catch {
    // Best effort.
  }
  return undefined;
}
