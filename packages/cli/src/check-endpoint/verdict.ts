import type { Answer, Silence } from './exchange.js';

/** What a client makes of an answer; the receiver contract (RECEIVER.md of `@askwell/client`) has the table. */
export type Verdict = 'ack' | 'busy' | 'reject' | 'network' | 'endpoint' | 'config' | 'suspect' | 'redirect';

const CONFIG = [401, 403, 404, 405, 407, 410, 501, 505];
const LATER = [408, 425, 429];
const EMPTY = [201, 202, 204, 205];

/**
 * The class that the receiver contract gives to an answer.
 *
 * @param id of the response that was sent
 * @param secure whether the answer came over https
 */
export function verdict(answer: Answer | Silence, id: string, secure: boolean): Verdict {
  if ('silence' in answer) return 'network';
  const { status } = answer;
  if (status >= 300 && status < 400) return 'redirect';
  if (status >= 200 && status < 300) return isReceipt(answer, id, secure) ? 'ack' : 'suspect';
  if (status === 409) return 'busy';
  if (CONFIG.includes(status)) return 'config';
  return status >= 400 && status < 500 && !LATER.includes(status) ? 'reject' : 'endpoint';
}

function isReceipt({ status, headers, text }: Answer, id: string, secure: boolean): boolean {
  try {
    const { ok, id: named } = Object(JSON.parse(text)) as { ok?: unknown; id?: unknown };
    return ok !== false && (named ?? id) === id;
  } catch {
    if (text === '') return secure || EMPTY.includes(status);
    return secure && !headers.get('content-type')?.includes('html');
  }
}
