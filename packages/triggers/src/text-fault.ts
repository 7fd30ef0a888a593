const MOST_CHARACTERS = 250_000;
/** Each may have to be tried at every letter of an address. */
const MOST_STARS = 2000;

/** Why a text is more than a page reads as a configuration; `undefined` where it is not. */
export function textFault(text: string): string | undefined {
  return text.length > MOST_CHARACTERS || text.split(/\*|\\u002a/i).length > MOST_STARS + 1 ? 'it has more than 250,000 characters, or more than 2,000 asterisks' : undefined;
}
