import { recordFault } from '@askwell/core';
import type { AskwellResponseEvent, NpsSurvey } from '@askwell/surveys';
import { defineAll } from '@askwell/surveys/define-all.js';
import { expect } from '@open-wc/testing';

import { radios } from './survey.js';

const TAGS = ['nps-survey', 'csat-survey', 'ces-survey', 'feedback-prompt', 'survey-form', 'rating-scale'];

describe('defineAll', () => {
  it('defines every tag under its prefix, again under another, and under its own name', () => {
    defineAll({ prefix: 'acme-' });
    defineAll({ prefix: 'acme-' });
    defineAll({ prefix: 'other-' });
    defineAll();
    for (const tag of TAGS) {
      const classes = [tag, `acme-${tag}`, `other-${tag}`].map((name) => customElements.get(name));
      expect(classes).to.not.include(undefined);
      expect(new Set(classes).size).to.equal(3);
    }
  });

  it('makes elements that ask under the other name', async () => {
    defineAll({ prefix: 'acme-' });
    const survey = document.createElement('acme-nps-survey') as NpsSurvey;
    survey.impressions = 'off';
    document.body.append(survey);
    await survey.updateComplete;
    const answered = new Promise<AskwellResponseEvent>((resolve) => document.addEventListener('askwell-response', resolve, { once: true }));
    radios(survey)[9]!.click();
    await survey.submit();
    const { record } = await answered;
    expect(record).to.deep.include({ survey: 'nps', kind: 'nps', status: 'complete', answers: { score: 9 } });
    expect(recordFault(record)).to.equal(undefined);
    survey.remove();
  });

  it('says so where a prefix makes no tag', () => {
    expect(() => defineAll({ prefix: 'Not A Tag ' })).to.throw(DOMException);
  });
});
