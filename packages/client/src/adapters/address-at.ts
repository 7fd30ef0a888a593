import { endpointAddress } from '../endpoint-address.js';

/**
 * The address of a path at a server, or behind a proxy of one: `https://eu.i.posthog.com`, `/ingest`.
 * @throws AskwellError `invalid-endpoint`
 */
export function addressAt(host: string, path: string): string {
  return endpointAddress(host.replace(/\/$/, '') + path);
}
