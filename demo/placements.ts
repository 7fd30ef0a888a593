import 'askwell/feedback-prompt.js';
import 'askwell/nps-survey.js';

/** Asks by a new prompt, and takes it out again once it was put away. */
async function ask(placement: string): Promise<void> {
  const survey = document.createElement('nps-survey');
  for (const [name, value] of Object.entries({ placement, anchor: '#here', survey: `demo-${placement}`, product: 'San Francisco Airport' })) {
    survey.setAttribute(name, value);
  }
  survey.setAttribute('endpoint', '/v1/main/responses');
  survey.again = 'always';
  document.body.append(survey);
  survey.addEventListener('askwell-dismiss', () => survey.remove());
  await survey.open();
}

for (const button of document.querySelectorAll<HTMLElement>('[data-placement]')) {
  button.addEventListener('click', () => void ask(button.dataset.placement!));
}
