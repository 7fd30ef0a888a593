import type { ResponseRecord } from '@askwell/core';
import type { Adapter } from './adapters/adapter.js';
import type { Wire } from './wire.js';

export { json } from './json-wire.js';
export type { Letter, Posted, Wire } from './wire.js';

/** The record as text/plain and without a header of its own, for receivers that answer no preflight: the key is in the body. */
export const simple: Wire = ({ body }) => ({ headers: { 'content-type': 'text/plain;charset=UTF-8' }, body });

/** A wire that says each record in the words of another receiver. */
export function adapted(adapter: Adapter): Wire {
  return (letter) => {
    const request = adapter(JSON.parse(letter.body) as ResponseRecord);
    if (!request) return undefined;
    const { url, body, contentType, headers } = request;
    return { ...(url && { url }), body, headers: { ...headers, 'content-type': contentType } };
  };
}
