import { joinBytes } from './join-bytes.js';

/** One line of a text: its number from 1, and what it says or why it cannot be read. */
export type Line = { line: number } & ({ text: string; fault?: never } | { text?: never; fault: string });

const NEWLINE = 0x0a;

/** The non-blank lines of UTF-8 bytes that arrive in pieces, holding at most one line of at most `maxBytes`. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let parts: Uint8Array[] = [];
  let bytes = 0;

  const take = (part: Uint8Array) => {
    bytes += part.length;
    if (bytes > maxBytes) parts = [];
    else parts.push(part);
  };
  const finish = (): Line | undefined => {
    try {
      if (bytes > maxBytes) return { line, fault: `The line is longer than ${maxBytes} bytes` };
      const text = decoder.decode(joinBytes(parts));
      return text.trim() === '' ? undefined : { line, text };
    } catch {
      return { line, fault: 'The line is not UTF-8' };
    } finally {
      line += 1;
      parts = [];
      bytes = 0;
    }
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      const finished = finish();
      if (finished) yield finished;
    }
    take(chunk.subarray(start));
  }
  const last = finish();
  if (last) yield last;
}
