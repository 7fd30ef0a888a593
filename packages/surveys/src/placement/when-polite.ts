const QUIET_MS = 3000;
const MOMENTS = ['focusout', 'close', 'fullscreenchange', 'visibilitychange'];

/** Whether a prompt would disturb now: switched off, on a hidden tab, over the page's modal or fullscreen (which `:modal` matches too), while typing. */
function disturbs(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (
    document.hidden ||
    document.documentElement.dataset.askwell === 'off' ||
    [...document.querySelectorAll(':modal, [aria-modal=true]')].some((modal) => modal.checkVisibility()) ||
    !!active?.matches('select, :read-write')
  );
}

/**
 * Calls back once a prompt disturbs nobody, three quiet seconds after the page began or the focus last moved.
 * It listens for the end of what was in the way; nothing is polled. Returns the function that stops waiting.
 */
export function whenPolite(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new AbortController();
  const stop = (): void => {
    clearTimeout(timer);
    waiting.abort();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (disturbs()) return;
      stop();
      callback();
    }, QUIET_MS);
  };
  for (const moment of MOMENTS) document.addEventListener(moment, later, { capture: true, signal: waiting.signal });
  later();
  return stop;
}
