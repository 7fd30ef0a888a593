/** Calls back when the mouse leaves the window at its top edge. A finger has no such gesture, and dragging is none. */
export function observeExit(tell: () => void, signal: AbortSignal): void {
  document.addEventListener(
    'pointerout',
    ({ pointerType, relatedTarget, buttons, clientY }) => {
      if (pointerType === 'mouse' && !relatedTarget && !buttons && clientY <= 0) tell();
    },
    { capture: true, passive: true, signal },
  );
}
