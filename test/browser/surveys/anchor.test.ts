import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { hitAt, isOpen, opened, settled, surfaceOf } from './prompt.js';
import { find, radios, type Asked } from './survey.js';

const page = () =>
  fixture<HTMLElement>(html`<div style="height: 3000px"><button id="anchor" style="position: absolute; inset: 40px auto auto 300px">Anchor</button></div>`);

const distance = (asked: Asked, anchor: Element): number => surfaceOf(asked).getBoundingClientRect().top - anchor.getBoundingClientRect().bottom;

const inCorner = (asked: Asked): boolean => {
  const { right, bottom } = surfaceOf(asked).getBoundingClientRect();
  return innerHeight - bottom < 40 && innerWidth - right < 60;
};

describe('<nps-survey placement="anchor">', () => {
  it('stands beside its anchor, follows it and takes no focus (16, 18)', async () => {
    const anchor = (await page()).querySelector('button')!;
    anchor.focus();
    const asked = await opened({ placement: 'anchor', anchor: '#anchor' });
    await waitUntil(() => distance(asked, anchor) === 8);
    expect(document.activeElement === anchor).to.equal(true);
    expect(hitAt(anchor) === anchor).to.equal(true);
    const { left, right } = surfaceOf(asked).getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    anchor.style.top = '70px';
    await waitUntil(() => Math.round(distance(asked, anchor)) === 8);
    await expect(asked.survey).to.be.accessible();
  });

  it('moves to the corner when its anchor leaves, stays usable there, and comes back to a new one (27)', async () => {
    const holder = await page();
    const anchor = holder.querySelector('button')!;
    const asked = await opened({ placement: 'anchor', anchor: '#anchor' });
    await waitUntil(() => distance(asked, anchor) === 8);
    const next = anchor.cloneNode(true) as HTMLElement;
    anchor.remove();
    await waitUntil(() => inCorner(asked));
    radios(asked.survey)[8]!.click();
    expect(hitAt(find(asked.survey, '[part=dismiss]')) === asked.survey).to.equal(true);
    holder.append(next);
    await waitUntil(() => Math.round(distance(asked, next)) === 8);
    expect(asked.survey.shadowRoot!.querySelector<HTMLInputElement>('input:checked')?.value).to.equal('8');
  });

  it('moves to the corner while its anchor is hidden or scrolled away (27)', async () => {
    const anchor = (await page()).querySelector('button')!;
    const asked = await opened({ placement: 'anchor', anchor: '#anchor' });
    await waitUntil(() => distance(asked, anchor) === 8);
    anchor.style.display = 'none';
    await waitUntil(() => inCorner(asked));
    anchor.style.display = '';
    await waitUntil(() => Math.round(distance(asked, anchor)) === 8);
    scrollTo(0, 1500);
    await waitUntil(() => inCorner(asked));
    scrollTo(0, 0);
    await waitUntil(() => Math.round(distance(asked, anchor)) === 8);
  });

  it('stands in the corner when there is no such anchor, or no such selector (27)', async () => {
    const asked = await opened({ placement: 'anchor', anchor: '#nowhere(' });
    expect(isOpen(asked)).to.equal(true);
    expect(inCorner(asked)).to.equal(true);
  });

  it('stands at the side where lines start, in either direction (50)', async () => {
    for (const [dir, edge] of [['ltr', 'left'], ['rtl', 'right']] as const) {
      const anchor = await fixture<HTMLElement>(html`<span id=${edge} style="position: fixed; inset: 50% auto auto ${innerWidth / 2}px">Anchor</span>`);
      const asked = await opened({ placement: 'anchor', dir, at: 'start', anchor: `#${edge}`, style: '--askwell-max-width: 12rem' });
      await waitUntil(() => {
        const surface = asked.survey.shadowRoot!.querySelector('[part=surface]')?.getBoundingClientRect();
        const { left, right } = anchor.getBoundingClientRect();
        return surface && Math.round(edge === 'left' ? left - surface.right : surface.left - right) === 8;
      }, `${dir} ${edge}`);
      asked.survey.remove();
    }
  });

  it('leaves the place below its anchor to what has the focus there (25)', async () => {
    const anchor = (await page()).querySelector('button')!;
    const asked = await opened({ placement: 'anchor', anchor: '#anchor' });
    await waitUntil(() => distance(asked, anchor) === 8);
    const { left, top } = surfaceOf(asked).getBoundingClientRect();
    const button = await fixture<HTMLButtonElement>(html`<button>Page</button>`);
    Object.assign(button.style, { position: 'fixed', left: `${left + 40}px`, top: `${top + 30}px` });
    button.focus();
    await waitUntil(() => hitAt(button) === button);
    anchor.focus();
    await settled();
    await waitUntil(() => Math.round(distance(asked, anchor)) === 8);
  });
});
