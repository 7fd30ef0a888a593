import { focusInside } from './focus-inside.js';
import type { Prompt } from './prompt.js';
import type { disturbs } from './when-polite.js';

/**
 * Opens a prompt that waits, for somebody who asks for it, and moves the focus to its heading. Another one that is open
 * makes way; over a modal of the page, and while prompts are switched off, it goes on waiting. What tells is handed over: the chunk of
 * the corner stays a leaf.
 */
export function openNow(prompt: Prompt, disturbing: typeof disturbs): void {
  const { survey, surface, region } = prompt;
  const active = document.activeElement;
  if (!surface?.isConnected) return;
  if (!surface.matches(':popover-open, [open]')) {
    if (disturbing(region, true)) return;
    region.dispatchEvent(new Event('cancel'));
    prompt.stop?.();
    if (active !== document.body && !focusInside(survey)) prompt.before = active as HTMLElement;
    prompt.appear(true);
  }
  const title = survey.renderRoot.querySelector<HTMLElement>('#title')!;
  title.tabIndex = -1;
  title.focus();
}
