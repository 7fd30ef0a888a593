/** What a receiver answered, as far as it is looked at. */
export interface Reply {
  /** 0 for a redirect that was not followed. */
  status: number;
  html: boolean | undefined;
  /** Its start. */
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

/** What counts as a receipt beside the usual: see `ClientOptions`. */
export type Receipt = 'strict' | 'status' | undefined;

const CONFIG = [401, 403, 404, 405, 407, 410, 501, 505];
const LATER = [408, 425, 429];
const EMPTY = [201, 202, 204, 205];

function isAck({ status, html, text }: Omit<Reply, 'retryAfter'>, id: string, secure: boolean, receipt: Receipt): boolean {
  if (receipt === 'status') return secure;
  try {
    const { ok, id: named } = Object(JSON.parse(text)) as { ok?: unknown; id?: unknown };
    return ok !== false && (named ?? id) === id;
  } catch {
    // A page is the fallback of an app, of a service worker or of a portal; over http anybody on the way may have
    // answered, so there the reply has to look like a receiver's.
    return text ? secure && !html : secure || EMPTY.includes(status);
  }
}

/**
 * Classes a reply; `undefined` stands for none: no network, a timeout, an abort.
 *
 * @param id of the response that was sent
 * @param https whether the reply came over https
 * @param receipt what counts as one
 */
export function classify(reply: Omit<Reply, 'retryAfter'> | undefined, id: string, https: boolean, receipt?: Receipt): Verdict {
  const secure = https && receipt !== 'strict';
  if (!reply) return 'network';
  const { status } = reply;
  const hundreds = Math.floor(status / 100);
  if (!status || hundreds === 3) return 'redirect';
  if (hundreds === 2) return isAck(reply, id, secure, receipt) ? 'ack' : 'suspect';
  if (status === 409) return 'busy';
  if (CONFIG.includes(status)) return 'config';
  // Whatever is not known waits: only a plain 4xx says that this very body is at fault.
  return hundreds === 4 && !LATER.includes(status) ? 'reject' : 'endpoint';
}
