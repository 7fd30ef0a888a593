import type { ResponseRecord } from '@askwell/core';
import type { NpsSurvey } from '@askwell/surveys';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { answerWith, note, sent } from './page.js';

let count = 0;
let records: ResponseRecord[] = [];

/** A survey as a server writes it; each test has one of its own. */
const written = (attributes = ''): string => `<nps-survey survey="morph${count}" endpoint="/morph/${count}" ${attributes}></nps-survey>`;

/** The part of the page that is swapped. */
let region: HTMLElement;

const survey = (): NpsSurvey => region.querySelector('nps-survey')!;
const asks = (element: NpsSurvey): boolean => element.shadowRoot!.querySelector('[part=submit]') !== null;
const score = (element: NpsSurvey): number | undefined => {
  const radio = element.shadowRoot!.querySelector<HTMLInputElement>('input:checked');
  return radio ? Number(radio.value) : undefined;
};

async function rendered(element: NpsSurvey): Promise<void> {
  await waitUntil(() => element.shadowRoot?.childElementCount, 'it is rendered');
  await element.updateComplete;
}

/** Puts the survey into the page as a parser does. */
async function load(attributes = ''): Promise<void> {
  region.innerHTML = written(attributes);
  await rendered(survey());
}

/** As morphing libraries do: the same element stays, takes over the attributes that the server wrote, and gets new children. */
function morph(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild!;
  const element = survey();
  for (const { name, value } of next.attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  for (const { name } of [...element.attributes]) if (!next.hasAttribute(name)) element.removeAttribute(name);
  element.replaceChildren(...next.childNodes);
}

/** Every way in which a page may replace or move what stands in it. */
const SWAPS: Record<string, () => void | Promise<void>> = {
  'a morph that keeps the element': () => morph(written('product="Acme"')),
  'a morph that brings new slotted children': () => morph(written().replace('></', '><b slot="question">Would you tell a friend?</b></')),
  'a swap for the same HTML, parsed anew': () => {
    const next = document.createRange().createContextualFragment(written());
    region.replaceChildren(next);
  },
  'a swap of the whole body for that of another document': () => {
    const next = new DOMParser().parseFromString(`<div>${written()}</div>`, 'text/html').body;
    document.body.replaceWith(document.adoptNode(next));
    region = next.querySelector('div')!;
  },
  'a clone in its place': () => survey().replaceWith(survey().cloneNode(true)),
  'a move to another parent': () => {
    const next = document.createElement('section');
    region.append(next);
    next.append(survey());
  },
  'a removal, and its return later': async () => {
    const element = survey();
    element.remove();
    await aTimeout(50);
    region.append(element);
  },
};

/** What must hold whatever happened to the element: one response, announced once, no revision used twice. */
async function expectOneResponse(): Promise<void> {
  expect(new Set(records.map(({ id }) => id)).size, 'ids').to.equal(1);
  const revisions = records.map(({ revision }) => revision);
  expect(revisions.filter((revision) => revision === 0).length, 'impressions').to.be.at.most(1);
  expect(revisions).to.deep.equal([...new Set(revisions)].sort((a, b) => a - b));
  const sentIds = (): string[] => sent.filter(({ url }) => url.endsWith(`/morph/${count}`)).map(({ record }) => record.id);
  await waitUntil(() => sentIds().length, 'it is sent', { timeout: 4000 });
  expect(new Set(sentIds()).size, 'sent ids').to.equal(1);
}

const keep = (event: Event & { record: ResponseRecord }): void => {
  if (event.record.survey === `morph${count}`) records.push(event.record);
};
const announced = (revision: number): Promise<unknown> =>
  waitUntil(() => records.some((record) => record.revision >= revision), `revision ${revision} is announced`, { timeout: 4000 });

describe('a page that morphs around an <nps-survey>', () => {
  before(() => document.addEventListener('askwell-response', keep));
  after(() => document.removeEventListener('askwell-response', keep));

  beforeEach(() => {
    count++;
    records = [];
    region = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => region.remove());

  for (const [swap, act] of Object.entries(SWAPS)) {
    it(`goes on with one response after ${swap}, shown, half answered and answered`, async () => {
      await load();
      await announced(0);
      await act();
      await rendered(survey());
      // As long as it takes to be shown: it is not shown anew.
      await aTimeout(1200);
      expect(records).to.have.length(1);

      survey().shadowRoot!.querySelectorAll('input')[7]!.click();
      await act();
      await rendered(survey());
      await waitUntil(() => score(survey()) === 7, 'the chosen score is there');
      await announced(1);

      await answerWith(survey(), 8, 'Every word of it');
      await waitUntil(() => note(survey()) === 'Sent.');
      await act();
      await rendered(survey());
      expect(asks(survey()), 'asks again').to.equal(false);
      await expectOneResponse();
      expect(records.at(-1)).to.deep.include({ status: 'complete', answers: { score: 8, comment: 'Every word of it' } });
      expect(records.filter(({ status }) => status === 'complete')).to.have.length(1);
    });
  }

  it('is asked once by a survey and its clone that stand beside each other', async () => {
    await load();
    const original = survey();
    const clone = original.cloneNode(true) as NpsSurvey;
    region.append(clone);
    await rendered(clone);
    await announced(0);
    await aTimeout(500);
    await answerWith(clone, 2);
    await waitUntil(() => note(clone) === 'Sent.');
    await answerWith(original, 3);
    await waitUntil(() => note(original) === 'Sent.');
    await expectOneResponse();
  });

  it('keeps the id when the page is swapped before the first second is over, and a score was chosen by then', async () => {
    await load();
    survey().shadowRoot!.querySelectorAll('input')[4]!.click();
    await SWAPS['a swap for the same HTML, parsed anew']!();
    await rendered(survey());
    await waitUntil(() => score(survey()) === 4, 'the chosen score is there');
    await aTimeout(2500);
    await expectOneResponse();
    expect(records.at(-1)).to.deep.include({ status: 'partial', answers: { score: 4 } });
  });

  it('keeps the unfinished words of an answer through a swap, on this device', async () => {
    await load();
    survey().shadowRoot!.querySelectorAll('input')[4]!.click();
    await survey().updateComplete;
    const comment = survey().shadowRoot!.querySelector('textarea')!;
    comment.value = 'Half a sen';
    comment.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await SWAPS['a swap for the same HTML, parsed anew']!();
    await waitUntil(() => survey().shadowRoot!.querySelector('textarea')?.value === 'Half a sen', 'the words are there');
    await announced(1);
    expect(records.every(({ answers }) => !('comment' in answers))).to.equal(true);
    await expectOneResponse();
  });

  it('does not open a prompt again that was put away before the swap', async () => {
    await load('placement="corner"');
    const opened = new Promise((resolve) => survey().addEventListener('askwell-open', resolve, { once: true }));
    await opened;
    survey().shadowRoot!.querySelector<HTMLElement>('[part=dismiss]')!.click();
    region.innerHTML = written('placement="corner"');
    await survey().updateComplete;
    let again = 0;
    survey().addEventListener('askwell-open', () => again++);
    await aTimeout(3500);
    expect(again).to.equal(0);
    expect(survey().shadowRoot!.querySelector('[part=surface]')).to.equal(null);
    await expectOneResponse();
  });
});
