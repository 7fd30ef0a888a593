import { expect } from '@open-wc/testing';

import { opened, surfaceOf } from './prompt.js';

describe('<nps-survey placement="banner">', () => {
  for (const at of ['top', 'bottom']) {
    it(`is a bar along the ${at} of the window, as wide as it (16, 18)`, async () => {
      const asked = await opened({ placement: 'banner', at });
      const surface = surfaceOf(asked);
      const { left, right, top, bottom } = surface.getBoundingClientRect();
      expect([left, right].map(Math.round)).to.deep.equal([0, document.documentElement.clientWidth]);
      expect(Math.round(at === 'top' ? top : innerHeight - bottom)).to.equal(0);
      expect(surface.getAttribute('role')).to.equal('dialog');
      expect(surface.hasAttribute('aria-modal')).to.equal(false);
      expect(document.activeElement === document.body).to.equal(true);
    });
  }

  it('stands at the top when it is not told where', async () => {
    const asked = await opened({ placement: 'banner' });
    const { top, bottom } = surfaceOf(asked).getBoundingClientRect();
    expect(Math.round(top)).to.equal(0);
    expect(bottom).to.be.below(innerHeight / 2 + 150);
  });

  it('stands at the top when it is told to stand where no banner can, and says so once', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => void warnings.push(message);
    const asked = await opened({ placement: 'banner', at: 'ceiling' });
    console.warn = warn;
    expect(surfaceOf(asked).getBoundingClientRect().top).to.be.within(-1, 1);
    expect(warnings.filter((message) => message.includes('at="ceiling"'))).to.have.length(1);
    await expect(asked.survey).to.be.accessible();
  });
});
