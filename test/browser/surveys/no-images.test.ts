import { expect } from '@open-wc/testing';

import { settled } from './prompt.js';
import { reach, states, subjects } from './subjects.js';
import { ask } from './survey.js';

/** What would be fetched to show an element: pictures, fonts and sheets. */
function fetchedBy(element: Element): string[] {
  const { adoptedStyleSheets } = element.shadowRoot!;
  const rules = adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  const sources = element.shadowRoot!.querySelectorAll('img, image, picture, video, object, embed, iframe, link, style, use, [src], [srcset], [style*=url]');
  return [...rules.filter((rule) => /url\(|image-set\(|@import|@font-face/.test(rule)), ...[...sources].map(({ outerHTML }) => outerHTML)];
}

const shown = (): string[] =>
  (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ initiatorType, name }) => /^(img|image|css|link)$/.test(initiatorType) && !/\.(js|ts)$/.test(new URL(name).pathname))
    .map(({ name }) => name);

describe('where images and fonts are blocked', () => {
  for (const [title, subject] of Object.entries(subjects)) {
    it(`a ${title} looks the same: it fetches neither (49)`, async () => {
      for (const state of states) {
        if (state === 'thanks' && subject.tag === 'rating-scale') continue;
        const control = await reach(subject, state);
        expect(control.shadowRoot!.adoptedStyleSheets.length).to.be.above(0);
        expect(fetchedBy(control), state).to.deep.equal([]);
        control.remove();
      }
      expect(shown()).to.deep.equal([]);
    });
  }

  for (const placement of ['corner', 'sheet', 'banner', 'modal', 'anchor', 'tab']) {
    it(`a prompt as ${placement} looks the same: it fetches neither (49)`, async () => {
      const { survey } = await ask({ placement, anchor: 'body', preview: '' });
      await survey.open();
      await settled();
      expect(fetchedBy(survey)).to.deep.equal([]);
      expect(shown()).to.deep.equal([]);
    });
  }
});
