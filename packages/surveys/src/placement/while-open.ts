import type { warnOfValue } from '@askwell/base';

import { focusInside } from './focus-inside.js';
import { hotkey } from './hotkey.js';
import { makeRoom } from './make-room.js';
import type { Prompt } from './prompt.js';

const TYPING = ['keydown', 'keypress', 'keyup'] as const;

/**
 * What a prompt does while it is open: Escape inside puts it away, the focus goes back to where it was, what is typed
 * stays inside. It goes while the page switches prompts off, makes way for one that somebody asks for, stays clear of
 * the keyboard on the screen and of what has the focus, and hears its hotkey.
 */
export function whileOpen(prompt: Prompt, warn: typeof warnOfValue): void {
  const { survey, region, stop, sides = ['end', 'start'] } = prompt;
  const surface = prompt.surface!;
  const page = document.documentElement;
  const ends = new AbortController();
  const { signal } = ends;

  if (survey.at && !sides.includes(survey.at)) warn('at', survey.at, sides[0]!);

  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const closes = event.type === 'keydown' && key === 'Escape' && !event.isComposing;
    // Autofill says keydown without a key. From outside, every key seems pressed on the survey: a page would take what is typed for its shortcuts.
    if (closes || (key?.length === 1 && !ctrlKey && !altKey && !metaKey)) event.stopPropagation();
    if (!closes) return;
    // Nor does it close anything of the page.
    event.preventDefault();
    survey.dismiss();
  };
  for (const type of TYPING) surface.addEventListener(type, onKey, { signal });

  const onFocusIn = ({ relatedTarget }: FocusEvent): void => {
    const from = relatedTarget as HTMLElement | null;
    if (from && !survey.contains(from) && !surface.contains(from)) prompt.before = from;
  };
  surface.addEventListener('focusin', onFocusIn, { signal });

  const goingBack = (hide: () => void): void => {
    const inside = focusInside(survey);
    hide();
    if (inside) prompt.before?.focus();
  };

  const observer = new MutationObserver(() => {
    if (page.dataset.askwell === 'off') goingBack(() => prompt.hide());
    else prompt.show();
  });
  observer.observe(page, { attributeFilter: ['data-askwell'] });

  const makeWay = (): void => {
    prompt.disconnect();
    prompt.open();
  };
  region.addEventListener('cancel', makeWay, { signal });

  hotkey(prompt, signal, warn);
  makeRoom(prompt, signal);

  prompt.stop = () => {
    observer.disconnect();
    ends.abort();
    goingBack(stop!);
  };
}
