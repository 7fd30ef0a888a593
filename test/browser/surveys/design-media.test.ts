import { emulateMedia, executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { SurveyElement } from '@askwell/surveys';
import { expect, fixture, html } from '@open-wc/testing';

import { contrastOn, paint } from './contrast.js';
import { everySurvey, oneOfEach, seenTexts, walk } from './every-survey.js';
import { resize, settled } from './prompt.js';
import { askBy, find } from './survey.js';

const inChromium = 'userAgentData' in navigator;

/** Sets media features for one test; answers false in an engine that cannot, as all but Chromium. */
async function emulated(features: Record<string, string>, test: () => Promise<void>): Promise<void> {
  const can = await executeServerCommand('emulate-features', features);
  expect(can).to.equal(inChromium);
  if (!can) return;
  try {
    await test();
  } finally {
    await executeServerCommand('emulate-features', {});
  }
}

/** A survey that is open at the wish of the visitor, and so at once. */
async function openAt(placement: string, more: Record<string, string> = {}): Promise<SurveyElement> {
  const attributes = { preview: '', placement, ...more };
  const { survey } = await askBy('nps-survey', { attributes });
  const opened = new Promise((open) => survey.addEventListener('askwell-open', open, { once: true }));
  await survey.open();
  await opened;
  await settled();
  await Promise.all(find(survey, '#surface').getAnimations().map(({ finished }) => finished));
  return survey;
}

const PLACEMENTS = [
  ['corner', {}],
  ['corner', { at: 'start' }],
  ['sheet', {}],
  ['banner', { at: 'top' }],
  ['banner', { at: 'bottom' }],
  ['modal', {}],
  ['anchor', { anchor: '#anchor' }],
  ['tab', {}],
] as const;

const nameOf = (placement: string, more: object): string => [placement, ...Object.values(more)].join(' ');

/** What shows the focus: the box of a choice, else the control itself. */
function ringed({ shadowRoot }: SurveyElement): Element | null {
  const active = shadowRoot!.activeElement;
  return active?.closest('[part~=option]') ?? active;
}

/** What could cut the ring of an element off: the boxes around it that do not let it stick out, and the window. */
function frames(element: Element, fixed: boolean): DOMRect[] {
  const found = fixed ? [new DOMRect(0, 0, document.documentElement.clientWidth, innerHeight)] : [];
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (getComputedStyle(each).overflowY === 'visible') continue;
    const { left, top } = each.getBoundingClientRect();
    found.push(new DOMRect(left + each.clientLeft, top + each.clientTop, each.clientWidth, each.clientHeight));
  }
  return found;
}

function expectRing(element: Element, fixed: boolean, where: string): void {
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
  const what = `${where}: the ring of ${element.part.value || element.localName}`;
  expect(outlineStyle, what).to.equal('solid');
  expect(parseFloat(outlineWidth), what).to.be.at.least(2);
  const offset = parseFloat(outlineOffset);
  // It stands between the control and what is around it, or within the control.
  expect(contrastOn(offset < 0 ? element : element.parentElement, outlineColor), what).to.be.at.least(3);
  const reach = offset + parseFloat(outlineWidth);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  for (const frame of frames(element, fixed)) {
    const cut = [frame.left - left + reach, right + reach - frame.right, frame.top - top + reach, bottom + reach - frame.bottom];
    expect(Math.max(...cut), `${what} is cut off by ${cut.map(Math.round)}`).to.be.at.most(0.5);
  }
}

/** Goes through a survey by Tab and looks at every ring. It stops at the last: Firefox shows no ring once the focus has left the page. */
async function tabThrough(survey: SurveyElement, fixed: boolean, where: string): Promise<number> {
  const stops = survey.shadowRoot!.querySelectorAll(':is(input:not([tabindex="-1"]), textarea, button):enabled, a');
  for (let tabs = 1; tabs < 30; tabs++) {
    await sendKeys({ press: 'Tab' });
    const element = ringed(survey);
    expect(element, `${where}: stop ${tabs}`).to.not.equal(null);
    expectRing(element!, fixed, where);
    if (element!.contains([...stops].at(-1)!)) return tabs;
  }
  throw new Error(`${where}: Tab never comes to the last stop.`);
}

