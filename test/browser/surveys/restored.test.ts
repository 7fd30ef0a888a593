import type { FormDefinition } from '@askwell/core';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/feedback-prompt.js';
import '@askwell/surveys/define/survey-form.js';
import { expect } from '@open-wc/testing';

import { ask, askBy, chosen, find, radios } from './survey.js';

const leave = (): boolean => dispatchEvent(new Event('pagehide'));

const form: FormDefinition = {
  kind: 'form',
  survey: 'audit',
  steps: [{ id: 'score', type: 'rating', question: 'How was it?', scale: [1, 5] }],
};

describe('a restored score', () => {
  it('is no answer to two thumbs where it was given on five stars: they ask anew, under a response of their own', async () => {
    const remembered = { answers: { score: 2 }, wording: 'csat@1' };
    const { survey, records } = await askBy('csat-survey', { attributes: { look: 'thumbs', impressions: 'off' }, remembered });
    expect(chosen(survey)).to.equal(undefined);
    leave();
    expect(records).to.deep.equal([]);
    radios(survey)[1]!.click();
    leave();
    expect(records.map(({ wording, answers }) => ({ wording, answers }))).to.deep.equal([{ wording: 'csat-thumbs@1', answers: { score: 2 } }]);
    expect(records[0]!.id).not.to.equal('0192a7d0-0000-7000-8000-000000000000');
  });

  it('waits for the wording under which it was given, however late that comes', async () => {
    const { survey, records } = await askBy('nps-survey', { remembered: { answers: { score: 9 }, wording: 'nps-own@1' } });
    leave();
    expect(records).to.deep.equal([]);
    survey.definition = { kind: 'nps', question: 'Would you?' };
    await survey.updateComplete;
    leave();
    expect(records.map(({ wording, answers }) => ({ wording, answers }))).to.deep.equal([{ wording: 'nps-own@1', answers: { score: 9 } }]);
  });

  it('never leaves a form whose definition is not here, nor does anything else', async () => {
    const { survey, records, drafts } = await askBy('survey-form', { remembered: { answers: { score: 4, comment: 'Long thought over' } } });
    leave();
    await survey.submit();
    expect(records).to.deep.equal([]);
    expect(drafts).to.deep.equal([]);
    survey.definition = form;
    await survey.updateComplete;
    expect(chosen(survey)).to.equal(4);
    leave();
    expect(records.map(({ scale, answers }) => ({ scale, answers }))).to.deep.equal([{ scale: [1, 5], answers: { score: 4 } }]);
  });
});

describe('an answer that is taken back', () => {
  it('is taken back from the receiver too, where the score had left', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[9]!.click();
    leave();
    survey.formResetCallback();
    expect(records.map(({ revision, status, answers }) => ({ revision, status, answers }))).to.deep.equal([
      { revision: 1, status: 'partial', answers: { score: 9 } },
      { revision: 2, status: 'partial', answers: {} },
    ]);
  });

  it('is nobody’s business where it had not left', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[9]!.click();
    survey.formResetCallback();
    leave();
    expect(records).to.deep.equal([]);
  });

  it('can be given again under a response that was begun anew', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[7]!.click();
    leave();
    survey.dismiss();
    survey.response.restart();
    await survey.updateComplete;
    radios(survey)[7]!.click();
    leave();
    expect(records.map(({ status, answers }) => [status, answers.score])).to.deep.equal([
      ['partial', 7],
      ['dismissed', 7],
      ['partial', 7],
    ]);
    expect(records[2]!.id).not.to.equal(records[0]!.id);
  });
});

describe('what is handed over', () => {
  it('is nothing that a draft holds and the page asks for no more', async () => {
    const answers = { comment: 'Warm tea', contact: 'me@example.org', page: true, reason: 'idea' };
    const { survey, records } = await askBy('feedback-prompt', {
      attributes: { impressions: 'off', reasons: 'problem praise' },
      remembered: { answers },
    });
    await survey.submit();
    expect(records.at(-1)!.answers).to.deep.equal({ comment: 'Warm tea' });
  });

  it('is nothing at all to a form while the survey is disabled', async () => {
    const { survey } = await ask({ name: 'nps', impressions: 'off' });
    const page = document.createElement('form');
    survey.before(page);
    page.append(survey);
    radios(survey)[3]!.click();
    await survey.updateComplete;
    expect(new FormData(page).get('nps')).to.equal('3');
    survey.disabled = true;
    await survey.updateComplete;
    expect(new FormData(page).get('nps')).to.equal(null);
  });
});

describe('a definition that takes the place of another', () => {
  it('has nothing of it', async () => {
    const { survey } = await askBy('csat-survey', { properties: { definition: { kind: 'csat', look: 'thumbs', question: 'Well?' } } });
    expect(radios(survey)).to.have.length(2);
    survey.definition = { kind: 'csat' };
    await survey.updateComplete;
    expect(radios(survey)).to.have.length(5);
    expect(survey.description.wording).to.equal('csat@1');
    survey.definition = undefined;
    await survey.updateComplete;
    expect(find(survey, '#title').textContent).to.contain('How satisfied are you');
  });

  it('cannot grow a text without end by its placeholders', async () => {
    const { survey } = await askBy('nps-survey', { properties: { definition: { kind: 'nps', question: '{long}'.repeat(1000) }, traits: { long: 'x'.repeat(9000) } } });
    expect(find(survey, '#title').textContent.length).to.equal(10_000);
  });
});

describe('a value that an attribute does not take', () => {
  it('leaves the standard in place, with one warning', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    try {
      const { survey, records } = await ask({ partial: 'true', impressions: 'off', density: 'tight', theme: 'sepia' });
      radios(survey)[5]!.click();
      await survey.updateComplete;
      leave();
      expect(records.map(({ status }) => status)).to.deep.equal(['partial']);
    } finally {
      console.warn = warn;
    }
    expect(lines.map((line) => line.split(' ')[1])).to.deep.equal(['partial="true"', 'density="tight"', 'theme="sepia"']);
  });
});
