/** The way down to a part of a JSON file, as RFC 6901 writes it. */
export const jsonPointer = (path: readonly (string | number)[]): string => path.map((key) => `/${`${key}`.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