describe('the focus ring of the surveys', () => {
  for (const each of everySurvey) {
    it(`<${each.name}> shows it at each stop of Tab: 2 pixels, 3:1, not clipped (41, 43)`, async () => {
      for (const theme of ['light', 'dark']) {
        const before = await fixture<HTMLElement>(html`<button>before</button>`);
        await walk(each, { theme }, async (survey, state) => {
          before.focus();
          expect(await tabThrough(survey, false, state), state).to.be.at.least(1);
        });
      }
    });
  }

  for (const [placement, more] of PLACEMENTS) {
    it(`is not clipped in a prompt: ${nameOf(placement, more)} (43)`, async () => {
      await fixture(html`<button id="anchor" style="margin-block: 100px">anchor</button>`);
      for (const [width, height] of [[1280, 720], [320, 256]] as const) {
        if (!(await resize(width, height)) && width === 320) continue;
        const survey = await openAt(placement, more);
        const where = `${nameOf(placement, more)} at ${width} × ${height}`;
        // From a control that was reached by key, the ring goes along.
        await sendKeys({ press: 'Tab' });
        for (const button of survey.shadowRoot!.querySelectorAll<HTMLElement>('[part=dismiss], [part=launcher]')) {
          button.focus();
          expectRing(ringed(survey)!, true, where);
        }
        find(survey, '#title').focus();
        expect(await tabThrough(survey, true, where), where).to.be.at.least(3);
        survey.remove();
      }
      await resize(800, 600);
    });
  }
});

