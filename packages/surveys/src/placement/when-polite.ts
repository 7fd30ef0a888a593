const QUIET_MS = 3000;
const MOMENTS = ['focusout', 'close', 'fullscreenchange', 'visibilitychange'];

/** Whether a prompt would disturb now: switched off, on a hidden tab, over the page's modal or fullscreen (which `:modal` matches too), while typing. */
function disturbs(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (
    document.hidden ||
    document.documentElement.dataset.askwell === 'off' ||
    !!document.querySelector(':modal') ||
    !!active?.matches('input, textarea, select, :read-write')
  );
}

/**
 * Calls back once a prompt disturbs nobody: not in the first three seconds of a page, not while somebody types.
 * It listens for the end of what was in the way; nothing is polled. Returns the function that stops waiting.
 */
export function whenPolite(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    for (const moment of MOMENTS) document.removeEventListener(moment, later, true);
  };
  const later = (): void => {
    clearTimeout(timer);
    // The next task at the earliest: during focusout the focus has left one field and not yet reached the next.
    timer = setTimeout(() => {
      if (disturbs()) return;
      stop();
      callback();
    }, QUIET_MS - performance.now());
  };
  for (const moment of MOMENTS) document.addEventListener(moment, later, true);
  later();
  return stop;
}
