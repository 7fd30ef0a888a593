import type { CesSurvey, CsatSurvey } from '@askwell/surveys';
import '@askwell/surveys/define/ces-survey.js';
import '@askwell/surveys/define/csat-survey.js';
import { expect, fixture, html } from '@open-wc/testing';

import { chosen, find, radios } from './survey.js';

for (const [tag, template] of [
  ['csat-survey', html`<csat-survey name="rating" required preview></csat-survey>`],
  ['ces-survey', html`<ces-survey name="rating" required preview></ces-survey>`],
] as const) {
  describe(`<${tag}> in a form`, () => {
    it('carries the score once it is chosen, and is cleared by a reset (33)', async () => {
      const form = await fixture<HTMLFormElement>(html`<form>${template}</form>`);
      const survey = form.querySelector<CesSurvey | CsatSurvey>(tag)!;
      await survey.updateComplete;
      expect([...new FormData(form)]).to.deep.equal([]);
      radios(survey)[3]!.click();
      expect([...new FormData(form)]).to.deep.equal([['rating', '4']]);
      await survey.updateComplete;
      form.reset();
      await survey.updateComplete;
      expect([chosen(survey), ...new FormData(form)]).to.deep.equal([undefined]);
    });

    it('says in text what is missing, and leads there (34, 35)', async () => {
      const form = await fixture<HTMLFormElement>(html`<form>${template}</form>`);
      const survey = form.querySelector<CesSurvey | CsatSurvey>(tag)!;
      await survey.updateComplete;
      expect(form.reportValidity()).to.equal(false);
      await survey.updateComplete;
      await survey.updateComplete;
      expect(find(survey, '[part=error]').textContent).to.equal('Please choose an answer.');
      expect(find(survey, 'fieldset').getAttribute('aria-invalid')).to.equal('true');
      expect(survey.shadowRoot!.activeElement).to.equal(radios(survey)[0]);
      radios(survey)[0]!.click();
      expect(form.reportValidity()).to.equal(true);
    });
  });
}
