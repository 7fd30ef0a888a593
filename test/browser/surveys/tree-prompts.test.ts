import { expect, waitUntil } from '@open-wc/testing';

import { isOpen, opened, settled } from './prompt.js';
import { ask, find, next, radios, type Asked } from './survey.js';
import { expectTree } from './tree.js';

const inWebKit = !('userAgentData' in navigator) && !navigator.userAgent.includes('Firefox');

const question = 'How likely is it that you would recommend us to a friend or colleague?';

const close = `
  button "Close"
    text "×"`;

const contents = `${close}
  form
    radiogroup required "${question}"
      radio "0, not at all likely" "1" "2" "3" "4" "5" "6" "7" "8" "9" "10, extremely likely"
    button "Ask me later" "Submit"
  status`;

/** Opens a prompt for somebody who asks for it. */
async function open(placement: string): Promise<Asked> {
  const page = document.body.appendChild(document.createElement('button'));
  page.id = 'anchor';
  page.textContent = 'Page';
  const asked = await ask({ placement, anchor: '#anchor', preview: '' });
  const opening = next(asked.survey, 'askwell-open');
  await asked.survey.open();
  // What opens it may still be on its way.
  await opening;
  await settled();
  expect(isOpen(asked)).to.equal(true);
  return asked;
}

/** What a test has put into the page; the live region stays, as it does in a page. */
afterEach(() => document.getElementById('anchor')?.remove());

describe('the accessibility tree of a prompt', () => {
  it('that opens by itself is as reviewed: a dialog that is not modal, and what the live region says (18, 19, 20, 55)', async () => {
    const { survey } = await opened({ preview: '' });
    const region = `
status
  text "A question has opened at the end of the page."`;
    await expectTree(`dialog "${question}"${contents}${region}`, 'question');
    radios(survey)[9]!.click();
    await survey.submit();
    const thanks = `dialog "Thank you for your answer."${close}
  heading "Thank you for your answer."
  button "Change my answer"
  status`;
    await expectTree(thanks + region, 'thanks');
    survey.remove();
    await expectTree('status', 'gone');
  });

  for (const placement of ['corner', 'sheet', 'banner', 'anchor']) {
    it(`that is asked for as ${placement} is as reviewed: said by the focus, not by the live region (18, 55)`, async () => {
      await open(placement);
      await expectTree(`status\nbutton "Page"\ndialog "${question}"${contents}`, placement);
    });
  }

  it('that is modal is as reviewed: nothing else is there (29, 55)', async () => {
    await open('modal');
    // WebDriver does not tell what is inert.
    await expectTree(`${inWebKit ? 'status\nbutton "Page"\n' : ''}dialog modal "${question}"${contents}`, 'modal');
  });

  it('behind a tab is as reviewed: a button that says whether it is open (18, 55)', async () => {
    const { survey } = await ask({ placement: 'tab', preview: '' });
    await waitUntil(() => survey.shadowRoot!.querySelector('[part=launcher]'));
    await expectTree('status\nbutton collapsed "Feedback"', 'closed');
    const opening = next(survey, 'askwell-open');
    find(survey, '[part=launcher]').click();
    await opening;
    await settled();
    await expectTree(`status\nbutton expanded "Feedback"\ndialog "${question}"${contents}`, 'open');
  });
});
