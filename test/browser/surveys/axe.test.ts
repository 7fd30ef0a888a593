import type { NpsSurvey } from '@askwell/surveys';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

import { isOpen, resize, settled, surfaceOf } from './prompt.js';
import { reach, states, subjects } from './subjects.js';
import { ask, next, radios, type Asked } from './survey.js';

interface Rule {
  id: string;
  nodes: { target: unknown; all: Check[]; any: Check[]; none: Check[] }[];
}

interface Check {
  message: string;
}

/** The test library fetches it for its first check. */
declare const axe: { run(root: Element): Promise<Record<'incomplete' | 'passes' | 'violations', Rule[]>> };

const inChromium = 'userAgentData' in navigator;
const themes = ['light', 'dark'] as const;

/** Its rule takes the sign of Close for a word, and cannot find it in the name. */
const CLOSE = 'label-content-name-mismatch at nps-survey,button[part="dismiss"]: Unable to determine if the visible text is part of the accessible name';

/** Neither a violation nor anything undecided but what is `left`; contrast is among what was decided, but where all is disabled. */
async function passesAxe(element: Element, where: string, left: string[] = []): Promise<void> {
  const { incomplete, passes, violations } = await axe.run(element);
  const found = [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ target, all, any, none }) => `${id} at ${String(target)}: ${[...all, ...any, ...none].map(({ message }) => message).join(' ')}`),
  );
  expect(found, where).to.deep.equal(left);
  if (!element.matches('[disabled]')) expect(passes.map(({ id }) => id), where).to.include('color-contrast');
}

/** Chromium forces the colour of a text but not the fill that it says to have, and axe believes the fill. */
function fillAsPainted(element: Element): void {
  for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('*')) each.style.webkitTextFillColor = getComputedStyle(each).color;
}

/** A prompt that somebody has asked for, which opens at once. */
async function opened(attributes: Record<string, string>): Promise<Asked> {
  const asked = await ask({ preview: '', ...attributes });
  const opening = next(asked.survey, 'askwell-open');
  await asked.survey.open();
  await opening;
  await settled();
  await Promise.all(surfaceOf(asked).getAnimations().map(({ finished }) => finished));
  return asked;
}

const placements = ['corner', 'sheet', 'banner', 'modal', 'anchor', 'tab'];

before(async () => {
  await expect(document.body).to.be.accessible();
  // Firefox lets text that ends at an edge end 0.00002 px beyond it, and axe takes it for covered.
  document.head.append(Object.assign(document.createElement('style'), { textContent: 'rating-scale::part(surface) { padding: 1px }' }));
});

describe('axe finds nothing, and leaves nothing undecided', () => {
  for (const [title, subject] of Object.entries(subjects)) {
    it(`in a ${title}, in every state, light and dark (41, 54)`, async () => {
      for (const state of states) {
        if (state === 'thanks' && subject.tag === 'rating-scale') continue;
        for (const theme of themes) {
          const control = await reach(subject, state, { theme });
          await passesAxe(control, `${state}, ${theme}`);
          control.remove();
        }
      }
    });
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`in any question at 320 pixels, ${dir} (47, 50, 54)`, async () => {
      const { innerWidth: width, innerHeight: height } = window;
      await resize(320, 640);
      for (const [title, subject] of Object.entries(subjects)) {
        const control = await reach(subject, 'question', { dir });
        control.parentElement!.style.inlineSize = '320px';
        await settled();
        await passesAxe(control, title);
        control.remove();
      }
      await resize(width, height);
    });
  }

  it('in any question that runs from right to left (50, 54)', async () => {
    for (const [title, subject] of Object.entries(subjects)) {
      const control = await reach(subject, 'question', { dir: 'rtl' });
      await passesAxe(control, title);
      control.remove();
    }
  });

  afterEach(() => executeServerCommand('emulate-features', {}));

  it('in any question, choice or error in forced colours (44, 54)', async () => {
    const emulated = await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
    expect(emulated).to.equal(inChromium);
    if (!emulated) return;
    for (const [title, subject] of Object.entries(subjects)) {
      for (const state of ['question', 'chosen', 'error'] as const) {
        const control = await reach(subject, state);
        fillAsPainted(control);
        await passesAxe(control, `${title}, ${state}`);
        control.remove();
      }
    }
  });

  for (const placement of placements) {
    it(`in a prompt as ${placement}, from the question to the thanks, light and dark, but for the sign of Close (18, 54)`, async () => {
      await fixture(html`<button id="anchor">Page</button>`);
      for (const theme of themes) {
        const asked = await opened({ placement, theme, anchor: '#anchor' });
        const survey: NpsSurvey = asked.survey;
        expect(isOpen(asked)).to.equal(true);
        await passesAxe(survey, `question, ${theme}`, [CLOSE]);
        await survey.submit();
        await passesAxe(survey, `error, ${theme}`, [CLOSE]);
        radios(survey)[9]!.click();
        await survey.submit();
        await settled();
        await passesAxe(survey, `thanks, ${theme}`, [CLOSE]);
        survey.remove();
      }
    });
  }
});
