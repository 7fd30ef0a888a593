import { revisionKey } from '@askwell/core';
import type { Item } from './layout.js';

/** What every delivery has in common, first try or last. Redirects are never followed: a 307 would carry the answer to another origin. */
export function requestInit(item: Pick<Item, 'id' | 'revision' | 'body'>, keepalive: boolean, headers?: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    // Another origin gets none.
    credentials: 'same-origin',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'strict-origin',
    keepalive,
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `"${revisionKey(item)}"` },
    body: item.body,
  };
}
