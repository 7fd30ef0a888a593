import { bodyPieces } from './body-pieces.js';
import { joinBytes } from './join-bytes.js';
import { Problem } from './problem.js';

/** The body as text, never holding more than `maxBytes` of it. Throws a problem 413, or 400 when it is not UTF-8. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () => new Problem(413, 'too-large', 'Too large', `A record has at most ${maxBytes} bytes.`);
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge();

  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of bodyPieces(request)) {
    bytes += piece.length;
    if (bytes > maxBytes) throw tooLarge();
    pieces.push(piece);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(joinBytes(pieces));
  } catch {
    throw new Problem(400, 'unreadable-body', 'Unreadable body', 'The body is not UTF-8.');
  }
}
