import { expect } from '@open-wc/testing';

import { opened, resize, surfaceOf } from './prompt.js';
import { find, radios } from './survey.js';

describe('<nps-survey placement="sheet">', () => {
  it('fills the bottom edge, at most four fifths of the window, with its contents in the middle', async () => {
    const asked = await opened({ placement: 'sheet' });
    const { left, right, bottom, height } = surfaceOf(asked).getBoundingClientRect();
    expect([left, right, bottom].map(Math.round)).to.deep.equal([0, document.documentElement.clientWidth, innerHeight]);
    expect(height).to.be.at.most(innerHeight * 0.8 + 1);
    const body = find(asked.survey, '#body').getBoundingClientRect();
    expect(body.width).to.be.at.most(36 * 16);
    expect(body.left).to.be.at.least(left);
    await expect(asked.survey).to.be.accessible();
  });

  it('scrolls inside at 400 % zoom, with every control in reach and nothing beyond the sides (47)', async () => {
    const [width, height] = [innerWidth, innerHeight];
    await resize(320, 256);
    const asked = await opened({ placement: 'sheet' });
    radios(asked.survey)[0]!.click();
    await asked.survey.updateComplete;
    const surface = surfaceOf(asked);
    expect(surface.scrollWidth).to.be.at.most(surface.clientWidth);
    const body = find(asked.survey, '#body');
    expect(body.scrollWidth).to.be.at.most(body.clientWidth);
    for (const selector of ['[part=option]', 'textarea', '[part=later]', '[part=submit]', '[part=dismiss]']) {
      const control = find(asked.survey, selector);
      control.scrollIntoView({ block: 'nearest' });
      const { top, bottom, left, right } = control.getBoundingClientRect();
      expect(top, selector).to.be.at.least(surface.getBoundingClientRect().top - 1);
      expect(bottom, selector).to.be.at.most(innerHeight + 1);
      expect(left, selector).to.be.at.least(0);
      expect(right, selector).to.be.at.most(innerWidth);
    }
    await resize(width, height);
  });
});

describe('<nps-survey placement="corner"> in a narrow window', () => {
  it('is a sheet below 480 pixels, at either side (50)', async () => {
    const [width, height] = [innerWidth, innerHeight];
    const narrow = await resize(320, 480);
    for (const at of ['end', 'start']) {
      const asked = await opened({ at });
      const { left, right, bottom } = surfaceOf(asked).getBoundingClientRect();
      if (narrow) expect([left, right, bottom].map(Math.round), at).to.deep.equal([0, 320, 480]);
      else expect(at === 'end' ? innerWidth - right : left, at).to.be.within(8, 40);
      asked.survey.remove();
    }
    await resize(width, height);
  });
});
