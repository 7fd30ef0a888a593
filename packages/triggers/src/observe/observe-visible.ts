const USUAL_RATIO = 0.5;
const STEPS = 20;

interface Sought {
  visible: string;
  ratio?: number;
}

/**
 * Calls back each time that an element which a selector means has come into view, by `ratio` of its area (default one
 * half) or of the window's height, where the element is taller. Elements that come or begin to match later are found by
 * the change itself. Elements inside shadow roots are not.
 */
export function observeVisible<T extends Sought>(sought: readonly T[], tell: (trigger: T) => void, signal: AbortSignal): void {
  const watches = sought.map((trigger) => watch(trigger, tell, signal));
  let frame = 0;
  const look = (): void => {
    frame = 0;
    for (const look of watches) look();
  };
  // However much changes at once, the page is searched once a frame, and never while it is hidden.
  const observer = new MutationObserver(() => (frame ||= requestAnimationFrame(look)));
  const attributeFilter = [...new Set(sought.flatMap(({ visible }) => attributesOf(visible)))];
  observer.observe(document, { childList: true, subtree: true, ...(attributeFilter.length && { attributeFilter }) });
  look();
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  });
}

/** Returns the function that looks for elements anew. */
function watch<T extends Sought>(trigger: T, tell: (trigger: T) => void, signal: AbortSignal): () => void {
  const { visible } = trigger;
  // Outside of 0 to 1 an observer throws.
  const ratio = Math.min(Math.max(trigger.ratio ?? USUAL_RATIO, 0), 1);
  const seen = new WeakSet<Element>();
  const threshold = [...new Set([...Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS), ratio])];
  const observer = new IntersectionObserver(
    (entries) => {
      let came = false;
      for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
        // A whole element may be a fraction of a pixel short of it.
        const enough = isIntersecting && (intersectionRatio >= ratio - 0.005 || intersectionRect.height >= innerHeight * ratio);
        const painted = enough && target.matches(visible) && target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (!painted) seen.delete(target);
        else if (!seen.has(target)) {
          seen.add(target);
          came = true;
        }
      }
      // Others may wait for more, or less, of the same; more than all of it is all.
      if (came) tell({ ...trigger, ratio: trigger.ratio ?? USUAL_RATIO });
    },
    { threshold },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return () => document.querySelectorAll(visible).forEach((element) => observer.observe(element));
}

/** The attributes whose change may make an element match. */
function attributesOf(selector: string): string[] {
  const named = [...selector.matchAll(/\[\s*([\w-]+)/g)].map(([, name = '']) => name);
  return [...named, ...(/\.\D/.test(selector) ? ['class'] : []), ...(selector.includes('#') ? ['id'] : [])];
}
