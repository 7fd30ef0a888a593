const QUIET_MS = 3000;
/** The window hears of the focus that returns from a frame. */
const MOMENTS = ['focus', 'blur', 'click', 'close', 'fullscreenchange', 'visibilitychange'];

/**
 * Whether a prompt would disturb now: switched off, over the page's modal or fullscreen (which `:modal` matches too).
 * One that nobody has `asked` for disturbs also beside another one, on a hidden tab (as a prerendered page is too) and
 * while somebody types, also where that cannot be seen, inside a frame of another origin.
 */
export function disturbs(region: HTMLElement, asked?: boolean): boolean {
  let active = document.activeElement as HTMLIFrameElement | null;
  for (let inner; (inner = (active?.shadowRoot ?? active?.contentDocument)?.activeElement); ) active = inner as HTMLIFrameElement;
  // A modal in a shadow root is found from the focus, which it keeps inside or in what is slotted into it.
  const roots = new Set<ParentNode>([document]);
  for (let each: Element | null | undefined = active; each; ) {
    const root = each.getRootNode() as ShadowRoot & Pick<Document, 'defaultView'>;
    roots.add(root);
    each = each.assignedSlot ?? each.parentElement ?? root.host ?? root.defaultView?.frameElement;
  }
  return (
    document.documentElement.dataset.askwell === 'off' ||
    [...roots].some((root) =>
      // A modal prompt makes way.
      [...root.querySelectorAll(':modal:not([part=surface]), [aria-modal=true]')].some((modal) => modal.checkVisibility()),
    ) ||
    (!asked && (document.hidden || !!region.firstChild || !!active?.matches('select, iframe, :read-write')))
  );
}

/**
 * Calls back once a prompt disturbs nobody, three quiet seconds after the page began or the focus last moved; one that
 * somebody else has chosen the moment for, and who says whether it still `may` open, waits for nothing else.
 * It listens for the end of what was in the way; nothing is polled. Returns the function that stops waiting.
 */
export function whenPolite(region: HTMLElement, callback: () => void, may?: () => unknown): () => void {
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
      if ((may && !may()) || disturbs(region)) return;
      stop();
      callback();
    }, may ? 0 : QUIET_MS);
  };
  observer.observe(document.documentElement, { attributeFilter: ['data-askwell'] });
  for (const moment of MOMENTS) addEventListener(moment, later, { capture: true, signal: waiting.signal });
  later();
  return stop;
}
