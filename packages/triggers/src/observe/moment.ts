const FIRST_MS = 3000;
/** Only Chromium tells of a field that is removed with the focus in it: a click elsewhere is the next thing that happens. */
const CHANGES = ['focus', 'blur', 'click', 'toggle', 'close', 'fullscreenchange', 'visibilitychange', 'prerenderingchange'];

/** Why a question that nobody asked for would disturb now. */
export type Disturbance = 'off' | 'automation' | 'frame' | 'prerendering' | 'hidden' | 'early' | 'fullscreen' | 'modal' | 'typing';

export interface MomentOptions {
  /** Also asks a browser that a program drives. */
  automation?: boolean | undefined;
  /** Also asks inside a frame. */
  allowFrames?: boolean | undefined;
}

/** All that speaks against asking now, most lasting first; nothing where the moment is right. */
export function disturbances({ automation, allowFrames }: MomentOptions = {}): Disturbance[] {
  const { dataset } = document.documentElement;
  const active = deepestActive();
  const reasons: Record<Disturbance, boolean | undefined> = {
    off: dataset.askwell === 'off',
    automation: !automation && navigator.webdriver,
    frame: !allowFrames && window !== window.top,
    prerendering: (document as { prerendering?: boolean }).prerendering,
    hidden: document.hidden,
    early: performance.now() < readyAt(),
    fullscreen: !!document.fullscreenElement,
    modal: modalOpen(active),
    // What cannot be seen, inside a frame of another origin, may be the fields of a payment.
    typing: active?.matches('select, iframe, :read-write'),
  };
  return (Object.keys(reasons) as Disturbance[]).filter((reason) => reasons[reason]);
}

/**
 * Calls back whenever the answer of {@link disturbances} may have become another one, with what has changed, if it was
 * more than that the page is there for long enough; it does not ask itself. Only while the page is in its first three
 * seconds does a timer wait for their end. Returns the function that stops it.
 *
 * @param since when the answer was asked for, by `performance.now()`: the three seconds may have ended since then
 */
export function whenMomentChanges(callback: (change?: unknown) => void, since: number = performance.now()): () => void {
  const observing = new AbortController();
  const observer = new MutationObserver(callback);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitForReady = (): void => {
    clearTimeout(timer);
    if (since < readyAt()) timer = setTimeout(callback, readyAt() - performance.now());
  };
  observer.observe(document.documentElement, { attributeFilter: ['data-askwell'] });
  // The window hears of the focus that returns from a frame.
  for (const type of CHANGES) addEventListener(type, callback, { capture: true, signal: observing.signal });
  document.addEventListener('prerenderingchange', waitForReady, { signal: observing.signal });
  waitForReady();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    observing.abort();
  };
}

/** When the first three seconds are over that anybody could see of the page. */
function readyAt(): number {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { activationStart?: number })[];
  return (entry?.activationStart ?? 0) + FIRST_MS;
}

/** What has the focus, inside open shadow roots and inside frames of this origin. */
function deepestActive(): Element | null {
  let active = document.activeElement as HTMLIFrameElement | null;
  for (let inner; (inner = (active?.shadowRoot ?? active?.contentDocument)?.activeElement); ) active = inner as HTMLIFrameElement;
  return active;
}

/** A modal in a shadow root is found from the focus, which it keeps inside or in what is slotted into it. */
function modalOpen(active: Element | null): boolean {
  const roots = new Set<ParentNode>([document]);
  for (let each: Element | null | undefined = active; each; ) {
    const root = each.getRootNode() as ShadowRoot & Pick<Document, 'defaultView'>;
    roots.add(root);
    each = each.assignedSlot ?? each.parentElement ?? root.host ?? root.defaultView?.frameElement;
  }
  // Fullscreen matches :modal too and has a name of its own; our own modal is one that the respondent asked for or answers.
  return [...roots].some((root) =>
    [...root.querySelectorAll(':modal:not(:fullscreen, [part=surface]), [aria-modal=true]')].some((modal) => modal.checkVisibility()),
  );
}
