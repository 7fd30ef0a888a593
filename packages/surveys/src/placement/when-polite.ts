const QUIET_MS = 3000;

/** Whether a prompt would disturb now: switched off, on a hidden tab, over the page's modal or fullscreen, while typing. */
function disturbs(): boolean {
  if (document.documentElement.dataset.askwell === 'off' || document.visibilityState === 'hidden') return true;
  if (document.fullscreenElement || document.querySelector(':modal')) return true;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && (active.isContentEditable || active.matches('input, textarea, select'));
}

const MOMENTS = ['focusout', 'close', 'fullscreenchange', 'visibilitychange'];

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
  const check = (): void => {
    if (disturbs()) return;
    stop();
    callback();
  };
  // The next task: during focusout the focus has left one field and not yet reached the next.
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(check, Math.max(0, QUIET_MS - performance.now()));
  };
  for (const moment of MOMENTS) document.addEventListener(moment, later, true);
  later();
  return stop;
}
