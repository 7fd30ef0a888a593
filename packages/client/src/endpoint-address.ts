import { AskwellError, endpointFault } from '@askwell/core';

/**
 * The absolute form of an endpoint.
 *
 * @param origins those that it may have, where not every one
 * @throws AskwellError `invalid-endpoint`
 */
export function endpointAddress(endpoint: string, origins?: readonly string[]): string {
  const base = globalThis.document?.baseURI ?? endpoint;
  let fault: string | undefined = endpointFault(endpoint, base);
  if (!fault) {
    const { href, origin } = new URL(endpoint, base);
    if (!origins || origins.includes(origin)) return href;
    fault = 'origin';
  }
  throw new AskwellError(
    'invalid-endpoint',
    endpoint === 'about:blank' ? 'No endpoint is set.' : `endpoint="${endpoint}" is refused (${fault}). Use https or this site.`,
  );
}
