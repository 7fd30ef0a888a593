/**
 * Listens to what a page goes through until `signal` aborts. Never to `unload` or `beforeunload`: they keep a page out
 * of the bfcache.
 *
 * @param hide hidden: perhaps the last moment to send
 * @param wake shown, focused or online: a good time to try
 * @param sleep frozen, on its way out, or into the bfcache
 * @param resume back from there: handles may be dead
 */
export function watchLifecycle(
  hide: () => unknown,
  wake: () => unknown,
  sleep: () => unknown,
  resume: () => unknown,
  signal: AbortSignal,
): void {
  if (typeof document === 'undefined') return;
  const options = { signal, capture: true };
  // While a page is unloaded, it is hidden after its pagehide: that must not wake anything.
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? hide() : wake()), options);
  document.addEventListener('freeze', sleep, options);
  document.addEventListener('resume', resume, options);
  // pagehide is fired at the window: a listener on the document never hears it.
  addEventListener('pagehide', sleep, options);
  addEventListener('pageshow', (event) => event.persisted && resume(), options);
  addEventListener('online', wake, options);
  addEventListener('focus', wake, { signal });
}
