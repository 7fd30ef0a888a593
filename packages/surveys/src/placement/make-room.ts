import { focusInside } from './focus-inside.js';
import type { Prompt } from './prompt.js';

/** Less than this of a prompt can no longer be used. */
const LEAST_PX = 96;
/** What keeps a focus ring clear. */
const RING_PX = 8;
const KEYBOARD_PX = 80;
const MOVED = ['top', 'bottom', 'left', 'right', 'max-height'] as const;

/** What has the focus in the page, in whatever shadow root; nothing while the focus is in the survey. */
function focusedOutside(survey: Element): Element | undefined {
  let active = focusInside(survey) ? null : document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body ? active : undefined;
}

/** Whether all that the window shows of an element is behind the surface. */
function covers(surface: Element, element: Element): boolean {
  const over = surface.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const left = Math.max(own.left, 0);
  const right = Math.min(own.right, innerWidth);
  const top = Math.max(own.top, 0);
  const bottom = Math.min(own.bottom, innerHeight);
  return left < right && top < bottom && over.left <= left && over.right >= right && over.top <= top && over.bottom >= bottom;
}

/**
 * Keeps an open prompt above the keyboard on the screen, and out of the way of what has the focus (WCAG 2.4.11): where it
 * would cover all of that it moves to the other side, else becomes smaller, and goes back when the focus moves on.
 */
export function makeRoom(prompt: Prompt, signal: AbortSignal): void {
  const { survey } = prompt;
  const surface = prompt.surface!;
  const { style } = surface;
  const viewport = visualViewport!;

  const reset = (): void => MOVED.forEach((name) => style.removeProperty(name));

  const toTop = (top: boolean, above: number, below: number): void => {
    style.top = top ? `max(${above}px, env(safe-area-inset-top))` : 'auto';
    style.bottom = top ? 'auto' : `max(${below}px, env(safe-area-inset-bottom))`;
  };

  const settle = async (): Promise<void> => {
    await prompt.stand?.(false);
    if (signal.aborted) return;
    reset();
    const modal = surface.matches('dialog');
    const anchored = 'anchored' in surface.dataset;
    // A page that is zoomed in shows a part of itself too.
    const hidden = viewport.scale > 1.01 ? 0 : document.scrollingElement!.clientHeight - viewport.offsetTop - viewport.height;
    const keyboard = hidden > KEYBOARD_PX;
    const above = keyboard ? viewport.offsetTop : 0;
    const below = keyboard ? hidden : 0;
    if (keyboard && !anchored) {
      if (modal) Object.assign(style, { top: `${above}px`, bottom: `${below}px` });
      else toTop(isAtTop(), above, below);
      style.maxHeight = `min(80dvh, ${viewport.height}px - 2 * var(--_space))`;
      survey.shadowRoot!.activeElement?.scrollIntoView({ block: 'nearest' });
    }
    const focused = modal ? undefined : focusedOutside(survey);
    if (!focused || !covers(surface, focused)) return;
    if (anchored) {
      await prompt.stand!(true);
      if (!covers(surface, focused)) return;
    }
    const { left, right, width } = surface.getBoundingClientRect();
    if (width > innerWidth * 0.6) toTop(!isAtTop(), above, below);
    else {
      const atLeft = left + right < innerWidth;
      style.left = atLeft ? 'auto' : 'env(safe-area-inset-left)';
      style.right = atLeft ? 'env(safe-area-inset-right)' : 'auto';
    }
    if (!covers(surface, focused)) return;
    const { top, bottom } = focused.getBoundingClientRect();
    const rooms = [top - above, innerHeight - below - bottom] as const;
    const { marginTop, marginBottom } = getComputedStyle(surface);
    toTop(rooms[0] > rooms[1], above, below);
    style.maxHeight = `${Math.max(LEAST_PX, Math.max(...rooms) - parseFloat(marginTop) - parseFloat(marginBottom) - RING_PX)}px`;
  };

  const isAtTop = (): boolean => {
    const { top, bottom } = surface.getBoundingClientRect();
    return top + bottom < innerHeight;
  };

  // The page scrolls to what got the focus first. Nothing moves below the pointer of somebody who comes inside.
  const onFocus = (): void => {
    if (!focusInside(survey)) requestAnimationFrame(() => void settle());
  };

  document.addEventListener('focusin', onFocus, { signal });
  for (const moment of ['resize', 'scroll']) viewport.addEventListener(moment, () => void settle(), { signal });
  addEventListener('resize', () => void settle(), { signal });
  signal.addEventListener('abort', reset);
  void settle();
}
