import type { SurveyElement } from '@askwell/surveys';

function write(field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void {
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Answers what a survey asks; of several steps, up to the last. Submit is left to whoever calls. */
export async function answer(survey: SurveyElement, choice = -2): Promise<void> {
  const root = survey.shadowRoot!;
  for (;;) {
    [...root.querySelectorAll<HTMLInputElement>('[part=scale] input')].at(choice)?.click();
    if (root.querySelector('[part=title], [part=label]')) write(root.querySelector('textarea'), 'The export takes a minute.');
    write(root.querySelector('[type=email]'), 'kim@example.org');
    await survey.updateComplete;
    const next = root.querySelector<HTMLButtonElement>('[part=next]');
    if (!next) return;
    next.click();
    await survey.updateComplete;
    await survey.updateComplete;
  }
}
