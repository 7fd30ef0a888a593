import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';

import { everySurvey, walk } from './every-survey.js';

const inChromium = 'userAgentData' in navigator;

/** What is hit to choose or to go on: of a choice the whole box, not the radio in it. */
const TARGETS = '[part~=option], button:not([part=dismiss]), textarea, [type=email]';

describe('every survey under a finger', () => {
  before(async () => expect(await executeServerCommand('emulate-features', { pointer: 'coarse' })).to.equal(inChromium));
  after(() => executeServerCommand('emulate-features', {}));

  for (const each of everySurvey) {
    for (const density of ['regular', 'compact']) {
      it(`<${each.name} density="${density}"> has targets of at least 44 pixels in height (13)`, async () => {
        if (!inChromium) return;
        expect(matchMedia('(pointer: coarse)').matches).to.equal(true);
        let seen = 0;
        await walk(each, { density }, ({ shadowRoot }, state) => {
          for (const target of shadowRoot!.querySelectorAll<HTMLElement>(TARGETS)) {
            if (!target.checkVisibility()) continue;
            seen++;
            expect(target.getBoundingClientRect().height, `${state}: ${target.getAttribute('part')}`).to.be.at.least(44);
          }
        });
        expect(seen).to.be.above(0);
      });
    }
  }
});