describe('the surveys and what their readers have set', () => {
  for (const each of everySurvey) {
    it(`<${each.name}> keeps borders, the chosen one and texts in forced colours (44)`, async () => {
      await emulated({ 'forced-colors': 'active' }, () =>
        walk(each, {}, (survey, state) => {
          for (const element of survey.shadowRoot!.querySelectorAll('*')) {
            expect(getComputedStyle(element).forcedColorAdjust, state).to.be.oneOf(['auto', 'preserve-parent-color']);
          }
          for (const control of survey.shadowRoot!.querySelectorAll('[part~=option], button, textarea, [type=email]')) {
            const { borderBottomStyle, borderBottomWidth, borderBottomColor } = getComputedStyle(control);
            expect(borderBottomStyle, state).to.equal('solid');
            expect(parseFloat(borderBottomWidth), state).to.be.at.least(1);
            if (control.matches('[part~=selected]')) expect(parseFloat(borderBottomWidth), state).to.be.at.least(3);
            expect(contrastOn(control.parentElement, borderBottomColor), `${state}: ${control.part}`).to.be.at.least(3);
          }
          for (const { text, element } of seenTexts(survey)) {
            expect(contrastOn(element, getComputedStyle(element).color), `${state}: "${text}"`).to.be.at.least(4.5);
          }
        }),
      );
    });

    it(`<${each.name}> has stronger borders and no translucent text where more contrast is asked for (46)`, async () => {
      await emulated({ 'prefers-contrast': 'more' }, async () => {
        for (const theme of ['light', 'dark']) {
          await walk(each, { theme }, (survey, state) => {
            for (const { text, element } of seenTexts(survey)) {
              expect(contrastOn(element, getComputedStyle(element).color), `${state}: "${text}"`).to.be.at.least(4.5);
              for (let each: Element | null = element; each; each = each.parentElement) {
                expect(getComputedStyle(each).opacity, `${state}: "${text}"`).to.equal('1');
              }
            }
            for (const control of survey.shadowRoot!.querySelectorAll('[part~=option]:not(:has(.star)), button, textarea, [type=email]')) {
              expect(contrastOn(control.parentElement, getComputedStyle(control).borderTopColor), `${state}: ${control.part}`).to.be.at.least(7);
            }
          });
        }
      });
    });
  }

  it('shows Close, the focus and the edge of a prompt in forced colours (44)', async () => {
    await emulated({ 'forced-colors': 'active' }, async () => {
      for (const [placement, more] of PLACEMENTS.filter(([name]) => name !== 'anchor')) {
        const survey = await openAt(placement, more);
        const surface = find(survey, '#surface');
        const close = find(survey, '[part=dismiss]');
        expect(close.textContent).to.equal('×');
        expect(contrastOn(close, getComputedStyle(close).color), placement).to.be.at.least(4.5);
        expect(contrastOn(document.body, getComputedStyle(surface).borderTopColor), placement).to.be.at.least(3);
        await tabThrough(survey, true, placement);
        survey.remove();
      }
    });
  });

  it('moves nothing where less motion is asked for, and a prompt closes all the same (45)', async () => {
    const seconds = (list: string): number => Math.max(...list.split(', ').map((each) => parseFloat(each)));
    await emulated({ 'prefers-reduced-motion': 'reduce' }, async () => {
      for (const [placement, more] of PLACEMENTS) {
        const survey = await openAt(placement, more);
        const surface = find(survey, '#surface');
        for (const element of survey.shadowRoot!.querySelectorAll('*')) {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
          expect(seconds(transitionDuration), placement).to.be.at.most(0.001);
          expect(animationName === 'none' || seconds(animationDuration) <= 0.001, placement).to.equal(true);
        }
        survey.dismiss();
        await survey.updateComplete;
        expect(surface.isConnected && surface.matches(':popover-open, [open]'), placement).to.equal(false);
        survey.remove();
      }
    });
  });

  it('moves nothing in a survey in line, whatever is asked for (45)', async () => {
    for (const each of oneOfEach) {
      await walk(each, {}, (survey, state) => expect(survey.shadowRoot!.getAnimations?.() ?? [], state).to.deep.equal([]));
    }
  });

  it('follows the dark scheme of the system (41)', async () => {
    if (!inChromium) return;
    for (const each of oneOfEach) {
      const papers: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await emulateMedia({ colorScheme });
        await walk({ ...each, acts: {} }, {}, (survey) => papers.push(getComputedStyle(find(survey, '[part=surface]')).backgroundColor));
      }
      await emulateMedia({ colorScheme: 'light' });
      const [light, dark] = paint(papers.map((paper) => [paper]));
      expect(light![0], each.name).to.be.above(240);
      expect(dark![0], each.name).to.be.below(40);
    }
  });
});

describe('prompts in a small window', () => {
  for (const [placement, more] of PLACEMENTS) {
    it(`scroll inside and have everything within reach at 320 × 256 pixels: ${nameOf(placement, more)} (47)`, async () => {
      await fixture(html`<button id="anchor">anchor</button>`);
      // Where the driver cannot make the window small, the prompt is all there anyway.
      const small = await resize(320, 256);
      const survey = await openAt(placement, more);
      survey.shadowRoot!.querySelectorAll<HTMLElement>('[type=radio]')[3]!.click();
      await survey.updateComplete;
      const body = find(survey, '#body');
      expect(body.scrollWidth).to.be.at.most(body.clientWidth);
      expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
      if (small) expect(body.scrollHeight).to.be.above(body.clientHeight);
      for (const control of survey.shadowRoot!.querySelectorAll('#surface :is(button, textarea, [part~=option])')) {
        control.scrollIntoView({ block: 'nearest' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const inside = left >= -1 && top >= -1 && right <= document.documentElement.clientWidth + 1 && bottom <= innerHeight + 1;
        expect(inside, `${control.part}: ${[left, top, right, bottom].map(Math.round)}`).to.equal(true);
      }
      survey.remove();
      await resize(800, 600);
    });
  }
});
