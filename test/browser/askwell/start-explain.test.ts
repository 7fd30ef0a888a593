import { aTimeout, expect } from '@open-wc/testing';

import { begin, campaign, config, forget, gone, opens, prompts, rule, shown, stopAll } from './kit-page.js';

describe('kit.explain()', () => {
  beforeEach(forget);
  afterEach(stopAll);

  it('says that a campaign waits out its delay', async () => {
    const kit = await begin({ config: config(campaign({ delay: '1h' }), campaign({ id: 'd', on: [{ event: 'other' }] })) });
    kit.track('done');
    await aTimeout(0);
    expect(rule(kit, 'trigger').status).to.equal('pass');
    expect(rule(kit, 'moment').actual).to.include('delay');
    expect(kit.explain('c', { now: Date.now() + 3_600_001 })!.rules.find((each) => each.rule === 'moment')!.actual).to.not.include('delay');
    expect(rule(kit, 'trigger', 'd').status).to.equal('fail');
  });

  it('says of a prompt that is open that it shows, before and after it was seen, and why not again once it is gone', async () => {
    const kit = await begin({ config: { ...config(campaign()), budget: { minGap: '14d' } } });
    kit.track('done');
    await opens();
    expect(kit.explain('c')!.reason).to.equal('ok');
    await shown(kit);
    expect(kit.explain('c')!.reason).to.equal('ok');
    prompts()[0]!.dismiss();
    await gone();
    expect(['repeat', 'budget'].map((name) => rule(kit, name).status)).to.deep.equal(['fail', 'fail']);
  });

  it('says of a prompt that somebody asked for that it shows', async () => {
    const kit = await begin({ config: config(campaign()) });
    void kit.open('c');
    await opens();
    expect(kit.explain('c')!.reason).to.equal('ok');
    prompts()[0]!.dismiss();
    await gone();
    expect(kit.explain('c')!.reason).to.equal('trigger');
  });

  it('tells by an event of a campaign that waits, and once that it shows', async () => {
    const kit = await begin({ config: config(campaign({ delay: '1s' }), campaign({ id: 'd', survey: 'csat', on: [{ event: 'other' }] })) });
    const told: string[] = [];
    kit.on('explain', (decided) => told.push(...decided.map(({ campaign: id, reason }) => `${id} ${reason}`)));
    kit.track('done');
    await opens();
    await shown(kit);
    expect(told).to.deep.equal(['c moment', 'c ok']);
    prompts()[0]!.dismiss();
    await gone();
    kit.track('other');
    await opens();
    expect(told.filter((line) => line === 'd ok')).to.have.length(1);
  });
});
