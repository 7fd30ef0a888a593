import type { FormDefinition, Step } from '@askwell/core';
import { organisationalAudit } from '@askwell/core/organisational-audit.js';
import type { SurveyForm } from '@askwell/surveys';
import '@askwell/surveys/define/survey-form.js';
import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';

import { askBy, find, next, radios } from './survey.js';

const inChromium = 'userAgentData' in navigator;

interface Node {
  role: string;
  name: string;
  description: string;
  required?: boolean;
}

/** What the engine hands to assistive technology; `false` where it keeps that to itself. */
const tree = (): Promise<Node[] | false> => executeServerCommand('accessibility-tree');

const LABELS = ['Awful', 'Poor', 'Fair', 'Good', 'Great'];

const steps: Record<string, Step> = {
  rating: { id: 'rating', type: 'rating', scale: [1, 5], section: 'The start', question: 'How was it?', labels: LABELS, required: true },
  stars: { id: 'stars', type: 'rating', scale: [1, 5], look: 'stars', question: 'How many stars?', labels: LABELS },
  faces: { id: 'faces', type: 'rating', scale: [1, 5], look: 'faces', question: 'Which face?', labels: LABELS },
  choice: {
    id: 'choice',
    type: 'choice',
    question: 'Which one?',
    hint: 'The one that you use most.',
    required: true,
    options: [
      { id: 'a', label: 'The first of the two options, which has a rather long text' },
      { id: 'b', label: 'B' },
    ],
  },
  many: {
    id: 'many',
    type: 'choice',
    multiple: true,
    question: 'Which ones?',
    required: true,
    options: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((label) => ({ id: label, label })),
  },
  text: { id: 'text', type: 'text', question: 'What else?', hint: 'A sentence is enough.', required: true },
  contact: { id: 'contact', type: 'contact', question: 'Where can we reach you?', required: true },
};

async function ask(attributes: Record<string, string>, definition: FormDefinition): Promise<SurveyForm> {
  const { survey } = await askBy('survey-form', { attributes: { impressions: 'off', ...attributes }, properties: { definition } });
  while (!survey.shadowRoot!.querySelector('#title')) await new Promise(requestAnimationFrame);
  return survey;
}

const only = (step: Step): FormDefinition => ({ kind: 'form', question: 'Your week', steps: [step] });

const focused = (survey: SurveyForm): Element | null => survey.shadowRoot!.activeElement;

declare const axe: { run(root: Element): Promise<{ incomplete: { id: string }[] }> };

/** Neither a violation nor anything that the tool could not decide. */
async function passesAxe(survey: Element): Promise<void> {
  await expect(survey).to.be.accessible();
  expect((await axe.run(survey)).incomplete.map(({ id }) => id)).to.deep.equal([]);
}

