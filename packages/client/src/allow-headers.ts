import { AskwellError, isHeaderAllowed } from '@askwell/core';

const VALUE = /^[\x20-\x7e]{0,1024}$/;

/**
 * Returns the headers if all of them may be sent. `Headers` itself lets é through and throws a TypeError on CR LF.
 * @throws AskwellError `invalid-options`
 */
export function allowHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name in headers) {
    if (!isHeaderAllowed(name) || !VALUE.test(headers[name]!)) {
      throw new AskwellError('invalid-options', `Header not allowed: ${name}`);
    }
  }
  return headers;
}
