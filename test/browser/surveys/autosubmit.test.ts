import { sendKeys } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';

import { ask, chosen, find, next, radios, type Asked } from './survey.js';

/** A survey that sends what is chosen after half a second in which it can be undone. */
async function oneTap(attributes: Record<string, string> = {}): Promise<Asked> {
  return ask({ impressions: 'off', autosubmit: '', undo: '0.5', ...attributes });
}

const isPending = ({ survey }: Asked): boolean => survey.shadowRoot!.querySelector('[part=undo]') !== null;

/** Until a choice would have been sent, had it been one. */
const pass = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

describe('<nps-survey autosubmit>', () => {
  it('is off by default, and says before the group what choosing does (10)', async () => {
    const plain = await ask();
    expect(plain.survey.autosubmit).to.equal(false);
    expect(plain.survey.shadowRoot!.querySelector('[part=instruction]')).to.equal(null);
    const { survey } = await ask({ autosubmit: '' });
    const instruction = find(survey, '[part=instruction]');
    expect(instruction.textContent).to.contain('undo it for 4 seconds');
    expect(instruction.compareDocumentPosition(find(survey, 'fieldset'))).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(find(survey, 'fieldset').getAttribute('aria-describedby')).to.contain(instruction.id);
  });

  it('sends a tapped score when the time to undo has passed, and nothing before (10)', async () => {
    const asked = await oneTap();
    radios(asked.survey)[9]!.click();
    await waitUntil(() => isPending(asked));
    expect(asked.records).to.deep.equal([]);
    expect(find(asked.survey, '[part=pending] [role=status]').textContent).to.contain('in a moment');
    await waitUntil(() => asked.records.length > 0);
    expect(asked.records.map(({ status, answers }) => [status, answers])).to.deep.equal([['complete', { score: 9 }]]);
    await asked.survey.updateComplete;
    expect(find(asked.survey, '[part=thanks]').textContent).to.contain('Thank you');
  });

  it('takes a choice back on Undo, and sends nothing of it', async () => {
    const asked = await oneTap();
    radios(asked.survey)[9]!.click();
    await waitUntil(() => isPending(asked));
    find(asked.survey, '[part=undo]').click();
    await asked.survey.updateComplete;
    expect(chosen(asked.survey)).to.equal(undefined);
    expect(isPending(asked)).to.equal(false);
    await pass(2.2);
    expect(asked.records).to.deep.equal([]);
    expect(radios(asked.survey)).to.have.length(11);
  });

  it('takes two digits back on Undo to what was chosen before the first', async () => {
    const asked = await oneTap({ undo: '30' });
    radios(asked.survey)[0]!.focus();
    await sendKeys({ press: '1' });
    await sendKeys({ press: '0' });
    await waitUntil(() => isPending(asked));
    expect(chosen(asked.survey)).to.equal(10);
    find(asked.survey, '[part=undo]').click();
    await asked.survey.updateComplete;
    expect(chosen(asked.survey)).to.equal(undefined);
  });

  for (const [what, act] of [
    ['its form is reset', ({ survey }: Asked) => survey.closest('form')!.reset()],
    ['it becomes another survey', ({ survey }: Asked) => (survey.survey = 'another')],
    ['it is disabled', ({ survey }: Asked) => (survey.disabled = true)],
    ['it can only be read', ({ survey }: Asked) => (survey.readonly = true)],
  ] as const) {
    it(`sends nothing more once ${what}`, async () => {
      const asked = await oneTap();
      const form = document.createElement('form');
      asked.survey.before(form);
      form.append(asked.survey);
      await asked.survey.updateComplete;
      radios(asked.survey)[9]!.click();
      await waitUntil(() => isPending(asked));
      act(asked);
      await asked.survey.updateComplete;
      expect(isPending(asked)).to.equal(false);
      await pass(0.8);
      expect(asked.records.map(({ status }) => status)).to.not.include('complete');
      expect(asked.survey.shadowRoot!.querySelector('[part=thanks]')).to.equal(null);
    });
  }

  it('waits for as long as the focus is on Undo', async () => {
    const asked = await oneTap();
    radios(asked.survey)[9]!.click();
    await waitUntil(() => isPending(asked));
    find(asked.survey, '[part=undo]').focus();
    await pass(0.8);
    expect(asked.records).to.deep.equal([]);
    find(asked.survey, '[part=undo]').blur();
    await waitUntil(() => asked.records.length > 0);
  });

  for (const [name, keys, score] of [
    ['Space', ['ArrowRight', ' '], 1],
    ['Enter', ['ArrowRight', 'Enter'], 1],
    ['a digit that can become no other', ['7'], 7],
    ['two digits', ['1', '0'], 10],
    ['a digit that becomes no other in time', ['1'], 1],
  ] as const) {
    it(`commits by ${name} (10)`, async () => {
      const asked = await oneTap();
      radios(asked.survey)[0]!.focus();
      for (const press of keys) await sendKeys({ press });
      await waitUntil(() => asked.records.length > 0, undefined, { timeout: 3000 });
      expect(asked.records.map(({ status, answers }) => [status, answers])).to.deep.equal([['complete', { score }]]);
    });
  }

  it('submits nothing by arrows, Home and End (9)', async () => {
    const asked = await oneTap();
    radios(asked.survey)[0]!.focus();
    for (const press of ['ArrowRight', 'End', 'Home', 'ArrowLeft']) await sendKeys({ press });
    await pass(0.8);
    expect(isPending(asked)).to.equal(false);
    expect(asked.records.map(({ status }) => status)).to.not.include('complete');
    expect(chosen(asked.survey)).to.equal(10);
  });

  it('leaves it to the button once somebody writes', async () => {
    const asked = await oneTap();
    radios(asked.survey)[9]!.click();
    await waitUntil(() => isPending(asked));
    const comment = find<HTMLTextAreaElement>(asked.survey, 'textarea');
    comment.focus();
    await sendKeys({ type: 'Hi' });
    await pass(0.8);
    expect(asked.records.map(({ status }) => status)).to.not.include('complete');
    find(asked.survey, '[part=submit]').click();
    expect(asked.records.at(-1)).to.deep.include({ status: 'complete', answers: { score: 9, comment: 'Hi' } });
  });

  it('lets the score go when the page hides within the time to undo, as no more than a partial one', async () => {
    const asked = await oneTap({ undo: '30' });
    radios(asked.survey)[9]!.click();
    await waitUntil(() => isPending(asked));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(asked.records.map(({ status, answers }) => [status, answers])).to.deep.equal([['partial', { score: 9 }]]);
  });

  it('does nothing more once it is removed', async () => {
    const asked = await oneTap();
    radios(asked.survey)[9]!.click();
    await waitUntil(() => isPending(asked));
    const leaving = next<HTMLElementEventMap['askwell-response']>(document, 'askwell-response');
    asked.survey.remove();
    expect((await leaving).record.status).to.equal('partial');
    await pass(0.8);
    expect(asked.records).to.deep.equal([]);
  });

  for (const undo of ['abc', '-1', 'Infinity']) {
    it(`leaves 4 seconds to undo where the attribute says "${undo}"`, async () => {
      const { survey } = await oneTap({ undo });
      expect(find(survey, '[part=instruction]').textContent).to.contain('4 seconds');
      expect(survey.undo).to.equal(4);
    });
  }
});
