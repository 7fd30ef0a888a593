import type { Context } from 'hono';

import type { Summary } from './store.js';

/** The summary as JSON with an entity tag, or 304 when the reader has it already. */
export async function respondWithSummary(context: Context, summary: Summary): Promise<Response> {
  const body = JSON.stringify(summary);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)));
  const etag = `"${[...digest.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;

  context.header('etag', etag);
  context.header('cache-control', 'no-cache');
  const known = context.req.header('if-none-match')?.split(',') ?? [];
  if (known.some((each) => each.trim().replace(/^W\//, '') === etag)) return context.body(null, 304);
  return context.body(body, 200, { 'content-type': 'application/json' });
}
