import type { SurveyElement } from '@askwell/surveys';
import { expect } from '@open-wc/testing';

import { everySurvey, oneOfEach, seenTexts, walk, type SeenText } from './every-survey.js';
import { find } from './survey.js';

/** What layouts are rounded to. */
const ROUNDED = 1;

/** Words as long as languages have them, made up for these tests. They say nothing. */
const LONG_WORDS = {
  de: 'Kundenzufriedenheitsbefragungsteilnahmebestätigungsschreiben unter Berücksichtigung aller Weiterempfehlungswahrscheinlichkeiten',
  fi: 'Epäjärjestelmällistyttämättömyydellänsäkäänköhän asiakastyytyväisyyskyselytutkimuksessammekaan',
  el: 'Ηλεκτροεγκεφαλογραφηματοποιημένων πελατοκεντρικοτήτων αλληλοσυμπληρωματικότητα',
  ml: 'തിരുവനന്തപുരത്തുകാരിയായിരുന്നതുകൊണ്ടുതന്നെയാണെന്നുള്ളതിനെക്കുറിച്ചുള്ളതാണല്ലോ',
};

const longDefinitions = (text: string): Record<string, object | undefined> => {
  const thanks = { text, link: { href: 'https://example.org/', text } };
  const rated = { question: text, anchorStart: text, anchorEnd: text, followUp: text, submit: text, thanks };
  const options = ['a', 'b', 'c'].map((id) => ({ id, label: text }));
  return {
    'nps-survey': { kind: 'nps', ...rated },
    'csat-survey': { kind: 'csat', labels: Array.from({ length: 5 }, () => text), ...rated },
    'ces-survey': { kind: 'ces', ...rated },
    'feedback-prompt': { kind: 'feedback', question: text, submit: text, thanks },
    'survey-form': {
      kind: 'form',
      question: text,
      submit: text,
      thanks,
      steps: [
        { id: 'score', type: 'rating', section: text, question: text, hint: text, scale: [1, 5], look: 'faces', labels: options.concat(options.slice(1)).map(() => text), required: true },
        { id: 'one', type: 'choice', question: text, options },
        { id: 'many', type: 'choice', multiple: true, question: text, options },
        { id: 'text', type: 'text', question: text },
        { id: 'mail', type: 'contact', question: text },
      ],
    },
  };
};

/** Makes room for a survey, as wide as it is said, with the styles that a reader has forced upon the page. */
function inRoom(survey: SurveyElement, width: number, styles: Partial<CSSStyleDeclaration> = {}): void {
  Object.assign(survey.parentElement!.style, { inlineSize: `${width}px`, ...styles });
}

const isInside = (inner: DOMRect, outer: DOMRect): boolean =>
  inner.left >= outer.left - ROUNDED && inner.right <= outer.right + ROUNDED && inner.top >= outer.top - ROUNDED && inner.bottom <= outer.bottom + ROUNDED;

/** How far two texts lie over one another, at the most. */
const overlap = (one: SeenText, other: SeenText): number =>
  Math.max(
    ...one.lines.flatMap((line) =>
      other.lines.map((beside) =>
        Math.min(
          Math.min(line.right, beside.right) - Math.max(line.left, beside.left),
          Math.min(line.bottom, beside.bottom) - Math.max(line.top, beside.top),
        ),
      ),
    ),
  );

const isFixed = (element: Element): boolean => element.matches('[part~=option], button');

/** Nothing sticks out of the survey or of its own box, lies over another text, or makes anything scroll sideways. */
function expectToFit(survey: SurveyElement, state: string): void {
  const surface = find(survey, '[part=surface]');
  const outer = surface.getBoundingClientRect();
  expect(survey.scrollWidth, `${state}: the width of what it holds`).to.be.at.most(survey.clientWidth + ROUNDED);
  for (const control of survey.shadowRoot!.querySelectorAll('[part~=option], button, textarea, [type=email], [type=checkbox]')) {
    expect(isInside(control.getBoundingClientRect(), outer), `${state}: ${control.part} is inside`).to.equal(true);
  }
  const texts = seenTexts(survey);
  for (const [index, one] of texts.entries()) {
    const { text, element, lines } = one;
    const box = element.closest('[part~=option], button') ?? surface;
    for (const line of lines) expect(isInside(line, box.getBoundingClientRect()), `${state}: "${text}" is inside of ${box.part}`).to.equal(true);
    for (const other of texts.slice(index + 1)) {
      // Lines of tall letters reach into the next one.
      const allowed = isFixed(element) || isFixed(other.element) ? ROUNDED : 4;
      expect(overlap(one, other), `${state}: "${text}" and "${other.text}" overlap`).to.be.at.most(allowed);
    }
  }
}

