import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

import type { Summary } from './store.js';

/** So many milliseconds lie between two messages at least: a burst of answers becomes one message. */
const INTERVAL = 250;

export interface SummarySource {
  read: () => Promise<Summary>;
  /** Calls back when the summary may have changed, until the returned function is called. */
  watch: (onChange: () => void) => () => void;
  /** Milliseconds between two comments that keep idle connections open. */
  heartbeat: number;
  /** Ends the stream. */
  signal: AbortSignal | undefined;
  onError: (error: unknown) => void;
}

/**
 * Answers with server-sent events: the summary now, and again whenever it changed, as data of `message` events.
 * Rejects when the first summary cannot be read; a later failure ends the stream, and the browser connects anew.
 */
export async function streamSummary(context: Context, { read, watch, heartbeat, signal, onError }: SummarySource): Promise<Response> {
  let changed = false;
  let over = signal?.aborted ?? false;
  let check = () => {};
  const pause = (milliseconds: number, enough: () => boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      check = () => {
        if (!enough()) return;
        clearTimeout(timer);
        resolve();
      };
      check();
    });

  const unwatch = watch(() => {
    changed = true;
    check();
  });
  const end = () => {
    over = true;
    check();
  };
  signal?.addEventListener('abort', end);
  const release = () => {
    unwatch();
    signal?.removeEventListener('abort', end);
  };

  let summary: Summary;
  try {
    summary = await read();
  } catch (error) {
    release();
    throw error;
  }

  return streamSSE(context, async (stream) => {
    stream.onAbort(end);
    try {
      while (!over) {
        await stream.writeSSE({ data: JSON.stringify(summary) });
        await pause(INTERVAL, () => over);
        while (!over && !changed) {
          await pause(heartbeat, () => over || changed);
          if (!over && !changed) await stream.write(': still here\n\n');
        }
        if (over) break;
        changed = false;
        summary = await read();
      }
    } catch (error) {
      onError(error);
    } finally {
      release();
    }
  });
}
