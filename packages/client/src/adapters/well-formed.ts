/** A text as every receiver takes it. One lone surrogate, or one NUL, and many of them refuse the whole request. */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
