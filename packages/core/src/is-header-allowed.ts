/** Not credentials, what only a browser may say, and what the delivery depends on. */
const NAME = /^(?!(cookie|host|authorization|content-type|idempotency-key|(sec|proxy)-.*)$)[a-z0-9-]{1,40}$/i;

/** Whether a page may send a header of this name with its answers. */
export function isHeaderAllowed(name: string): boolean {
  return NAME.test(name);
}
