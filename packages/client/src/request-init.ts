import type { Posted } from './wire.js';

/** What every delivery has in common, first try or last. Redirects are never followed: a 307 would carry the answer to another origin. */
export function requestInit({ body, headers }: Posted, keepalive: boolean, more?: Record<string, string>, credentials: RequestCredentials = 'same-origin'): RequestInit {
  return {
    method: 'POST',
    // Another origin gets none unless they are asked for.
    credentials,
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'strict-origin',
    keepalive,
    headers: { ...more, ...headers },
    body,
  };
}
