import type { NpsSurvey } from '@askwell/surveys';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import 'askwell/askwell-kit.js';
import type { AskwellKit } from 'askwell/askwell-kit.js';
import 'askwell/nps-survey.js';

import { campaign, config, gone, opens, rule } from './kit-page.js';
import { answerWith, receiver, sent } from './page.js';

describe('<askwell-kit>', () => {
  it('starts in the page, follows its attributes and stops when it leaves', async () => {
    localStorage.clear();
    const url = URL.createObjectURL(new Blob([JSON.stringify(config(campaign()))]));
    const tag = await fixture<AskwellKit>(html`<askwell-kit config=${url} endpoint="/kit" respondent-id="ann"></askwell-kit>`);
    await waitUntil(() => tag.kit);
    await tag.kit!.ready;
    const { kit } = tag;
    expect(kit!.explain().map(({ campaign: id }) => id)).to.deep.equal(['c']);
    tag.setAttribute('respondent-id', 'bob');
    await aTimeout(0);
    expect(tag.kit === kit).to.equal(true);
    expect((await kit!.open('c')).show).to.equal(true);
    await opens();
    tag.removeAttribute('config');
    await gone();
    expect(tag.kit!.explain()).to.deep.equal([]);
    tag.remove();
    await waitUntil(() => !tag.kit);
  });

  it('takes the purposes that its "consent" names for agreed to, and the others for not known', async () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify({ ...config(campaign()), consent: ['functional', 'research'] })]));
    const tag = await fixture<AskwellKit>(html`<askwell-kit config=${url} consent="functional"></askwell-kit>`);
    await waitUntil(() => tag.kit);
    const { kit } = tag;
    await kit!.ready;
    expect(rule(kit!, 'consent')).to.deep.include({ status: 'unknown', actual: { functional: true } });
    tag.setAttribute('consent', 'functional  research');
    await waitUntil(() => tag.kit !== kit);
    await tag.kit!.ready;
    expect(rule(tag.kit!, 'consent').status).to.equal('pass');
    tag.remove();
    await waitUntil(() => !tag.kit);
  });

  it('has the surveys inside it deliver to its endpoint where the page has several, and those of others to theirs', async () => {
    receiver(() => Promise.resolve(Response.json({ ok: true })));
    sent.length = 0;
    const page = await fixture(
      html`<div>
        <askwell-kit endpoint="/outer">
          <askwell-kit endpoint="/inner"><nps-survey survey="nearest"></nps-survey></askwell-kit>
          <nps-survey survey="outer"></nps-survey>
          <nps-survey survey="own" endpoint="/own"></nps-survey>
        </askwell-kit>
        <askwell-kit endpoint="/beside"></askwell-kit>
      </div>`,
    );
    await waitUntil(() => [...page.querySelectorAll<AskwellKit>('askwell-kit')].every(({ kit }) => kit), 'all have started');
    for (const survey of page.querySelectorAll<NpsSurvey>('nps-survey')) await answerWith(survey, 9);
    const delivered = (): string[] => sent.filter(({ record }) => record.status === 'complete').map(({ url, record }) => `${record.survey} ${new URL(url).pathname}`);
    await waitUntil(() => delivered().length === 3, 'all are delivered', { timeout: 5000 });
    expect(delivered().sort()).to.deep.equal(['nearest /inner', 'outer /outer', 'own /own']);
    page.remove();
  });
});
