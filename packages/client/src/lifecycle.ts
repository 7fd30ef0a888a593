/**
 * Listens to what a page goes through until `signal` aborts. Never to `unload` or `beforeunload`: they keep a page out
 * of the bfcache.
 *
 * @param hide hidden: perhaps the last moment to send
 * @param wake shown, focused or online: a good time to try
 * @param sleep frozen, on its way out, or into the bfcache
 * @param resume back from there: handles may be dead
 * @param purge the person has refused that anything is kept: whoever hears that tells the window
 */
export function watchLifecycle(
  hide: () => unknown,
  wake: () => unknown,
  sleep: () => unknown,
  resume: () => unknown,
  purge: () => unknown,
  signal: AbortSignal,
): void {
  if (!globalThis.document) return;
  // At the window, since a listener on the document never hears pagehide; what is fired there is captured on its way.
  const on = (type: string, listener: (event: Event) => unknown, capture = true): void =>
    addEventListener(type, listener, { signal, capture });
  // While a page is unloaded, it is hidden after its pagehide: that must not wake anything.
  on('visibilitychange', () => (document.hidden ? hide() : wake()));
  on('freeze', sleep);
  on('pagehide', sleep);
  on('resume', resume);
  on('pageshow', (event) => (event as PageTransitionEvent).persisted && resume());
  on('online', wake);
  on('askwell-refuse', purge);
  // That of an element is none of its business.
  on('focus', wake, false);
}
