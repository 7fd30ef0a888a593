import type { SurveyDefinition } from '@askwell/core';
import { recordFault } from '@askwell/core';
import type { ResponseRecord } from '@askwell/core';
import '@askwell/surveys/define/ces-survey.js';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/feedback-prompt.js';
import '@askwell/surveys/define/survey-form.js';
import { expect } from '@open-wc/testing';

import { askBy, find, radios } from './survey.js';

const LIMIT = 10_000;

const NASTY = [
  '<script>globalThis.hit = 1</script>',
  '<img src=x onerror="globalThis.hit = 1">',
  '"><svg onload=globalThis.hit=1>',
  'javascript:globalThis.hit=1',
  '${globalThis.hit = 1}',
  '{{constructor.constructor("globalThis.hit = 1")()}}',
  '</textarea><script>globalThis.hit = 1</script>',
  '<style>* { display: none !important }</style>',
  "'; DROP TABLE responses; --",
  '\u0000NUL\u0000inside',
  '\u202Eturned\u202D round\u2066 and \u2067never closed',
  '\uD83D alone, and \uDE00',
  '👩‍👩‍👧‍👦'.repeat(20),
  'a\u0300'.repeat(300),
  '\u0007\u001b[31m\u007f',
  '\u2028\u2029\ufeff',
  '=HYPERLINK("https://example.org")',
  '{product}{constructor}{__proto__}{toString}',
  '%00%0d%0aSet-Cookie:x=1',
  'x'.repeat(LIMIT + 1),
];

/** The same 600 strings in every run: the nasty ones alone, and pieces of them put together. */
function* strings(): Generator<string> {
  let seed = 1;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  yield* NASTY;
  for (let count = NASTY.length; count < 600; count++) {
    yield Array.from({ length: 1 + random(4) }, () => {
      const one = NASTY[random(NASTY.length)]!;
      const from = random(one.length);
      return one.slice(from, from + 1 + random(200));
    }).join('');
  }
}

const all = [...strings()];

/** As it is shown: whole characters, at most as many as are allowed. */
const shown = (text: string): string => (text.length > LIMIT ? `${text.slice(0, LIMIT - 1)}…` : text).toWellFormed();
const hit = (): unknown => (globalThis as { hit?: unknown }).hit;

describe('600 hostile strings', () => {
  it('are shown as text where a definition has them as its question', async () => {
    const { survey } = await askBy('nps-survey');
    for (const text of all) {
      if (!text) continue;
      const question = text.replace(/[{}]/g, '|');
      survey.definition = { kind: 'nps', question };
      await survey.updateComplete;
      const title = find(survey, '#title');
      expect(title.textContent === shown(question), JSON.stringify(question.slice(0, 80))).to.equal(true);
      expect(title.querySelectorAll('*:not(slot)')).to.have.length(0);
    }
    expect(hit()).to.equal(undefined);
  });

  it('are shown as text where a trait has them, and turn nothing around them', async () => {
    const { survey } = await askBy('nps-survey', { properties: { definition: { kind: 'nps', question: 'Hello {name}, how was it?' } } });
    for (const name of all) {
      survey.traits = { name };
      await survey.updateComplete;
      const { textContent } = find(survey, '#title');
      expect(textContent.length).to.be.at.most(10_000);
      if (textContent.length === 10_000) continue;
      const inner = textContent.slice('Hello '.length, -', how was it?'.length);
      expect(inner.replace(/^\u2068|\u2069$/g, '') === shown(name), JSON.stringify(name.slice(0, 80))).to.equal(true);
      if (/[\u202a-\u202e\u2066-\u2069]/.test(name)) expect(inner[0]).to.equal('\u2068');
    }
    expect(hit()).to.equal(undefined);
  });

  it('arrive as they were written where somebody answers with them, cut at the limit', async () => {
    const { survey, records } = await askBy('feedback-prompt', { attributes: { impressions: 'off', again: 'always' } });
    for (const text of all) {
      const area = find<HTMLTextAreaElement>(survey, 'textarea');
      area.value = text;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await survey.updateComplete;
      if (!text.trim()) continue;
      await survey.submit();
      const record = records.at(-1)!;
      expect(record.status).to.equal('complete');
      // A text area has line feeds only.
      const written = text.replace(/\r\n?/g, '\n').slice(0, LIMIT);
      expect(record.answers.comment === written, JSON.stringify(text.slice(0, 80))).to.equal(true);
      expect(recordFault(JSON.parse(JSON.stringify(record)) as ResponseRecord)).to.equal(undefined);
      find(survey, '[part=change]').click();
      await survey.updateComplete;
    }
    expect(hit()).to.equal(undefined);
  });
});

describe('hostile definitions', () => {
  const cyclic: Record<string, unknown> = { kind: 'nps' };
  cyclic.bands = cyclic;
  for (const [name, definition] of [
    ['a cycle', cyclic],
    ['a getter that throws', { kind: 'nps', get question(): string { throw new Error('no'); } }],
    ['a prototype', JSON.parse('{"kind":"nps","__proto__":{"question":"x"},"constructor":1}')],
    ['a script as its link', { kind: 'nps', thanks: { link: { href: 'javascript:hit=1', text: 'x' } } }],
    ['an array', []],
    ['a string', 'nps'],
    ['a function', () => ({ kind: 'nps' })],
    ['10,000 unknown keys', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index]))],
  ] as const) {
    it(`with ${name} are not used, and the survey asks its standard question`, async () => {
      const { survey } = await askBy('nps-survey', { properties: { definition: definition as SurveyDefinition } });
      expect(find(survey, '#title').textContent).to.contain('How likely is it');
      expect(radios(survey)).to.have.length(11);
    });
  }

  it('with a text of a megabyte are shown cut, and one warning says so', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const { survey } = await askBy('csat-survey', { properties: { definition: { kind: 'csat', question: 'y'.repeat(1_000_000) } } });
    console.warn = warn;
    expect(find(survey, '#title').textContent).to.equal(`${'y'.repeat(LIMIT - 1)}…`);
    expect(lines.filter((line) => line.includes('(too-long)'))).to.have.length(1);
  });
});

describe('wrong values of attributes', () => {
  for (const [tag, attribute, value, check] of [
    ['nps-survey', 'again', 'sometimes', 'nps-survey asks'],
    ['nps-survey', 'placement', 'ceiling', 'stands inline'],
    ['csat-survey', 'look', 'hearts', 'shows stars'],
    ['ces-survey', 'variant', 'effortless', 'asks for agreement'],
  ] as const) {
    it(`keep the default of ${attribute} (${check}), with one warning`, async () => {
      const lines: string[] = [];
      const { warn } = console;
      console.warn = (line: string) => lines.push(line);
      const remembered = attribute === 'again' ? ({ status: 'complete' } as const) : undefined;
      for (let count = 0; count < 2; count++) {
        const { survey } = await askBy(tag as 'nps-survey', { attributes: { [attribute]: value }, remembered });
        expect(survey.shadowRoot!.querySelector('[part=surface]')).to.not.equal(null);
      }
      console.warn = warn;
      expect(lines.filter((line) => line.includes(`${attribute}="${value}"`))).to.have.length(1);
    });
  }
});
