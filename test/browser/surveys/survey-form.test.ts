import { recordFault, type FormDefinition } from '@askwell/core';
import type { SurveyDraft, SurveyForm } from '@askwell/surveys';
import '@askwell/surveys/define/survey-form.js';
import { expect, fixture, html } from '@open-wc/testing';

import { askBy, chosen, find, next, radios, type Asked } from './survey.js';

/** A form with a step of each kind, which asks promoters and all others for different things. */
const definition: FormDefinition = {
  kind: 'form',
  survey: 'welcome',
  wording: 'welcome@1',
  question: { en: 'Your first week', de: 'Deine erste Woche' },
  steps: [
    {
      id: 'score',
      type: 'rating',
      scale: [0, 10],
      question: { en: 'Would you recommend us?', de: 'Würdest du uns empfehlen?' },
      anchorStart: 'Never',
      anchorEnd: 'Gladly',
      required: true,
      next: [{ if: { band: 'promoter' }, to: 'story' }],
    },
    {
      id: 'blocker',
      type: 'choice',
      question: 'What was in the way?',
      options: [
        { id: 'price', label: 'The price' },
        { id: 'speed', label: 'The speed' },
      ],
      required: true,
      next: [{ if: { is: 'price' }, to: 'contact' }],
    },
    {
      id: 'parts',
      type: 'choice',
      multiple: true,
      question: 'Which parts were slow?',
      options: [
        { id: 'search', label: 'Search' },
        { id: 'export', label: 'Export' },
        { id: 'login', label: 'Login' },
      ],
    },
    { id: 'story', type: 'text', question: 'Tell us more', hint: 'A sentence is enough.' },
    { id: 'contact', type: 'contact', question: 'Where can we reach you?' },
  ],
};

const ask = (
  properties: Partial<SurveyForm> = {},
  remembered?: Partial<SurveyDraft>,
  attributes: Record<string, string> = { impressions: 'off' },
): Promise<Asked<SurveyForm>> => shown(askBy('survey-form', { attributes, properties: { definition, ...properties }, remembered }));

/** Resolves once the definition was read. */
async function shown(asking: Promise<Asked<SurveyForm>>): Promise<Asked<SurveyForm>> {
  const asked = await asking;
  while (!asked.survey.shadowRoot!.querySelector('#title')) await new Promise(requestAnimationFrame);
  return asked;
}

async function press(survey: SurveyForm, part: 'next' | 'back' | 'submit' | 'change'): Promise<void> {
  find(survey, `[part=${part}]`).click();
  await survey.updateComplete;
  await survey.updateComplete;
}

async function choose(survey: SurveyForm, index: number): Promise<void> {
  survey.shadowRoot!.querySelectorAll<HTMLElement>('[part~=option] input')[index]!.click();
  await survey.updateComplete;
}

async function write(survey: SurveyForm, text: string): Promise<void> {
  const field = find<HTMLInputElement>(survey, 'textarea, #contact');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await survey.updateComplete;
}

const question = (survey: SurveyForm): string => find(survey, '#title').textContent;
const progress = (survey: SurveyForm): string => find(survey, '[part=progress]').textContent;