describe('<survey-form> for assistive technology', () => {
  for (const look of ['stars', 'faces'] as const) {
    it(`names ${look} without labels in words of the page's language (14)`, async () => {
      const survey = await ask({ lang: 'de' }, only({ id: 'score', type: 'rating', scale: [1, 5], look, question: 'Wie war es?' }));
      const names = (): (string | null)[] => radios(survey).map((radio) => radio.getAttribute('aria-label'));
      expect([names()[0], names()[4]]).to.deep.equal(['Sehr unzufrieden', 'Sehr zufrieden']);
      expect(survey.shadowRoot!.querySelectorAll('[part=scale] svg[aria-hidden=true]')).to.have.length(5);
    });
  }

  it('names each kind of field by its question, and describes it by its hint (1, 2, 14, 36, 39)', async () => {
    const seen: Record<string, [role: string, name: string, description: string]> = {
      rating: ['radiogroup', 'How was it?', ''],
      stars: ['radiogroup', 'How many stars? (optional)', ''],
      choice: ['radiogroup', 'Which one?', 'The one that you use most.'],
      many: ['group', 'Which ones?', ''],
      text: ['textbox', 'What else?', 'A sentence is enough.'],
      contact: ['textbox', 'Where can we reach you?', ''],
    };
    for (const [kind, [role, name, description]] of Object.entries(seen)) {
      const survey = await ask({}, only(steps[kind]!));
      const field = find(survey, 'fieldset, textarea, #contact');
      const title = find(survey, '#title');
      if (field.localName === 'fieldset') expect(field.getAttribute('aria-labelledby')).to.equal(title.id);
      else expect((field as HTMLTextAreaElement).labels[0]).to.equal(title.querySelector('label'));
      const nodes = await tree();
      expect(nodes !== false).to.equal(inChromium);
      if (nodes) {
        const found = nodes.find((node) => node.role === role && node.name);
        expect([found?.name, found?.description], kind).to.deep.equal([name, description]);
        expect(nodes.filter((node) => node.role === 'heading').map((node) => [node.name, node.description])).to.deep.equal([
          [name, kind === 'rating' ? 'Step 1 of 1 The start' : 'Step 1 of 1'],
        ]);
      }
      survey.remove();
    }
  });

  it('names scores by number and label, pictures and options by their words alone (2, 3, 14)', async () => {
    const names = async (kind: string): Promise<(string | null)[]> => {
      const survey = await ask({}, only(steps[kind]!));
      expect(find(survey, '[part=option-label]').getAttribute('aria-hidden')).to.equal('true');
      return radios(survey).map((radio) => radio.getAttribute('aria-label'));
    };
    expect(await names('rating')).to.deep.equal(['1, awful', '2, poor', '3, fair', '4, good', '5, great']);
    expect(await names('stars')).to.deep.equal(LABELS);
    expect(await names('faces')).to.deep.equal(LABELS);
    expect((await names('choice'))[1]).to.equal('B');
  });

  it('draws stars and faces, and says in words which one is chosen (14)', async () => {
    for (const kind of ['stars', 'faces']) {
      const survey = await ask({}, only(steps[kind]!));
      expect(survey.shadowRoot!.querySelectorAll('svg[aria-hidden=true]').length).to.equal(5);
      radios(survey)[3]!.click();
      await survey.updateComplete;
      expect(find(survey, '[part=selected-label]').textContent).to.equal('Good');
    }
  });

  it('goes on by Enter, chooses by arrows and Space, and leaves each heading by Tab (4, 5, 39, 56)', async () => {
    const survey = await ask({}, { kind: 'form', steps: ['choice', 'many', 'text', 'contact'].map((kind) => steps[kind]!) });
    const before = document.createElement('button');
    survey.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(radios(survey)[0]);
    await sendKeys({ press: 'ArrowDown' });
    const arrived = async (title: string): Promise<void> => {
      while (!find(survey, '#title').textContent.includes(title)) await new Promise(requestAnimationFrame);
      await survey.updateComplete;
      expect(focused(survey)).to.equal(find(survey, '#title'));
      await sendKeys({ press: 'Tab' });
    };
    await sendKeys({ press: 'Enter' });
    await arrived('Which ones?');
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Enter' });
    await arrived('What else?');
    await sendKeys({ type: 'Nothing' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'much' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(find(survey, '[part=next]'));
    await sendKeys({ press: 'Enter' });
    await arrived('Where can we reach you?');
    await sendKeys({ type: 'a@b.example' });
    const answered = next<Event & { record: { answers: unknown } }>(survey, 'askwell-response');
    await sendKeys({ press: 'Enter' });
    expect((await answered).record.answers).to.deep.equal({ choice: 'b', many: ['A', 'B'], text: 'Nothing\nmuch', contact: 'a@b.example' });
  });

  for (const [lang, sections, last] of [
    ['en', ['Marketing', 'Sales alignment', 'Customer success', 'Tech stack', 'Content'], 'Strongly agree'],
    ['de', undefined, undefined],
  ] as const) {
    it(`takes the organisational audit by keyboard alone, in the language ${lang} (39, 51, 56)`, async () => {
      const survey = await ask({ lang, partial: 'off' }, organisationalAudit);
      const { steps: asked } = organisationalAudit;
      const shown: string[] = [];
      expect(find(survey, '[part=surface]').lang).to.equal(lang);
      if (last) expect(radios(survey).at(-1)!.getAttribute('aria-label')).to.equal(`5, ${last.toLowerCase()}`);
      const answered = next<Event & { record: { answers: Record<string, unknown>; locale: string } }>(survey, 'askwell-response');
      survey.focus();
      for (const [index, step] of asked.entries()) {
        while (!find(survey, '[part=progress]').textContent.includes(` ${index + 1} `)) await new Promise(requestAnimationFrame);
        await survey.updateComplete;
        if (index) {
          expect(focused(survey)).to.equal(find(survey, '#title'));
          await sendKeys({ press: 'Tab' });
        }
        if (step.type === 'rating') {
          shown.push(find(survey, '[part=section]').textContent);
          await sendKeys({ press: '4' });
        } else {
          await sendKeys({ type: 'Done' });
          await sendKeys({ press: 'Tab' });
          while (focused(survey) !== find(survey, '[part=submit]')) await sendKeys({ press: 'Tab' });
        }
        await sendKeys({ press: 'Enter' });
      }
      const { answers, locale } = (await answered).record;
      expect(Object.values(answers)).to.deep.equal(asked.map((step) => (step.type === 'rating' ? 4 : 'Done')));
      expect(locale).to.equal(lang);
      expect(asked.filter(({ type }) => type === 'rating').length).to.be.at.least(15);
      expect(new Set(shown).size).to.equal(5);
      if (sections) expect([...new Set(shown)]).to.deep.equal(sections);
      await survey.updateComplete;
      expect(focused(survey)).to.equal(find(survey, '[part=thanks]'));
    });
  }

  it('has targets of at least 24 by 24 pixels and no sideways scrolling at 320 pixels (13, 47)', async () => {
    for (const [kind, step] of Object.entries(steps)) {
      const survey = await ask({}, only(step));
      survey.style.width = '320px';
      await new Promise(requestAnimationFrame);
      for (const target of survey.shadowRoot!.querySelectorAll('label:has(input), #contact, textarea, button')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), kind).to.be.at.least(24);
      }
      const surface = find(survey, '[part=surface]');
      expect(surface.scrollWidth, kind).to.be.at.most(surface.clientWidth);
    }
  });

  it('shows real radios and ticks beside the words, in forced colours too (12, 44)', async () => {
    for (const kind of ['choice', 'many']) {
      const survey = await ask({}, only(steps[kind]!));
      const inputs = [...survey.shadowRoot!.querySelectorAll<HTMLInputElement>('fieldset input')];
      inputs[0]!.click();
      await survey.updateComplete;
      const emulated = await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
      expect(emulated).to.equal(inChromium);
      for (const input of inputs) {
        expect(getComputedStyle(input).opacity).to.equal('1');
        expect(input.getBoundingClientRect().width).to.be.at.least(16);
      }
      expect(inputs.map((input) => getComputedStyle(input.parentElement!).borderTopWidth).slice(0, 2)).to.deep.equal(['3px', '1px']);
      await executeServerCommand('emulate-features', {});
    }
  });

  it('mirrors its options in right-to-left text; left leads on (5, 50, 51)', async () => {
    const survey = await ask({ dir: 'rtl' }, only(steps.choice!));
    const [radio, second] = radios(survey);
    expect(find(survey, '[part=surface]').dir).to.equal('rtl');
    expect(radio!.getBoundingClientRect().left).to.be.above(find(survey, '[part=option-label]').getBoundingClientRect().left);
    radio!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect([second!.checked, focused(survey)]).to.deep.equal([true, second]);
  });

  it('can be read and not changed; Next leads on all the same (15)', async () => {
    const survey = await ask({ readonly: '' }, { kind: 'form', steps: ['rating', 'many', 'text'].map((kind) => steps[kind]!) });
    radios(survey)[0]!.click();
    find(survey, '[part=next]').click();
    await survey.updateComplete;
    find(survey, '[type=checkbox]').click();
    find(survey, '[part=next]').click();
    await survey.updateComplete;
    expect(find<HTMLTextAreaElement>(survey, 'textarea').readOnly).to.equal(true);
    expect(find<HTMLButtonElement>(survey, '[part=submit]').disabled).to.equal(true);
    expect(survey.response.answers).to.deep.equal({});
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const [kind, step] of Object.entries(steps)) {
      it(`passes axe with the step "${kind}", and with its error, in the ${theme} theme (41, 54)`, async () => {
        const survey = await ask({ theme, preview: '' }, only({ ...step, required: true }));
        await passesAxe(survey);
        await survey.submit();
        expect(find(survey, '[part=error]').textContent).to.not.equal('');
        await passesAxe(survey);
      });
    }
  }
});
