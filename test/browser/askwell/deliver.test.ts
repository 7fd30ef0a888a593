import { NpsSurvey } from '@askwell/surveys';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { answerWith, ask, note, receiver, sent, stored, warnings } from './page.js';

let count = 0;
/** Every test has a survey and an endpoint of its own. */
const own = (): { survey: string; endpoint: string } => {
  count++;
  return { survey: `s${count}`, endpoint: `/feedback/${count}` };
};
const sentTo = (path: string): typeof sent => sent.filter(({ url }) => new URL(url).pathname === path);

describe('askwell/nps-survey.js', () => {
  beforeEach(() => {
    receiver(() => Promise.resolve(Response.json({ ok: true })));
    document.body.querySelectorAll('nps-survey').forEach((survey) => survey.remove());
  });

  it('posts the answer to the endpoint of the tag, under its key, and says that it was sent', async () => {
    const { survey: id, endpoint } = own();
    const survey = await ask({ survey: id, endpoint, 'respondent-id': 'u1' });
    await answerWith(survey, 9, 'Good coffee');
    await waitUntil(() => note(survey) === 'Sent.', 'it says that it was sent', { timeout: 8000 });
    const requests = sentTo(endpoint);
    expect(requests).to.have.length(1);
    const { record, init } = requests[0]!;
    expect(record).to.deep.include({ survey: id, answers: { score: 9, comment: 'Good coffee' }, respondent: { id: 'u1' } });
    expect(new Headers(init.headers).get('idempotency-key')).to.equal(`"${record.id}.${record.revision}"`);
  });

  it('leaves no word of the answer on the device once it was acknowledged', async () => {
    const { survey: id, endpoint } = own();
    const survey = await ask({ survey: id, endpoint });
    await answerWith(survey, 3, 'Unmistakable words');
    await waitUntil(() => note(survey) === 'Sent.', 'it says that it was sent', { timeout: 8000 });
    expect(await stored()).to.not.contain('Unmistakable');
  });

  it('keeps an answer that the network refuses and says that it is saved', async () => {
    receiver(() => Promise.reject(new TypeError('offline')));
    const { survey: id, endpoint } = own();
    const survey = await ask({ survey: id, endpoint });
    await answerWith(survey, 3, 'Kept words');
    await waitUntil(() => note(survey).startsWith('Saved on this device'));
    expect(await stored()).to.contain('Kept words');
    receiver(() => Promise.resolve(Response.json({ ok: true })));
    dispatchEvent(new Event('online'));
    await waitUntil(() => note(survey) === 'Sent.', 'it is sent when the network returns', { timeout: 8000 });
    expect(new Set(sentTo(endpoint).map(({ init }) => String(init.body))).size).to.equal(1);
  });

  it('announces an impression without queueing it, and once a visit', async () => {
    const { survey: id, endpoint } = own();
    const attributes = { survey: id, endpoint, impressions: 'on' };
    const survey = await ask(attributes);
    await waitUntil(() => sentTo(endpoint).length === 1, 'the impression is sent', { timeout: 4000 });
    expect(sentTo(endpoint)[0]!.record).to.include({ revision: 0, status: 'shown' });
    expect(sentTo(endpoint)[0]!.record).to.not.have.property('respondent');
    survey.remove();
    const again = await ask(attributes);
    await aTimeout(1500);
    expect(sentTo(endpoint)).to.have.length(1);
    await answerWith(again, 5);
    await waitUntil(() => sentTo(endpoint).length === 2);
    expect(sentTo(endpoint)[1]!.record.id).to.equal(sentTo(endpoint)[0]!.record.id);
  });

  it('remembers that a visitor has answered, apart from another one', async () => {
    const { survey: id, endpoint } = own();
    const first = await ask({ survey: id, endpoint, 'respondent-id': 'zoe' });
    await answerWith(first, 5);
    await waitUntil(() => note(first) === 'Sent.');
    const again = await ask({ survey: id, endpoint, 'respondent-id': 'zoe' });
    expect(again.shadowRoot!.querySelector('[part=change]')).to.not.equal(null);
    const other = await ask({ survey: id, endpoint, 'respondent-id': 'bob' });
    expect(other.shadowRoot!.querySelector('[part=change]')).to.equal(null);
    expect(JSON.stringify({ ...localStorage })).to.not.contain('zoe');
  });

  it('leaves delivery to a page that asks for it by preventDefault()', async () => {
    const { survey: id, endpoint } = own();
    const own_ = (event: Event): void => event.preventDefault();
    document.addEventListener('askwell-response', own_);
    const survey = await ask({ survey: id, endpoint });
    await answerWith(survey, 5);
    await aTimeout(50);
    document.removeEventListener('askwell-response', own_);
    expect(sentTo(endpoint)).to.deep.equal([]);
    expect(note(survey)).to.equal('');
  });

  it('leaves no word of the answer behind when the page delivers by itself', async () => {
    const { survey: id, endpoint } = own();
    const survey = await ask({ survey: id, endpoint });
    survey.addEventListener('askwell-response', (event) => event.preventDefault());
    await answerWith(survey, 5, 'For the page alone');
    expect(await stored()).to.not.contain('For the page alone');
  });

  it('never uses a revision for two bodies when two tabs go on with one response', async () => {
    const { survey: id, endpoint } = own();
    const first = await ask({ survey: id, endpoint });
    first.shadowRoot!.querySelectorAll('input')[3]!.click();
    const second = await ask({ survey: id, endpoint });
    await answerWith(first, 4, 'from the first');
    await waitUntil(() => note(first) === 'Sent.');
    await answerWith(second, 5, 'from the second');
    await waitUntil(() => note(second) === 'Sent.');
    const records = sentTo(endpoint).map(({ record }) => record);

    expect(new Set(records.map((record) => record.id)).size).to.equal(1);
    expect(records.map((record) => record.revision)).to.deep.equal([...new Set(records.map((record) => record.revision))]);
    expect(records.at(-1)!.answers).to.deep.equal({ score: 5, comment: 'from the second' });
  });

  it('thanks in a second tab too, once it is looked at', async () => {
    const { survey: id, endpoint } = own();
    const second = await ask({ survey: id, endpoint });
    const first = await ask({ survey: id, endpoint });
    await answerWith(first, 4);
    await waitUntil(() => second.shadowRoot!.querySelector('[part=thanks]') !== null, 'it thanks', { timeout: 4000 });
    expect(sentTo(endpoint).filter(({ record }) => record.status === 'complete')).to.have.length(1);
  });

  it('keeps the answer where the endpoint cannot even be read', async () => {
    const before = sent.length;
    const { survey: id } = own();
    const survey = await ask({ survey: id, endpoint: 'https://[nowhere' });
    await answerWith(survey, 5, 'Kept all the same');
    await waitUntil(() => warnings.some((line) => line.includes(`"${id}" sends nothing`)));
    expect(sent.length).to.equal(before);
    expect(await stored()).to.contain('Kept all the same');
  });

  it('takes an empty endpoint for none', async () => {
    const before = sent.length;
    const { survey: id } = own();
    const survey = await ask({ survey: id, endpoint: '' });
    await answerWith(survey, 5);
    await waitUntil(() => warnings.some((line) => line.includes(`"${id}" sends nothing`)));
    expect(sent.length).to.equal(before);
  });

  it('works without an endpoint, fires its events, and warns once that nothing is sent', async () => {
    const before = sent.length;
    const { survey: id } = own();
    const survey = await ask({ survey: id });
    let heard = 0;
    survey.addEventListener('askwell-response', () => heard++);
    await answerWith(survey, 5, 'Not sent');
    survey.shadowRoot!.querySelector<HTMLElement>('[part=change]')!.click();
    await survey.updateComplete;
    await answerWith(survey, 6);
    await waitUntil(() => warnings.some((line) => line.includes(`"${id}" sends nothing`)));
    expect(heard).to.equal(2);
    expect(warnings.filter((line) => line.includes(`"${id}" sends nothing`))).to.have.length(1);
    expect(sent.length).to.equal(before);
    expect(note(survey)).to.equal('');
  });

  it('sends nothing to a foreign address that is not https, warns, and keeps the answer', async () => {
    const before = sent.length;
    const { survey: id } = own();
    const survey = await ask({ survey: id, endpoint: 'http://elsewhere.example/feedback' });
    await answerWith(survey, 5, 'Not for strangers');
    await waitUntil(() => warnings.some((line) => line.includes(`"${id}" sends nothing`)));
    expect(sent.length).to.equal(before);
    expect(await stored()).to.contain('Not for strangers');
    expect(note(survey)).to.equal('');
  });

  it('keeps the first class of a tag that is defined twice, with one warning', () => {
    class Newer extends NpsSurvey {
      static override readonly version = '9.9.9';
    }
    Newer.define('nps-survey');
    Newer.define('nps-survey');
    expect(customElements.get('nps-survey')).to.equal(NpsSurvey);
    expect(warnings.filter((line) => line.includes('9.9.9'))).to.have.length(1);
  });

  it('warns once of a language and a placement that nobody knows, and goes on without', async () => {
    const { survey: id } = own();
    const attributes = { survey: id, lang: 'tlh', placement: 'ceiling', preview: '' };
    const survey = await ask(attributes);
    await ask(attributes);
    expect(survey.shadowRoot!.querySelector('legend')!.textContent).to.contain('How likely');
    expect(warnings.filter((line) => line.includes('lang="tlh"'))).to.have.length(1);
    expect(warnings.filter((line) => line.includes('placement="ceiling"'))).to.have.length(1);
  });
});
