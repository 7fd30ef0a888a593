import { AskwellError } from '@askwell/core';
import { endpointFault } from './endpoint-fault.js';

/**
 * The absolute form of an endpoint.
 * @throws AskwellError `invalid-endpoint`
 */
export function endpointAddress(endpoint: string): string {
  const base = globalThis.document?.baseURI ?? endpoint;
  const fault = endpointFault(endpoint, base);
  if (!fault) return new URL(endpoint, base).href;
  throw new AskwellError(
    'invalid-endpoint',
    endpoint === 'about:blank' ? 'No endpoint is set.' : `endpoint="${endpoint}" is refused (${fault}). Use https or this site.`,
  );
}
