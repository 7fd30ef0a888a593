/** Whether a page may send a header of this name with its answers: no credentials, and nothing that the browser or the delivery sets. */
export function isHeaderAllowed(name: string): boolean {
  return /^(?!(cookie|host|authorization|content-type|idempotency-key|(sec|proxy)-.*)$)[a-z0-9-]{1,40}$/i.test(name);
}
