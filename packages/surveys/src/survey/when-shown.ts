const SHOWN_MS = 1000;

/**
 * Calls back once when an element has been on a visible tab for one second without a break, at least half of it in
 * view (or half of the window filled by it, where it is taller than that). Returns the function that stops waiting.
 */
export function whenShown(element: Element, callback: () => void): () => void {
  let inView = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    if (!inView || document.hidden) {
      clearTimeout(timer);
      timer = undefined;
    } else {
      timer ??= setTimeout(() => {
        stop();
        callback();
      }, SHOWN_MS);
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const { intersectionRatio, intersectionRect } = entries.at(-1)!;
      inView = intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2;
      update();
    },
    { threshold: [0.1, 0.3, 0.5] },
  );
  const stop = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    removeEventListener('visibilitychange', update);
  };
  observer.observe(element);
  addEventListener('visibilitychange', update);
  return stop;
}