describe('<survey-form>', () => {
  it('asks one step at a time, and says in text which of how many (39)', async () => {
    const { survey } = await ask();
    expect(find(survey, '[part=title]').textContent).to.equal('Your first week');
    expect([question(survey), progress(survey)]).to.deep.equal(['Would you recommend us?', 'Step 1 of 5']);
    expect(find(survey, '#title').localName).to.equal('h2');
    await choose(survey, 3);
    await press(survey, 'next');
    expect([question(survey), progress(survey)]).to.deep.equal(['What was in the way?', 'Step 2 of 5']);
    expect(radios(survey).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal(['The price', 'The speed']);
  });

  it('goes where the band of a score leads, and counts the steps on that way (39)', async () => {
    const { survey } = await ask();
    await choose(survey, 9);
    expect(progress(survey)).to.equal('Step 1 of 3');
    await press(survey, 'next');
    expect([question(survey), progress(survey)]).to.deep.equal(['Tell us more (optional)', 'Step 2 of 3']);
  });

  it('goes where an answer leads (39)', async () => {
    const { survey } = await ask();
    await choose(survey, 0);
    await press(survey, 'next');
    await choose(survey, 0);
    await press(survey, 'next');
    expect([question(survey), progress(survey)]).to.deep.equal(['Where can we reach you? (optional)', 'Step 3 of 3']);
  });

  it('keeps the answers on the way back (39)', async () => {
    const { survey } = await ask();
    await choose(survey, 2);
    await press(survey, 'next');
    await choose(survey, 1);
    await press(survey, 'next');
    await choose(survey, 0);
    await choose(survey, 2);
    await press(survey, 'next');
    await write(survey, 'It took long.');
    for (const part of ['back', 'back', 'back'] as const) await press(survey, part);
    expect([chosen(survey), survey.shadowRoot!.querySelector('[part=back]')]).to.deep.equal([2, null]);
    await press(survey, 'next');
    expect(chosen(survey)).to.equal(2);
    await press(survey, 'next');
    const ticks = [...survey.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]')].map(({ checked }) => checked);
    expect(ticks).to.deep.equal([true, false, true]);
    await press(survey, 'next');
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('It took long.');
  });

  it('hands over the answers on the way, and none beside it', async () => {
    const { survey, records } = await ask({ partial: 'off' });
    await choose(survey, 2);
    await press(survey, 'next');
    await choose(survey, 1);
    await press(survey, 'next');
    await choose(survey, 2);
    await choose(survey, 0);
    await press(survey, 'back');
    await press(survey, 'back');
    await choose(survey, 10);
    await press(survey, 'next');
    await write(survey, 'All fine.');
    await press(survey, 'next');
    await write(survey, 'jo@example.org');
    await survey.submit();
    expect(records.length).to.equal(1);
    const { answers, scale, kind, survey: name, wording } = records[0]!;
    expect(answers).to.deep.equal({ score: 10, story: 'All fine.', contact: 'jo@example.org' });
    expect([scale, kind, name, wording]).to.deep.equal([[0, 10], 'form', 'welcome', 'welcome@1']);
    expect(recordFault(records[0])).to.equal(undefined);
  });

  it('hands over numbers, ids and lists of ids in the order of the options', async () => {
    const { survey, records } = await ask({ partial: 'off' });
    await choose(survey, 2);
    await press(survey, 'next');
    await choose(survey, 1);
    await press(survey, 'next');
    await choose(survey, 2);
    await choose(survey, 0);
    await press(survey, 'next');
    await press(survey, 'next');
    await survey.submit();
    expect(records[0]!.answers).to.deep.equal({ score: 2, blocker: 'speed', parts: ['search', 'login'] });
    expect(recordFault(records[0])).to.equal(undefined);
  });

  it('lets a score leave as a partial record, and nothing else before Submit', async () => {
    const { survey, records } = await ask();
    const left = next(survey, 'askwell-response');
    await choose(survey, 3);
    await press(survey, 'next');
    await choose(survey, 1);
    await left;
    expect(records.map(({ status, answers, scale }) => ({ status, answers, scale }))).to.deep.equal([
      { status: 'partial', answers: { score: 3 }, scale: [0, 10] },
    ]);
    expect(recordFault(records[0])).to.equal(undefined);
  });

  it('holds a required step until it is answered, in text beside it (34, 35)', async () => {
    const { survey } = await ask();
    await press(survey, 'next');
    const group = find(survey, 'fieldset');
    expect(progress(survey)).to.equal('Step 1 of 5');
    expect(find(survey, `#${group.getAttribute('aria-describedby')}`).textContent).to.equal('Please choose an answer.');
    expect([group.getAttribute('aria-invalid'), survey.shadowRoot!.activeElement]).to.deep.equal(['true', radios(survey)[0]]);
    await choose(survey, 3);
    expect([group.hasAttribute('aria-invalid'), find(survey, '[part=error]').textContent]).to.deep.equal([false, '']);
  });

  it('leads to the first step that is missing when it is submitted (34)', async () => {
    const { survey, records } = await ask({}, { answers: { contact: 'jo@example.org', blocker: 'speed' } });
    expect(question(survey)).to.contain('Where can we reach you?');
    await press(survey, 'submit');
    expect(records).to.deep.equal([]);
    expect(question(survey)).to.equal('Would you recommend us?');
    expect(find(survey, '[part=error]').textContent).to.equal('Please choose an answer.');
    expect(survey.shadowRoot!.activeElement).to.equal(radios(survey)[0]);
  });

  it('says that an e-mail address is not complete, and keeps it (34, 35)', async () => {
    const { survey, records } = await ask({}, { answers: { score: 9, contact: 'jo' } });
    await press(survey, 'submit');
    const field = find<HTMLInputElement>(survey, '#contact');
    expect(records).to.deep.equal([]);
    expect([field.value, field.getAttribute('aria-invalid'), survey.shadowRoot!.activeElement]).to.deep.equal(['jo', 'true', field]);
    expect(find(survey, '[part=error]').textContent).to.equal('This is not a complete e-mail address.');
  });

  it('moves the focus to the new heading where it was inside, and leaves it where it was outside (15, 38)', async () => {
    const { survey } = await ask();
    await choose(survey, 3);
    radios(survey)[3]!.focus();
    await press(survey, 'next');
    expect(survey.shadowRoot!.activeElement).to.equal(find(survey, '#title'));
    await press(survey, 'back');
    expect(survey.shadowRoot!.activeElement).to.equal(find(survey, '#title'));
    const field = document.createElement('input');
    survey.before(field);
    field.focus();
    await press(survey, 'next');
    expect([question(survey), document.activeElement]).to.deep.equal(['What was in the way?', field]);
  });

  it('goes on after a crash with all answers, at the last step that has one', async () => {
    const answers = { score: 3, blocker: 'speed', parts: ['export'], story: 'I was just' };
    const { survey } = await ask({}, { answers });
    expect([question(survey), progress(survey)]).to.deep.equal(['Tell us more (optional)', 'Step 4 of 5']);
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('I was just');
    await write(survey, '');
    expect(question(survey)).to.equal('Tell us more (optional)');
    await press(survey, 'back');
    expect(find<HTMLInputElement>(survey, '[part~=selected] input').checked).to.equal(true);
  });

  it('asks from its first step when it is opened again after the thanks', async () => {
    const { survey } = await askBy('survey-form', {
      attributes: { impressions: 'off', placement: 'tab' },
      properties: { definition },
      remembered: { answers: { score: 9, story: 'Good' } },
    });
    while (!survey.shadowRoot!.querySelector('[part=launcher]')) await new Promise(requestAnimationFrame);
    await survey.open();
    await press(survey, 'next');
    await press(survey, 'submit');
    expect(find(survey, '[part=thanks]').textContent).to.equal('Thank you for your answer.');
    survey.dismiss();
    await survey.open();
    await survey.updateComplete;
    expect([question(survey), chosen(survey)]).to.deep.equal(['Would you recommend us?', undefined]);
  });

  it('remembers what is written as a draft', async () => {
    const { survey, drafts } = await ask({}, { answers: { score: 9 } });
    await press(survey, 'next');
    const remembered = new Promise<void>((resolve) => {
      survey.addEventListener('askwell-draft', ({ draft }) => draft?.answers.story && resolve());
    });
    await write(survey, 'Half a sen');
    await remembered;
    expect(drafts.at(-1)!.answers).to.deep.equal({ score: 9, story: 'Half a sen' });
  });

  it('asks again what a draft answered in a way that no longer fits', async () => {
    const answers = { score: 11, blocker: 'weather', parts: ['search', 'toString'], story: 3 };
    const { survey, records } = await ask({}, { answers });
    await survey.submit();
    expect(question(survey)).to.equal('Would you recommend us?');
    await choose(survey, 0);
    await press(survey, 'next');
    expect(chosen(survey)).to.equal(undefined);
    await choose(survey, 1);
    await survey.submit();
    expect(records.at(-1)!.answers).to.deep.equal({ score: 0, blocker: 'speed', parts: ['search'] });
  });

  it('takes ids that objects have of themselves as ids', async () => {
    const steps = ['toString', 'valueOf', 'hasOwnProperty'].map((id) => ({ id, type: 'text', question: id, required: true }) as const);
    const { survey, records } = await ask({ definition: { kind: 'form', steps } });
    for (const { id } of steps) {
      expect([question(survey), find<HTMLTextAreaElement>(survey, 'textarea').value]).to.deep.equal([id, '']);
      await write(survey, `My ${id}`);
      if (id !== 'hasOwnProperty') await press(survey, 'next');
    }
    await survey.submit();
    expect(records[0]!.answers).to.deep.equal({ toString: 'My toString', valueOf: 'My valueOf', hasOwnProperty: 'My hasOwnProperty' });
    expect(recordFault(records[0])).to.equal(undefined);
  });

  it('shows hostile texts as text', async () => {
    for (const text of ['<img src=x onerror=alert(1)>', '\u202Eevil', 'a\u0000b', '$1 $&', '</h2><script>1</script>']) {
      const step = { question: text, section: text, hint: text } as const;
      const options = [{ id: text.replaceAll('\u0000', ''), label: text }];
      const { survey, records } = await ask({
        definition: {
          kind: 'form',
          steps: [
            { ...step, id: 'one', type: 'choice', options },
            { ...step, id: 'many', type: 'choice', multiple: true, options, required: true },
            { ...step, id: 'text', type: 'text', required: true },
          ],
        },
      });
      const visible = (part: string): string => find(survey, `[part~=${part}]`).textContent.trim();
      for (const part of ['section', 'hint', 'option-label']) expect(visible(part)).to.equal(text);
      expect(question(survey)).to.equal(`${text} (optional)`);
      await choose(survey, 0);
      await press(survey, 'next');
      expect(visible('option-label')).to.equal(text);
      await choose(survey, 0);
      await press(survey, 'next');
      await write(survey, text);
      expect(survey.shadowRoot!.querySelector('img, script')).to.equal(null);
      await survey.submit();
      expect(records[0]!.answers.text).to.equal(text);
    }
  });

  it('cuts a text at 10,000 characters with notice (36)', async () => {
    const { survey, records } = await ask({}, { answers: { score: 10 } });
    await press(survey, 'next');
    expect(find<HTMLTextAreaElement>(survey, 'textarea').labels[0]!.textContent).to.equal('Tell us more (optional)');
    await write(survey, 'x'.repeat(1_000_000));
    expect(find(survey, '[part=limit]').textContent).to.equal('Up to 0 characters left');
    await survey.submit();
    expect(`${records[0]!.answers.story}`.length).to.equal(10_000);
  });

  it('shows nothing and warns once without a definition', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (line: unknown) => warnings.push(line);
    const { survey } = await askBy('survey-form', { attributes: { preview: '' } });
    for (let chunk = 0; chunk < 10; chunk++) await new Promise(requestAnimationFrame);
    survey.requestUpdate();
    await survey.updateComplete;
    console.warn = warn;
    expect(survey.shadowRoot!.textContent).to.equal('');
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/\(definition\)$/);
  });

  it('hands its answers to a form around it, and is taken back to its first step by a reset (33)', async () => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const survey = document.createElement('survey-form');
    Object.assign(survey, { definition, preview: true, required: true });
    survey.setAttribute('name', 'week');
    form.append(survey);
    await shown(Promise.resolve({ survey, records: [], drafts: [] }));
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(form.reportValidity()).to.equal(false);
    await choose(survey, 9);
    await press(survey, 'next');
    await write(survey, 'Good');
    expect(JSON.parse(new FormData(form).get('week') as string)).to.deep.equal({ score: 9, story: 'Good' });
    expect(form.reportValidity()).to.equal(true);
    form.reset();
    await survey.updateComplete;
    expect([question(survey), chosen(survey)]).to.deep.equal(['Would you recommend us?', undefined]);
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('keeps the answers and offers the button again where they could not be kept (37)', async () => {
    const { survey } = await ask({}, { answers: { score: 9, contact: 'jo@example.org' } });
    survey.addEventListener('askwell-response', (event) => event.waitUntil(Promise.resolve({ state: 'blocked' })), { once: true });
    await survey.submit();
    expect(find(survey, '[part=error]').textContent).to.equal('Not saved. Try again.');
    expect([find<HTMLInputElement>(survey, '#contact').value, question(survey)]).to.deep.equal([
      'jo@example.org',
      'Where can we reach you? (optional)',
    ]);
    await survey.submit();
    expect(find(survey, '[part=thanks]').textContent).to.equal('Thank you for your answer.');
  });
});

describe('<survey-form> as a prompt', () => {
  for (const placement of ['corner', 'sheet', 'banner', 'modal', 'anchor'] as const) {
    it(`stands in the placement "${placement}", named by the question of each step (18, 29, 39)`, async () => {
      const { survey } = await ask({ anchor: document.body }, { answers: { score: 9 } }, { impressions: 'off', placement });
      const opened = next(survey, 'askwell-open');
      await survey.open();
      await opened;
      const surface = find(survey, '[part=surface]');
      const named = (): string | undefined => survey.shadowRoot!.getElementById(surface.getAttribute('aria-labelledby')!)?.textContent;
      expect(surface.matches(':popover-open, dialog[open]')).to.equal(true);
      expect(named()).to.equal('Would you recommend us?');
      expect(survey.shadowRoot!.activeElement).to.equal(find(survey, '#title'));
      await press(survey, 'next');
      expect(named()).to.equal('Tell us more (optional)');
      expect(find(survey, '#title').getBoundingClientRect().height).to.be.above(0);
      survey.dismiss();
      expect(surface.matches(':popover-open, dialog[open]')).to.equal(false);
    });
  }
});
