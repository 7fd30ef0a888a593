import type { NpsDefinition, ResponseRecord, SurveyDefinition } from '@askwell/core';
import { recordFault } from '@askwell/core';
import type { NpsSurvey } from '@askwell/surveys';
import { expect, fixture, html } from '@open-wc/testing';

import { askBy, find, radios, type Asked } from './survey.js';

const definition: NpsDefinition = {
  kind: 'nps',
  survey: 'checkout',
  product: 'Acme',
  question: { en: 'Would you recommend {product} to a {role}?', de: 'Würdest du {product} weiterempfehlen?' },
  anchorStart: { en: 'Never', de: 'Niemals' },
  anchorEnd: { en: 'Gladly', de: 'Gern' },
  followUp: 'Why?',
  submit: 'Send',
  thanks: { text: 'Thanks, {name}.' },
  bands: {
    promoter: { followUp: 'What pleased you?', thanks: { text: 'Great!', link: { href: 'https://reviews.example/acme', text: 'Write a review' } } },
    detractor: { thanks: { text: 'Sorry.', link: { href: '/support', text: { en: 'Get help', de: 'Hilfe holen' } } } },
  },
};

const traits = { role: 'nurse', name: 'Ada' };

async function defined(properties: Partial<NpsSurvey> = {}, attributes: Record<string, string> = {}): Promise<Asked> {
  return askBy('nps-survey', { attributes: { impressions: 'off', ...attributes }, properties: { definition, traits, ...properties } });
}

async function choose(survey: NpsSurvey, score: number): Promise<void> {
  radios(survey)[score]!.click();
  await survey.updateComplete;
}

/** The warnings of the console while something is done. */
async function warningsOf(act: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => lines.push(line);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return lines;
}

describe('a survey given as one object', () => {
  it('asks in its words, with its placeholders filled in', async () => {
    const { survey } = await defined();
    expect(find(survey, '#title').textContent).to.equal('Would you recommend Acme to a nurse?');
    expect([0, 10].map((score) => radios(survey)[score]!.getAttribute('aria-label'))).to.deep.equal(['0, never', '10, gladly']);
    expect(find(survey, '[part=submit]').textContent).to.equal('Send');
  });

  it('asks in the language of the page where it has it, and in English where it has not', async () => {
    const { survey } = await defined({}, { lang: 'de' });
    expect(find(survey, '#title').textContent).to.equal('Würdest du Acme weiterempfehlen?');
    expect(find(survey, '[part=surface]').lang).to.equal('de');
    await choose(survey, 8);
    expect(find(survey, '[part=follow-up]').textContent).to.equal('Why?');
  });

  it('goes before attributes, and a slot goes before it', async () => {
    const { survey } = await defined({}, { 'follow-up': 'And why?', question: 'Attribute?' });
    expect(find(survey, '#title').textContent).to.contain('Would you recommend');
    survey.innerHTML = '<span slot="question">Slot?</span>';
    const slot = find<HTMLSlotElement>(survey, 'slot[name=question]');
    expect(slot.assignedElements()[0]!.textContent).to.equal('Slot?');
  });

  for (const [score, followUp, thanks, link] of [
    [10, 'What pleased you?', 'Great!', 'https://reviews.example/acme'],
    [8, 'Why?', 'Thanks, Ada.', undefined],
    [2, 'Why?', 'Sorry.', '/support'],
  ] as const) {
    it(`leads somebody who chose ${score} on in the words of their band`, async () => {
      const { survey, records } = await defined();
      await choose(survey, score);
      expect(find(survey, '[part=follow-up]').textContent).to.equal(followUp);
      await survey.submit();
      expect(find(survey, '[part=thanks]').textContent).to.equal(thanks);
      expect(survey.shadowRoot!.querySelector('[part=link]')?.getAttribute('href')).to.equal(link);
      expect(records.at(-1)).to.deep.include({ survey: 'checkout', wording: 'nps-own@1', status: 'complete' });
      expect(recordFault(records.at(-1))).to.equal(undefined);
    });
  }

  it('sends the traits with who answers, and with nobody else', async () => {
    const { survey, records } = await defined({ respondentId: 'u1' });
    await choose(survey, 9);
    await survey.submit();
    expect(records.at(-1)!.respondent).to.deep.equal({ id: 'u1', traits });
    const anonymous = await defined();
    await choose(anonymous.survey, 9);
    await anonymous.survey.submit();
    expect(anonymous.records.at(-1)!.respondent).to.equal(undefined);
  });

  it('has the same result whether it is set before or after the survey is attached', async () => {
    const { survey } = await askBy('nps-survey');
    survey.definition = definition;
    survey.traits = traits;
    await survey.updateComplete;
    expect(find(survey, '#title').textContent).to.equal('Would you recommend Acme to a nurse?');
  });

  it('is the standard survey where the definition has a fault, and one warning says where', async () => {
    let asked: Asked | undefined;
    const warnings = await warningsOf(async () => {
      asked = await defined({ definition: { ...definition, bands: { promoter: { followUp: 7 } } } as unknown as SurveyDefinition });
      await defined({ definition: { ...definition, bands: { promoter: { followUp: 7 } } } as unknown as SurveyDefinition });
    });
    expect(find(asked!.survey, '#title').textContent).to.contain('How likely is it');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('bands.promoter.followUp').and.to.contain('(definition)');
  });

  it('takes no definition of another kind', async () => {
    const warnings = await warningsOf(() => defined({ definition: { kind: 'ces' } }));
    expect(warnings[0]).to.contain('kind');
  });

  it('leaves a placeholder without a value empty and says so once', async () => {
    let asked: Asked | undefined;
    const warnings = await warningsOf(async () => {
      asked = await defined({ definition: { kind: 'nps', question: 'How was {unheard}?' }, traits: undefined });
    });
    expect(find(asked!.survey, '#title').textContent).to.equal('How was ?');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('{unheard}').and.to.contain('(placeholder)');
  });

  it('keeps a restored score on the device until it is here, since the record would name another wording', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const records: ResponseRecord[] = [];
    holder.addEventListener('askwell-response', ({ record }) => records.push(record));
    const survey = document.createElement('nps-survey');
    const restored = new Promise<void>((resolve) => {
      holder.addEventListener('askwell-draft', (event) => {
        if (event.draft) return;
        event.restored = { id: '0192a7d0-0000-7000-8000-000000000000', revision: 1, status: 'partial', answers: { score: 9 }, shownAt: '2026-01-01T00:00:00.000Z', at: Date.now() };
        queueMicrotask(resolve);
      });
    });
    Object.assign(survey, { definition, traits, impressions: 'off' });
    holder.append(survey);
    await restored;
    expect(survey.defined).to.equal(undefined);
    dispatchEvent(new Event('pagehide'));
    expect(records).to.deep.equal([]);
    await survey.updateComplete;
    dispatchEvent(new Event('pagehide'));
    expect(records.map(({ wording, status, answers }) => ({ wording, status, answers }))).to.deep.equal([
      { wording: 'nps-own@1', status: 'partial', answers: { score: 9 } },
    ]);
  });
});
