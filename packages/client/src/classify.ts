/** What a receiver answered, as far as it is looked at. */
export interface Reply {
  /** 0 for a redirect that was not followed. */
  status: number;
  type: ResponseType;
  html: boolean;
  /** At most the first 4 KiB. */
  text: string;
  retryAfter: string | null;
}

/**
 * What an answer means for a revision.
 * - `ack`: delivered. `busy`: another request for it is under way. `reject`: it will never be taken.
 * - `network`: no answer. `endpoint`: not now. `config`: not until somebody mends it.
 * - `suspect`: a success that the receiver did not give, as a captive portal does. `redirect`: to somewhere else.
 */
export type Verdict = 'ack' | 'busy' | 'reject' | 'network' | 'endpoint' | 'config' | 'suspect' | 'redirect';

const CONFIG = [401, 403, 404, 405, 407, 410, 501, 505];
const LATER = [408, 425, 429];
const EMPTY = [201, 202, 204, 205];

function isAck({ status, html, text }: Reply, id: string, secure: boolean): boolean {
  try {
    // It may be the worker's offline page.
    if (html && navigator.serviceWorker?.controller) return false;
    const { ok, id: named } = Object(JSON.parse(text)) as { ok?: unknown; id?: unknown };
    return ok !== false && (named ?? id) === id;
  } catch {
    // Over http anybody on the way may have answered, so the reply has to look like a receiver's.
    return secure || (!text && EMPTY.includes(status));
  }
}

/**
 * Classes a reply; `undefined` stands for none: no network, a timeout, an abort.
 *
 * @param id of the response that was sent
 * @param secure whether the reply came over https
 */
export function classify(reply: Reply | undefined, id: string, secure: boolean): Verdict {
  if (!reply) return 'network';
  const { status, type } = reply;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirect';
  if (status >= 200 && status < 300) return isAck(reply, id, secure) ? 'ack' : 'suspect';
  if (status === 409) return 'busy';
  if (CONFIG.includes(status)) return 'config';
  // Whatever is not known waits: only a plain 4xx says that this very body is at fault.
  return status >= 400 && status < 500 && !LATER.includes(status) ? 'reject' : 'endpoint';
}
