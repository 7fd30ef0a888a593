import type { Reply } from '@askwell/core';
import { withDeadline } from './with-deadline.js';

/** Engines refuse keepalive beyond 64 KiB in flight for a whole page; some is left to the host. */
const KEEPALIVE_BYTES = 60 * 1024;
/** In characters. */
const REPLY_LENGTH = 4096;

/**
 * Whether the last reply was left before its end. WebKit closes no connection of a request with keepalive, and six of
 * them hold up all that the page asks of that host: the next request goes without.
 */
let hungUp = false;

/** Posts a body, with or without keepalive. */
export type Post = (keepalive: boolean, signal: AbortSignal) => Promise<Response>;

async function readStart({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < REPLY_LENGTH) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  reader?.cancel().catch(() => {});
  return text;
}

async function exchange(post: Post, bytes: number, signal: AbortSignal): Promise<Reply> {
  const keepalive = !hungUp && bytes <= KEEPALIVE_BYTES;
  const response = await post(keepalive, signal).catch((error: unknown) => {
    // What else is in flight may have used up the page's share.
    if (!keepalive || signal.aborted) throw error;
    return post(false, signal);
  });
  const { status, headers } = response;
  return {
    status,
    html: /html/i.test(headers.get('content-type')!),
    retryAfter: headers.get('retry-after'),
    text: await readStart(response),
  };
}

/**
 * Posts once. Resolves to the reply, or to `undefined` for no network, a timeout (which covers the reply's body) or an
 * abort by `signal`.
 */
export async function attempt(post: Post, bytes: number, ms: number, signal: AbortSignal): Promise<Reply | undefined> {
  const over = new AbortController();
  try {
    // A deadline of its own, since a fetch that the host has patched may not heed the signal.
    const reply = await withDeadline(exchange(post, bytes, AbortSignal.any([over.signal, signal])), ms);
    hungUp = reply.text.length >= REPLY_LENGTH;
    return reply;
  } catch (error) {
    // Without a network, there is nothing to hang up on.
    hungUp = !(error instanceof TypeError);
    return undefined;
  } finally {
    over.abort();
  }
}
