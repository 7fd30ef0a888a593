/* A page that answers its own surveys, by the controls that a person would use. */
import 'askwell/ces-survey.js';
import 'askwell/csat-survey.js';
import 'askwell/feedback-prompt.js';
import 'askwell/nps-survey.js';
import { revisionKey } from '@askwell/core';

import { tell, trial } from './tell.js';

addEventListener('askwell-response', async (event) => {
  const { record, delivery } = event;
  // An impression is no answer.
  if (!record.revision) return;
  const key = revisionKey(record);
  tell({ submitted: key });
  const state = (await delivery)?.state;
  if (state === 'saved' || state === 'sent') tell({ promised: key });
});

/** Puts a survey into the page, and resolves once it asks. */
export async function ask(tag: string, survey: string): Promise<ShadowRoot> {
  const element = document.createElement(tag) as HTMLElementTagNameMap['nps-survey'];
  element.setAttribute('survey', survey);
  element.setAttribute('endpoint', `/answers/${trial}`);
  document.body.append(element);
  await element.updateComplete;
  return element.shadowRoot!;
}

/** Presses an option, counted from one, writes a comment and submits both. */
export function answer(root: ShadowRoot, option: number, comment: string): void {
  root.querySelector<HTMLElement>(`label:nth-of-type(${option})`)!.click();
  const field = root.querySelector('textarea')!;
  field.value = comment;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  root.querySelector<HTMLElement>('[part=submit]')!.click();
}

/** Resolves once a survey says what became of its answer, if it is this. */
export function untilSaid(root: ShadowRoot, start: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = new MutationObserver(look);
    function look(): void {
      if (!root.querySelector('[part=status]')?.textContent.startsWith(start)) return;
      watcher.disconnect();
      resolve();
    }
    watcher.observe(root, { childList: true, characterData: true, subtree: true });
    look();
  });
}
