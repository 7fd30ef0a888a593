import { routeIn } from './route-in.js';

/**
 * Calls back with each depth (percent of what the window can be scrolled) once it is reached: once for each address,
 * since another address is another page. A page that cannot be scrolled reaches none.
 */
export function observeScroll<T extends { scroll: number }>(depths: readonly T[], tell: (depth: T) => void, signal: AbortSignal): void {
  let address: string | undefined;
  let waiting: readonly T[] = depths;

  addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
      const far = scrollHeight - clientHeight;
      // A page whose headings are written into the hash while it is scrolled stays the same page; a route there does not.
      const here = location.pathname + location.search + routeIn(location.hash);
      if (here !== address) waiting = depths;
      address = here;
      if (far <= 0) return;
      // Zoom leaves a fraction of a pixel that nobody can scroll.
      const percent = (100 * (Math.abs(scrollTop) + 1)) / far;
      const reached = waiting.filter(({ scroll }) => percent >= scroll);
      waiting = waiting.filter((depth) => !reached.includes(depth));
      for (const depth of reached) tell(depth);
    },
    { passive: true, signal },
  );
}
