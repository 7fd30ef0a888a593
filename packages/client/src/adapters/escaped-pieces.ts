import { wellFormed } from './well-formed.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text with the three characters escaped that Slack gives a meaning to, in pieces of at most so many UTF-16 units,
 * none of which ends within an entity or a pair of surrogates.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapedPieces(text: string, most: number): string[] {
  const pieces = [''];
  for (const character of wellFormed(text)) {
    const escaped = ENTITIES[character] ?? character;
    if (pieces.at(-1)!.length + escaped.length > most) pieces.push('');
    pieces[pieces.length - 1] += escaped;
  }
  return pieces;
}
