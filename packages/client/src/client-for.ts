import { createClient, type Client } from './client.js';

const clients = new Map<string, Client>();

/**
 * The one client of the page for an endpoint, opened when first asked for. It lives as long as the page.
 * @throws AskwellError `invalid-endpoint`
 */
export function clientFor(endpoint: string): Client {
  const url = new URL(endpoint, document.baseURI).href;
  const client = clients.get(url) ?? createClient({ endpoint });
  clients.set(url, client);
  return client;
}
