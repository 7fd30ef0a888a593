/**
 * Calls back for every click, with a function that says whether the click hit what a selector means: an element on
 * its way out through every open shadow root. Listens at the window first of all, so a click whose way is cut is seen.
 */
export function observeClick(tell: (hit: (selector: string) => boolean) => void, signal: AbortSignal): void {
  addEventListener(
    'click',
    (event) => {
      const way = event.composedPath().filter((target) => target instanceof Element);
      tell((selector) => way.some((element) => element.matches(selector)));
    },
    { capture: true, passive: true, signal },
  );
}
