import { silenceReason } from './silence-reason.js';

/** What a server answered, as far as the client looks at it. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Its start. */
  text: string;
  /** Until the body was read. */
  ms: number;
}

/** No answer, and in a plain sentence why. */
export interface Silence {
  silence: string;
  timedOut: boolean;
  ms: number;
}

/** In characters; the client looks no further either. */
const REPLY_LENGTH = 4096;

/** Sends one request and reads the start of its reply. Never rejects, never follows a redirect; `ms` covers the body. */
export async function exchange(url: URL, init: RequestInit, ms: number): Promise<Answer | Silence> {
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(ms) });
    const text = await readStart(response);
    return { status: response.status, headers: response.headers, text, ms: elapsed() };
  } catch (error) {
    const timedOut = (error as Error).name === 'TimeoutError';
    return { silence: silenceReason(error, url, ms), timedOut, ms: elapsed() };
  }
}

async function readStart({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && text.length < REPLY_LENGTH) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  reader?.cancel().catch(() => {});
  return text;
}
