import { recordFault, type CesDefinition } from '@askwell/core';
import type { AskwellDraftEvent, CesSurvey } from '@askwell/surveys';
import '@askwell/surveys/define/ces-survey.js';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';

import { askBy, chosen, find, radios, type Asked } from './survey.js';

const QUIET = { impressions: 'off', partial: 'off' };

const ask = (attributes: Record<string, string> = {}): Promise<Asked<CesSurvey>> =>
  askBy('ces-survey', { attributes: { ...QUIET, ...attributes } });

async function choose(survey: CesSurvey, score: number): Promise<void> {
  radios(survey)[score - 1]!.click();
  await survey.updateComplete;
}

describe('<ces-survey>', () => {
  for (const [variant, question, start, end, id] of [
    ['agreement', 'Acme made it easy for me to handle my issue.', 'strongly disagree', 'strongly agree', 'ces'],
    ['difficulty', 'How easy was it to handle your issue?', 'very difficult', 'very easy', 'ces-difficulty'],
  ] as const) {
    const names = [`1, ${start}`, '2', '3', '4', '5', '6', `7, ${end}`];

    it(`asks for ${variant} on seven points that say what their ends mean (1, 2, 3, 11)`, async () => {
      const { survey } = await ask({ variant, company: 'Acme' });
      expect(find(survey, '#title').textContent).to.equal(question);
      expect(radios(survey).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal(names);
      expect(find(survey, '[part=anchor-start]').textContent.toLowerCase()).to.equal(start);
      expect(find(survey, '[part=anchor-end]').textContent.toLowerCase()).to.equal(end);
      const nodes: { role: string; name: string }[] | false = await executeServerCommand('accessibility-tree');
      expect(nodes !== false).to.equal('userAgentData' in navigator);
      if (!nodes) return;
      expect(nodes.filter(({ role }) => role === 'radiogroup').map(({ name }) => name)).to.deep.equal([question]);
      expect(nodes.filter(({ role }) => role === 'radio').map(({ name }) => name)).to.deep.equal(names);
    });

    it(`is answered for ${variant} by keyboard alone, and counted as ${id} (4, 6, 7, 56)`, async () => {
      const { survey, records } = await ask({ variant });
      const before = document.createElement('button');
      survey.before(before);
      before.focus();
      await sendKeys({ press: 'Tab' });
      for (const press of ['8', '0']) await sendKeys({ press });
      expect(chosen(survey)).to.equal(undefined);
      await sendKeys({ press: 'End' });
      expect(chosen(survey)).to.equal(7);
      await sendKeys({ press: '6' });
      for (const press of ['Tab', 'Tab', 'Enter']) await sendKeys({ press });
      await survey.updateComplete;
      expect(survey.shadowRoot!.activeElement).to.equal(find(survey, '[part=thanks]'));
      expect(records).to.have.length(1);
      expect(records[0]).to.deep.include({ kind: 'ces', survey: id, wording: `${id}@1`, scale: [1, 7], answers: { score: 6 } });
      expect(recordFault(records[0])).to.equal(undefined);
    });

    for (const theme of ['light', 'dark']) {
      it(`passes axe for ${variant}, chosen and missing, in the ${theme} theme (41, 54)`, async () => {
        const { survey } = await ask({ variant, theme });
        await survey.submit();
        await expect(survey).to.be.accessible();
        await choose(survey, 2);
        await expect(survey).to.be.accessible();
      });
    }
  }

  it('has targets of at least 24 by 24 pixels at 320 pixels, in German too (13, 52)', async () => {
    const { survey } = await ask({ lang: 'de', company: 'Acme' });
    survey.style.width = '320px';
    await new Promise(requestAnimationFrame);
    for (const { width, height } of radios(survey).map((radio) => radio.parentElement!.getBoundingClientRect())) {
      expect(width).to.be.at.least(24);
      expect(height).to.be.at.least(24);
    }
    expect(find(survey, '[part=surface]').scrollWidth).to.be.at.most(320);
  });

  it('asks for the reason whatever was chosen', async () => {
    const { survey } = await ask();
    await choose(survey, 1);
    expect(find(survey, '[part=follow-up]').textContent).to.contain('What is the main reason');
  });

  for (const [score, band] of [
    [7, 'agree'],
    [5, 'agree'],
    [4, 'neutral'],
    [3, 'disagree'],
  ] as const) {
    it(`asks somebody who chose ${score} what the band "${band}" is asked`, async () => {
      const definition: CesDefinition = { kind: 'ces', bands: { [band]: { followUp: `Why ${band}?` } } };
      const { survey } = await askBy('ces-survey', { attributes: QUIET, properties: { definition } });
      await waitUntil(() => survey.shadowRoot!.querySelector('[type=radio]'));
      await choose(survey, score);
      expect(find(survey, '[part=follow-up]').textContent).to.contain(`Why ${band}?`);
    });
  }

  it('is counted apart when a definition says that it asks for difficulty', async () => {
    const definition: CesDefinition = { kind: 'ces', variant: 'difficulty' };
    const { survey, records, drafts } = await askBy('ces-survey', { attributes: QUIET, properties: { definition } });
    await waitUntil(() => survey.shadowRoot!.querySelector('[type=radio]'));
    await choose(survey, 7);
    await survey.submit();
    expect(records[0]).to.include({ survey: 'ces-difficulty', wording: 'ces-difficulty@1' });
    expect(drafts.at(-1)!.status).to.equal('complete');
  });

  it('remembers the two forms apart', async () => {
    const asked: string[] = [];
    const onDraft = (event: Event): void => void asked.push((event as AskwellDraftEvent).survey);
    document.addEventListener('askwell-draft', onDraft);
    await ask({ variant: 'difficulty' });
    document.removeEventListener('askwell-draft', onDraft);
    expect(new Set(asked)).to.deep.equal(new Set(['ces-difficulty']));
  });

  it('keeps the survey that the page has named', async () => {
    const { survey, records } = await ask({ variant: 'difficulty', survey: 'q4' });
    await choose(survey, 3);
    await survey.submit();
    expect(records[0]).to.include({ survey: 'q4', wording: 'ces-difficulty@1' });
  });

  for (const variant of ['easiness', 'toString']) {
    it(`asks for agreement where the variant is "${variant}"`, async () => {
      const { survey } = await ask({ variant });
      expect(find(survey, '#title').textContent).to.equal('It was easy for me to handle my issue.');
      expect(survey.survey).to.equal('ces');
    });
  }
});