describe('the layout of the surveys', () => {
  for (const each of everySurvey) {
    it(`<${each.name}> fits into 320 pixels, in every density, and into 640 with text of 200 % (47)`, async () => {
      for (const density of ['compact', 'regular', 'roomy']) {
        await walk(each, { density }, (survey, state) => {
          inRoom(survey, 320);
          expectToFit(survey, state);
        });
      }
      const root = document.documentElement.style;
      root.fontSize = '200%';
      try {
        await walk(each, {}, (survey, state) => {
          inRoom(survey, 640);
          expectToFit(survey, `${state} at 200 %`);
        });
      } finally {
        root.fontSize = '';
      }
    });

    it(`<${each.name}> clips nothing with the text spacing of WCAG 1.4.12 at 320 pixels (48)`, async () => {
      await walk(each, {}, (survey, state) => {
        inRoom(survey, 320, { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' });
        expectToFit(survey, state);
      });
    });

    it(`<${each.name}> is mirrored where text runs from right to left; the numbers stay as they are (50)`, async () => {
      const seen: Record<string, { text: string; start: number }[]> = {};
      for (const dir of ['ltr', 'rtl']) {
        await walk(each, { dir }, (survey, state) => {
          inRoom(survey, 480);
          const { left, right } = find(survey, '[part=surface]').getBoundingClientRect();
          const boxes = [...survey.shadowRoot!.querySelectorAll('[part~=option], [part^=anchor-], button, fieldset, textarea, [type=email]')];
          seen[`${dir} ${state.replace(dir, '')}`] = boxes.map((box) => {
            const rect = box.getBoundingClientRect();
            return { text: box.textContent.trim(), start: Math.round(dir === 'ltr' ? rect.left - left : right - rect.right) };
          });
        });
      }
      const states = Object.keys(seen).filter((state) => state.startsWith('ltr'));
      expect(states).to.have.length(Object.keys(each.acts).length + 1);
      for (const state of states) {
        const mirrored = seen[state.replace('ltr', 'rtl')]!;
        expect(mirrored.map(({ text }) => text), state).to.deep.equal(seen[state]!.map(({ text }) => text));
        for (const [index, { text, start }] of seen[state]!.entries()) {
          expect(mirrored[index]!.start, `${state}: ${text}`).to.be.closeTo(start, 2);
        }
      }
    });
  }

  for (const [language, text] of Object.entries(LONG_WORDS)) {
    it(`wraps the longest words of ${language} at 320 pixels, without overlap (52)`, async () => {
      for (const each of oneOfEach) {
        const definition = longDefinitions(text)[each.tag];
        const own = { label: text, 'anchor-start': text, 'anchor-end': text };
        const attributes = definition ? each.attributes : { ...each.attributes, ...own };
        await walk({ ...each, attributes: attributes ?? {}, properties: { ...each.properties, definition } }, { lang: 'en' }, (survey, state) => {
          inRoom(survey, 320);
          find(survey, '[part=surface]').lang = language;
          expectToFit(survey, `${state} in ${language}`);
        });
      }
    });
  }

  it('loads neither pictures nor fonts: nothing is missing without them (49)', async () => {
    for (const each of everySurvey) {
      await walk(each, {}, ({ shadowRoot }, state) => {
        const sheets = shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
        expect(sheets.match(/url\(|@font-face|@import/g), state).to.equal(null);
        expect(shadowRoot!.querySelector('img, image, picture, video, object, use, link, style'), state).to.equal(null);
      });
    }
  });

  for (const each of oneOfEach) {
    it(`<${each.name}> takes more room in each density, and its rows grow with the tokens`, async () => {
      const heights: number[] = [];
      const rows: number[] = [];
      for (const density of ['compact', 'regular', 'roomy']) {
        await walk({ ...each, acts: {} }, { density }, (survey) => {
          inRoom(survey, 480);
          heights.push(survey.getBoundingClientRect().height);
          rows.push(Math.round(find(survey, '[part~=option]').getBoundingClientRect().height));
        });
      }
      expect(heights[0]).to.be.below(heights[1]!);
      expect(heights[1]).to.be.below(heights[2]!);
      expect(rows[0]).to.be.at.least(24);
      await walk({ ...each, acts: {} }, {}, async (survey) => {
        survey.style.setProperty('--askwell-target', '4rem');
        expect(find(survey, '[part~=option]').getBoundingClientRect().height).to.be.at.least(64);
      });
    });
  }
});
