const QUIET_MS = 3000;
const MOMENTS = ['focusout', 'close', 'fullscreenchange', 'visibilitychange'];

/**
 * Whether a prompt would disturb now: switched off, beside another one, on a hidden tab (as a prerendered page is too),
 * over the page's modal or fullscreen (which `:modal` matches too), while typing.
 */
function disturbs(region: HTMLElement): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (
    document.hidden ||
    document.documentElement.dataset.askwell === 'off' ||
    !!region.firstChild ||
    [...document.querySelectorAll(':modal, [aria-modal=true]')].some((modal) => modal.checkVisibility()) ||
    !!active?.matches('select, :read-write')
  );
}

/**
 * Calls back once a prompt disturbs nobody, three quiet seconds after the page began or the focus last moved.
 * It listens for the end of what was in the way; nothing is polled. Returns the function that stops waiting.
 */
export function whenPolite(region: HTMLElement, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new AbortController();
  const observer = new MutationObserver(() => later());
  const stop = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    waiting.abort();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (disturbs(region)) return;
      stop();
      callback();
    }, QUIET_MS);
  };
  observer.observe(document.documentElement, { attributeFilter: ['data-askwell'] });
  for (const moment of MOMENTS) document.addEventListener(moment, later, { capture: true, signal: waiting.signal });
  later();
  return stop;
}
