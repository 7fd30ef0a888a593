import { AskwellError } from '@askwell/core';

/** Not credentials, what only a browser may say, and what the delivery depends on. */
const NAME = /^(?!(cookie|host|authorization|content-type|idempotency-key|(sec|proxy)-.*)$)[a-z0-9-]{1,40}$/i;
const VALUE = /^[\x20-\x7e]{0,1024}$/;

/**
 * Returns the headers if all of them may be sent. `Headers` itself lets é through and throws a TypeError on CR LF.
 * @throws AskwellError `invalid-options`
 */
export function allowHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name in headers) {
    if (!NAME.test(name) || !VALUE.test(headers[name]!)) {
      throw new AskwellError('invalid-options', `Header not allowed: ${name}`);
    }
  }
  return headers;
}
