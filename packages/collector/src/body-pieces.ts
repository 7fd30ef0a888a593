import { Problem } from './problem.js';

/** The body as it arrives. Leaving the loop early cancels the rest; a body that is cut short throws a problem 400. */
export async function* bodyPieces(request: Request): AsyncGenerator<Uint8Array, void> {
  const reader = request.body?.getReader();
  if (!reader) return;
  const next = () =>
    reader.read().catch(() => {
      throw new Problem(400, 'unreadable-body', 'Unreadable body', 'The body was cut short.');
    });
  try {
    for (let piece = await next(); !piece.done; piece = await next()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
