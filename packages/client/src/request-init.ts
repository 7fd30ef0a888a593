/** What every delivery has in common, first try or last. Redirects are never followed: a 307 would carry the answer to another origin. */
export function requestInit(endpoint: string, body: string, key: string, keepalive: boolean, headers?: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    mode: 'cors',
    credentials: new URL(endpoint).origin === globalThis.location?.origin ? 'same-origin' : 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'strict-origin',
    keepalive,
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
    body,
  };
}
