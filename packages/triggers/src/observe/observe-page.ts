import { routeIn } from './route-in.js';

/**
 * Calls back for the page as it is now (a prerendered one once it is shown), whenever the address has become another
 * one, and when the page returns from the back/forward cache. Where an entry is replaced by one of the same path, as pages
 * do that write a heading or a filter into their address, it is the same page. Without the Navigation API an address set by
 * `history.pushState` is seen when the function that it returns is called: patching `history` would break others that
 * patch it.
 */
export function observePage(tell: () => void, signal: AbortSignal): () => void {
  const { navigation } = window as { navigation?: EventTarget };
  let told: string | undefined;
  let place: string | undefined;

  // The state of an entry may change while its address stays; that is no other page.
  const page = (replaced?: boolean): void => {
    const { href, pathname, hash } = location;
    const here = pathname + routeIn(hash);
    if (signal.aborted || (document as { prerendering?: boolean }).prerendering || told === href || (replaced && place === here)) return;
    told = href;
    place = here;
    tell();
  };
  const moved = (): void => page();

  document.addEventListener('prerenderingchange', moved, { signal });
  if (navigation) navigation.addEventListener('currententrychange', (event) => page(!/push|traverse/.test(`${(event as NavigationCurrentEntryChangeEvent).navigationType}`)), { signal });
  else for (const type of ['popstate', 'hashchange']) addEventListener(type, moved, { signal });
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
  queueMicrotask(moved);
  return moved;
}
