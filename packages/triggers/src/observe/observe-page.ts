/**
 * Calls back for the page as it is now (a prerendered one once it is shown), whenever the address has become another
 * one, and when the page returns from the back/forward cache. Without the Navigation API an address set by
 * `history.pushState` is seen when the function that it returns is called: patching `history` would break others that
 * patch it.
 */
export function observePage(tell: () => void, signal: AbortSignal): () => void {
  const { navigation } = window as { navigation?: EventTarget };
  let told: string | undefined;

  // The state of an entry may change while its address stays; that is no other page.
  const page = (): void => {
    if (signal.aborted || (document as { prerendering?: boolean }).prerendering || told === location.href) return;
    told = location.href;
    tell();
  };

  document.addEventListener('prerenderingchange', page, { signal });
  if (navigation) navigation.addEventListener('currententrychange', page, { signal });
  else for (const type of ['popstate', 'hashchange']) addEventListener(type, page, { signal });
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      told = undefined;
      page();
    },
    { signal },
  );
  // Whoever observes has its result first.
  queueMicrotask(page);
  return page;
}
