import type { Variant } from './variant.js';

/** `<nps-survey>` as a page writes it. */
export const variant: Variant = {
  show(attributes) {
    const survey = document.createElement('nps-survey');
    survey.setAttribute('survey', 'bench');
    survey.setAttribute('endpoint', '/feedback');
    for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
    document.body.append(survey);
  },
  scores: () => [...(document.querySelector('nps-survey')?.shadowRoot?.querySelectorAll<HTMLElement>('[type=radio]') ?? [])],
};
