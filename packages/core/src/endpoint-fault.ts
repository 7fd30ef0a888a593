/** Why answers may not go to an address. */
export type EndpointFault = 'url' | 'scheme' | 'userinfo' | 'fragment';

/**
 * Finds what forbids an address as an endpoint; `undefined` when answers may go there.
 * The page's own origin may have any scheme, another origin must be https (or http on this machine);
 * neither may carry a user name, a password or a fragment.
 *
 * @param url as written, absolute or relative to `base`
 * @param base address of the page, such as `document.baseURI`
 */
export function endpointFault(url: string, base: string): EndpointFault | undefined {
  if (!URL.canParse(url, base)) return 'url';
  const target = new URL(url, base);
  const page = new URL(base);
  const { protocol, host, hostname } = target;
  // Compared by parts: `origin` is 'null' for every file: address, and a blob: address has the origin of its maker.
  const own = host && host === page.host && protocol === page.protocol;
  const local = /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname);
  if (!own && protocol !== 'https:' && !(local && protocol === 'http:')) return 'scheme';
  if (target.username || target.password) return 'userinfo';
  return target.href.includes('#') ? 'fragment' : undefined;
}
