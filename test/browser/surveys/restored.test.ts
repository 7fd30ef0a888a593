import type { Delivery, FormDefinition, ResponseRecord } from '@askwell/core';
import type { SurveyDraft } from '@askwell/surveys';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/feedback-prompt.js';
import '@askwell/surveys/define/survey-form.js';
import { expect, fixture, html } from '@open-wc/testing';

import { ask, askBy, chosen, find, radios, type Asked } from './survey.js';

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

describe('a score that has left before the page ended', () => {
  /** A survey on a page whose device remembers, and where what leaves becomes of what is said. */
  async function visit(device: { draft?: SurveyDraft }, delivery?: Promise<Delivery | undefined>): Promise<Asked> {
    const records: ResponseRecord[] = [];
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.addEventListener('askwell-response', (event) => {
      records.push(event.record);
      if (delivery) event.waitUntil(delivery);
    });
    holder.addEventListener('askwell-draft', (event) => {
      if (event.draft) device.draft = JSON.parse(JSON.stringify(event.draft)) as SurveyDraft;
      else event.restored = device.draft;
    });
    const survey = Object.assign(document.createElement('nps-survey'), { impressions: 'off' });
    holder.append(survey);
    await survey.updateComplete;
    return { survey, records, drafts: [] };
  }
  const later = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
  const told = (records: ResponseRecord[]): unknown[] => records.map(({ revision, answers }) => [revision, answers.score]);
  const saved = Promise.resolve<Delivery>({ state: 'saved' });
  const failed = Promise.reject<undefined>(new Error('full'));
  failed.catch(() => undefined);

  for (const [name, delivery] of [
    ['is safe on the device', saved],
    ['was taken by the page', undefined],
    ['was taken by somebody who makes no claim', Promise.resolve(undefined)],
  ] as const) {
    it(`leaves no more where it ${name}, until it is changed`, async () => {
      const device: { draft?: SurveyDraft } = {};
      const first = await visit(device, delivery);
      radios(first.survey)[9]!.click();
      leave();
      await later();
      expect(told(first.records)).to.deep.equal([[1, 9]]);
      for (let reload = 0; reload < 2; reload++) {
        const again = await visit(device, delivery);
        expect(chosen(again.survey)).to.equal(9);
        leave();
        expect(again.records).to.deep.equal([]);
      }
      const last = await visit(device, delivery);
      radios(last.survey)[4]!.click();
      leave();
      expect(told(last.records)).to.deep.equal([[2, 4]]);
      expect(last.records[0]!.answeredAt! > first.records[0]!.answeredAt!).to.equal(true);
    });
  }

  for (const [name, delivery] of [
    ['nobody has acknowledged it', Promise.resolve<Delivery>({ state: 'volatile' })],
    ['it could not be kept', Promise.resolve<Delivery>({ state: 'blocked' })],
    ['keeping it failed', failed],
    ['the page ended before that was known', new Promise<undefined>(() => undefined)],
  ] as const) {
    it(`leaves again where ${name}, with the time of the choice`, async () => {
      const device: { draft?: SurveyDraft } = {};
      const first = await visit(device, delivery);
      radios(first.survey)[9]!.click();
      leave();
      await later();
      const again = await visit(device, saved);
      leave();
      expect(told(again.records)).to.deep.equal([[2, 9]]);
      expect(again.records[0]!.answeredAt).to.equal(first.records[0]!.answeredAt);
    });
  }

  it('leaves again after a changed one of which that is not known', async () => {
    const device: { draft?: SurveyDraft } = {};
    const first = await visit(device, saved);
    radios(first.survey)[9]!.click();
    leave();
    await later();
    const second = await visit(device, new Promise(() => undefined));
    radios(second.survey)[4]!.click();
    leave();
    radios(second.survey)[9]!.click();
    const third = await visit({ ...device }, saved);
    leave();
    expect(told(third.records)).to.deep.equal([[3, 9]]);
  });

  it('is not on the device any more after the end', async () => {
    const device: { draft?: SurveyDraft } = {};
    const { survey } = await visit(device, saved);
    radios(survey)[9]!.click();
    leave();
    await later();
    expect(device.draft).to.include({ left: 9 });
    await survey.submit();
    expect(JSON.stringify(device.draft)).not.to.match(/left|score/);
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
