import '@askwell/surveys/define/rating-scale.js';
import { expect, fixture, html } from '@open-wc/testing';

import { expectTree } from './tree.js';

const inWebKit = !('userAgentData' in navigator) && !navigator.userAgent.includes('Firefox');

/** WebKit makes a group of any element that has an `aria-label`. */
const host = inWebKit ? 'group "Your room"\n' : '';

describe('<rating-scale> without a label of its own', () => {
  it('is named by the label of the page, by the words that it has now (40, 55)', async () => {
    const holder = await fixture(html`<div><label for="room">Your room</label><rating-scale id="room"></rating-scale></div>`);
    await expectTree('text "Your room"\nradiogroup "Your room"\n  radio "1" "2" "3" "4" "5"', 'label');
    holder.querySelector('label')!.textContent = 'Your suite';
    holder.querySelector('rating-scale')!.focus();
    await expectTree('text "Your suite"\nradiogroup "Your suite"\n  radio "1" "2" "3" "4" "5"', 'changed label');
  });

  it('is named by its aria-label, which goes before a label of the page (40, 55)', async () => {
    const holder = await fixture(html`<div>
      <label for="room">Room</label><rating-scale id="room" aria-label="Your room"></rating-scale>
    </div>`);
    await expectTree(`text "Room"\n${host}radiogroup "Your room"\n  radio "1" "2" "3" "4" "5"`, 'both');
    holder.querySelector('rating-scale')!.setAttribute('aria-label', 'Your suite');
    await expectTree(`text "Room"\n${host.replace('room', 'suite')}radiogroup "Your suite"\n  radio "1" "2" "3" "4" "5"`, 'changed');
  });

  it('takes a whole label of its own before both (40, 55)', async () => {
    await fixture(html`<rating-scale label="Your room" aria-label="Room"></rating-scale>`);
    await expectTree(`${host.replace('Your room', 'Room')}radiogroup "Your room"\n  radio "1" "2" "3" "4" "5"`, 'label');
    expect(document.querySelector('rating-scale')!.shadowRoot!.querySelector('legend')!.textContent).to.equal('Your room');
  });
});
