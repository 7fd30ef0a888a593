import { createClient, type Client } from './client.js';
import { endpointAddress } from './endpoint-address.js';

const clients = new Map<string, Client>();

/**
 * The one client of the page for an endpoint, opened when first asked for. It lives as long as the page.
 * @throws AskwellError `invalid-endpoint`
 */
export function clientFor(endpoint: string): Client {
  const url = endpointAddress(endpoint);
  const client = clients.get(url) ?? createClient({ endpoint: url });
  clients.set(url, client);
  return client;
}
