import { expect, fixture, html } from '@open-wc/testing';
import type { NpsSurvey } from '@askwell/surveys';

import { chosen, find, radios } from './survey.js';

async function form(attributes = html`<nps-survey name="recommend" required preview></nps-survey>`): Promise<{
  form: HTMLFormElement;
  survey: NpsSurvey;
}> {
  const element = await fixture<HTMLFormElement>(html`<form><fieldset>${attributes}</fieldset></form>`);
  const survey = element.querySelector('nps-survey')!;
  await survey.updateComplete;
  return { form: element, survey };
}

describe('<nps-survey> in a form', () => {
  it('is absent while unanswered and carries the score at once when chosen (33)', async () => {
    const { form: element, survey } = await form();
    expect([...new FormData(element)]).to.deep.equal([]);
    radios(survey)[8]!.click();
    expect([...new FormData(element)]).to.deep.equal([['recommend', '8']]);
  });

  it('is cleared by a reset (33)', async () => {
    const { form: element, survey } = await form();
    radios(survey)[8]!.click();
    element.reset();
    await survey.updateComplete;
    expect(chosen(survey)).to.equal(undefined);
    expect([...new FormData(element)]).to.deep.equal([]);
  });

  it('is disabled by a fieldset around it (33)', async () => {
    const { form: element, survey } = await form();
    element.querySelector('fieldset')!.disabled = true;
    await survey.updateComplete;
    expect(radios(survey)[0]!.matches(':disabled')).to.equal(true);
    element.querySelector('fieldset')!.disabled = false;
    await survey.updateComplete;
    expect(radios(survey)[0]!.matches(':disabled')).to.equal(false);
  });

  it('does not hold up a form when it has been answered before (33)', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.addEventListener('askwell-draft', (event) => {
      event.restored = { id: '0192a7d0-0000-7000-8000-000000000000', revision: 1, status: 'complete', answers: {}, shownAt: '', at: Date.now() };
    });
    holder.innerHTML = '<form><nps-survey name="recommend" required></nps-survey></form>';
    await holder.querySelector('nps-survey')!.updateComplete;
    expect(holder.querySelector('form')!.reportValidity()).to.equal(true);
  });

  it('reports what is missing at the group and focuses it (34)', async () => {
    const { form: element, survey } = await form();
    expect(element.reportValidity()).to.equal(false);
    await survey.updateComplete;
    await survey.updateComplete;
    expect(find(survey, '[part=error]').textContent).to.equal('Please choose an answer.');
    expect(survey.shadowRoot!.activeElement).to.equal(radios(survey)[0]);
    radios(survey)[8]!.click();
    expect(element.reportValidity()).to.equal(true);
  });
});
