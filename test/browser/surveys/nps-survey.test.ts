import type { AskwellResponseEvent } from '@askwell/surveys';
import { recordFault } from '@askwell/core';
import { expect, waitUntil } from '@open-wc/testing';

import { ask, chosen, find, next, radios } from './survey.js';

const DAY = 86_400_000;

describe('<nps-survey>', () => {
  it('asks with eleven scores, two anchors and Submit, and with no follow-up yet', async () => {
    const { survey } = await ask({ product: 'Acme' });
    expect(find(survey, '#title').textContent).to.contain('recommend Acme to a friend');
    expect(radios(survey)).to.have.length(11);
    expect(find(survey, '[part=anchor-start]').textContent).to.equal('Not at all likely');
    expect(find(survey, '[part=anchor-end]').textContent).to.equal('Extremely likely');
    expect(find(survey, '[part=submit]').textContent).to.equal('Submit');
    expect(survey.shadowRoot!.querySelector('textarea')).to.equal(null);
  });

  for (const [score, question] of [
    [6, 'What should we change?'],
    [8, 'What would make it better for you?'],
    [9, 'What do you like most?'],
  ] as const) {
    it(`asks somebody who chose ${score}: ${question}`, async () => {
      const { survey } = await ask();
      radios(survey)[score]!.click();
      await survey.updateComplete;
      expect(find(survey, '[part=follow-up]').textContent).to.contain(question);
    });
  }

  it('announces revision 0 when it has been seen for a second, and never twice', async () => {
    const { survey, records } = await ask();
    const { record } = await next<AskwellResponseEvent>(survey, 'askwell-response');
    expect(record).to.include({ revision: 0, status: 'shown', survey: 'nps', kind: 'nps', wording: 'nps@1', channel: 'in-app' });
    expect(record.answers).to.deep.equal({});
    expect(record.respondent).to.equal(undefined);
    expect(recordFault(record)).to.equal(undefined);
    radios(survey)[4]!.click();
    const partial = (await next<AskwellResponseEvent>(survey, 'askwell-response')).record;
    expect(partial).to.include({ id: record.id, revision: 1, status: 'partial', shownAt: record.shownAt });
    expect(records.map(({ revision }) => revision)).to.deep.equal([0, 1]);
  });

  it('announces no impression with impressions="off"', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    await next(survey, 'askwell-draft');
    radios(survey)[4]!.click();
    await next(survey, 'askwell-response');
    expect(records.map(({ status }) => status)).to.deep.equal(['partial']);
  });

  it('sends the last chosen score, once, a second after the choice', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[2]!.click();
    radios(survey)[3]!.click();
    const { record } = await next<AskwellResponseEvent>(survey, 'askwell-response');
    expect(record.answers).to.deep.equal({ score: 3 });
    expect(records).to.have.length(1);
  });

  it('sends a waiting score at once when the page hides, and keeps the text on the device', async () => {
    const { survey, records, drafts } = await ask({ impressions: 'off' });
    radios(survey)[10]!.click();
    await survey.updateComplete;
    const comment = find<HTMLTextAreaElement>(survey, 'textarea');
    comment.value = 'Short queues';
    comment.dispatchEvent(new InputEvent('input', { bubbles: true }));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(records.map(({ answers }) => answers)).to.deep.equal([{ score: 10 }]);
    expect(drafts.at(-1)!.answers).to.deep.equal({ score: 10, comment: 'Short queues' });
  });

  it('keeps a score until Submit with partial="off"', async () => {
    const { survey, records } = await ask({ impressions: 'off', partial: 'off' });
    radios(survey)[10]!.click();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(records).to.deep.equal([]);
    await survey.submit();
    expect(records.map(({ status }) => status)).to.deep.equal(['complete']);
  });

  it('submits score and comment as one complete revision and thanks', async () => {
    const { survey, records } = await ask({ impressions: 'off', 'respondent-id': 'u1', survey: 'q4' });
    radios(survey)[9]!.click();
    await survey.updateComplete;
    const comment = find<HTMLTextAreaElement>(survey, 'textarea');
    comment.value = 'Friendly staff';
    comment.dispatchEvent(new InputEvent('input', { bubbles: true }));
    find(survey, '[part=submit]').click();
    await survey.updateComplete;
    expect(records).to.have.length(1);
    expect(records[0]).to.deep.include({
      revision: 1,
      survey: 'q4',
      status: 'complete',
      answers: { score: 9, comment: 'Friendly staff' },
      respondent: { id: 'u1' },
      scale: [0, 10],
    });
    expect(records[0]!.page).to.equal(location.origin + location.pathname);
    expect(recordFault(records[0])).to.equal(undefined);
    expect(find(survey, '[part=thanks]').textContent).to.equal('Thank you for your answer.');
  });

  it('says what became of the answer: saved, and then sent', async () => {
    const { survey } = await ask({ impressions: 'off' });
    let acknowledge = (): void => undefined;
    const sent = new Promise<void>((resolve) => (acknowledge = resolve));
    survey.addEventListener('askwell-response', (event) => event.waitUntil(Promise.resolve({ state: 'saved', sent })));
    radios(survey)[9]!.click();
    await survey.submit();
    await waitUntil(() => find(survey, '[part=status]').textContent.includes('Saved on this device'));
    acknowledge();
    await sent;
    await survey.updateComplete;
    expect(find(survey, '[part=status]').textContent).to.equal('Sent.');
  });

  it('claims nothing where nobody takes the answer', async () => {
    const { survey } = await ask({ impressions: 'off' });
    radios(survey)[9]!.click();
    await survey.submit();
    expect(find(survey, '[part=status]').textContent).to.equal('');
  });

  it('keeps the answers and says so when they could not be saved', async () => {
    const { survey, drafts } = await ask({ impressions: 'off' });
    survey.addEventListener('askwell-response', (event) => event.waitUntil(Promise.resolve({ state: 'blocked' })));
    radios(survey)[1]!.click();
    await survey.submit();
    await survey.updateComplete;
    expect(find(survey, '[part=error]').textContent).to.contain('Not saved');
    expect(chosen(survey)).to.equal(1);
    expect(drafts.at(-1)).to.deep.include({ status: 'partial', answers: { score: 1 } });
  });

  it('offers a copy of answers that could not be saved, and no more once they can be', async () => {
    const { survey } = await ask({ impressions: 'off' });
    let state: 'blocked' | 'sent' = 'blocked';
    survey.addEventListener('askwell-response', (event) => event.waitUntil(Promise.resolve({ state })));
    radios(survey)[1]!.click();
    await survey.updateComplete;
    const comment = find<HTMLTextAreaElement>(survey, 'textarea');
    comment.value = 'Zu langsam & "teuer"\nüberall \ud800';
    comment.dispatchEvent(new InputEvent('input'));
    expect(survey.shadowRoot!.querySelector('[part=copy]')).to.equal(null);
    await survey.submit();
    await survey.submit();
    expect(survey.shadowRoot!.querySelectorAll('[part=copy]').length).to.equal(1);
    const { download, href, textContent } = find<HTMLAnchorElement>(survey, '[role=status] > [part=copy]');
    expect([download, textContent]).to.deep.equal(['answer.txt', 'Save a copy']);
    expect(await (await fetch(href)).text()).to.equal('score,1\ncomment,Zu langsam & "teuer"\nüberall \ufffd');
    state = 'sent';
    await survey.submit();
    find(survey, '[part=change]').click();
    await survey.updateComplete;
    expect(survey.shadowRoot!.querySelector('[part=copy]')).to.equal(null);
  });

  it('sends a changed answer as the next revision of the same response', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[1]!.click();
    await survey.submit();
    find(survey, '[part=change]').click();
    await survey.updateComplete;
    radios(survey)[8]!.click();
    await survey.submit();
    expect(records.map(({ revision, answers }) => [revision, answers.score])).to.deep.equal([
      [1, 1],
      [2, 8],
    ]);
    expect(new Set(records.map(({ id }) => id)).size).to.equal(1);
  });

  it('goes on with the draft of a page that was closed, under its id', async () => {
    const { survey, records } = await ask({}, { revision: 2, answers: { score: 7, comment: 'Wi-Fi' } });
    expect(chosen(survey)).to.equal(7);
    expect(find<HTMLTextAreaElement>(survey, 'textarea').value).to.equal('Wi-Fi');
    await survey.submit();
    expect(records[0]).to.deep.include({ id: '0192a7d0-0000-7000-8000-000000000000', revision: 3 });
  });

  it('thanks a visitor who has answered instead of asking again', async () => {
    const { survey } = await ask({}, { status: 'complete', at: Date.now() - 89 * DAY });
    expect(find(survey, '[part=change]').textContent).to.equal('Change my answer');
    expect(radios(survey)).to.have.length(0);
  });

  for (const [again, days, asks] of [
    ['90', 91, true],
    ['30', 29, false],
    ['always', 0, true],
    ['never', 10_000, false],
  ] as const) {
    it(`${asks ? 'asks' : 'does not ask'} anew ${days} days after the answer with again="${again}"`, async () => {
      const { survey } = await ask({ again }, { status: 'complete', at: Date.now() - days * DAY });
      expect(radios(survey).length > 0).to.equal(asks);
    });
  }

  it('keeps answers and id when it is moved within the page', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    radios(survey)[5]!.click();
    survey.parentElement!.append(document.createElement('hr'), survey);
    await survey.updateComplete;
    expect(chosen(survey)).to.equal(5);
    await survey.submit();
    expect(records.map(({ revision, status }) => [revision, status])).to.deep.equal([[1, 'complete']]);
  });

  it('lets a waiting score leave when it is taken out of the page', async () => {
    const { survey } = await ask({ impressions: 'off' });
    radios(survey)[5]!.click();
    const leaving = next<AskwellResponseEvent>(document, 'askwell-response');
    survey.remove();
    expect((await leaving).record.answers).to.deep.equal({ score: 5 });
  });

  it('asks and tells nobody in preview', async () => {
    const { survey, records, drafts } = await ask({ preview: '' });
    radios(survey)[5]!.click();
    await survey.submit();
    expect(find(survey, '[part=thanks]').textContent).to.contain('Thank you');
    expect([records, drafts]).to.deep.equal([[], []]);
  });

  it('takes an own question and names its wording apart from the standard one', async () => {
    const { survey, records } = await ask({ impressions: 'off', question: 'Would you fly from {product} again?', product: 'SFO' });
    expect(find(survey, '#title').textContent).to.equal('Would you fly from SFO again?');
    radios(survey)[5]!.click();
    await survey.submit();
    expect(records[0]!.wording).to.equal('nps-own@1');
  });

  it('knows a question in its slot for another wording', async () => {
    const { survey, records } = await ask({ impressions: 'off' });
    survey.innerHTML = '<span slot="question">Would you come back?</span>';
    radios(survey)[5]!.click();
    await survey.submit();
    expect(records[0]!.wording).to.equal('nps-own@1');
  });

  it('goes on with the same answer when somebody signs in while answering, and starts anew for somebody else', async () => {
    const { survey, records } = await ask({ impressions: 'off', partial: 'off' });
    radios(survey)[9]!.click();
    survey.respondentId = 'ada';
    await survey.updateComplete;
    expect(chosen(survey)).to.equal(9);
    await survey.submit();
    expect(records[0]!.respondent).to.deep.equal({ id: 'ada' });
    survey.respondentId = 'bob';
    await survey.updateComplete;
    expect(radios(survey)).to.have.length(11);
    expect(chosen(survey)).to.equal(undefined);
  });

  it('sends a score again that may not have left before a crash', async () => {
    const { survey } = await ask({ impressions: 'off' }, { revision: 1, answers: { score: 9 } });
    const { record } = await next<AskwellResponseEvent>(survey, 'askwell-response');
    expect(record).to.deep.include({ revision: 2, status: 'partial', answers: { score: 9 } });
  });

  it('does not put an abandoned change back on the device', async () => {
    const { survey, drafts } = await ask({ impressions: 'off' });
    survey.addEventListener('askwell-response', (event) => event.waitUntil(Promise.resolve({ state: 'sent' })));
    radios(survey)[9]!.click();
    await survey.submit();
    find(survey, '[part=change]').click();
    await survey.updateComplete;
    radios(survey)[2]!.click();
    expect(drafts.at(-1)).to.deep.include({ status: 'complete', answers: {} });
  });

  it('moves out of the corner when it is placed inline, and takes no name of an object for a placement', async () => {
    const { survey } = await ask({ placement: 'corner' });
    await waitUntil(() => survey.shadowRoot!.querySelector('[popover]') !== null);
    survey.placement = 'inline';
    await survey.updateComplete;
    expect(getComputedStyle(find(survey, '[part=surface]')).position).to.equal('static');
    survey.setAttribute('placement', 'constructor');
    await survey.updateComplete;
    expect(radios(survey)).to.have.length(11);
  });

  it('has the same result whether a property is set before or after it is attached', async () => {
    const { survey } = await ask();
    survey.product = 'Acme';
    survey.lang = 'de';
    await waitUntil(() => find(survey, '#title').textContent.includes('dass du Acme'));
  });
});
