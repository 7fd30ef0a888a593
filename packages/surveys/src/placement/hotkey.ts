import type { warnOfValue } from '@askwell/base';

import { focusInside } from './focus-inside.js';
import type { Prompt } from './prompt.js';

/** Moves the focus into an open prompt and back by the keys that the survey names, such as `Alt+Shift+Q`. */
export function hotkey(prompt: Prompt, signal: AbortSignal, warn: typeof warnOfValue): void {
  const { survey } = prompt;
  const keys = survey.hotkey?.toLowerCase().split('+');
  if (!keys) return;
  const last = keys.pop()!;
  // A key alone would take what somebody types.
  if (!keys.some((key) => /^(alt|ctrl|meta)$/.test(key)) || !last) return warn('hotkey', survey.hotkey!, 'none');
  const onKeydown = (event: KeyboardEvent): void => {
    const { key, code } = event;
    const held = (['alt', 'ctrl', 'meta', 'shift'] as const).every((name) => event[`${name}Key`] === keys.includes(name));
    // With Alt, a Mac types another letter than the one on the key.
    if (!held || (key?.toLowerCase() !== last && code?.toLowerCase() !== `key${last}`)) return;
    event.preventDefault();
    if (focusInside(survey)) prompt.before?.focus();
    else survey.focus();
  };
  document.addEventListener('keydown', onKeydown, { signal });
}
