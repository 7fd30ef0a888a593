import { clientFor } from '@askwell/client';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { start, type Kit } from 'askwell/start.js';

import { begin, campaign, config, forget, gone, history, keyOf, opens, prompts, rule, shown, stopAll } from './kit-page.js';
import { receiver, sent } from './page.js';

const HOUR = 3_600_000;
const { now } = Date;

/** Sets the clock of the page some milliseconds forward, or back. */
const setClock = (milliseconds: number): void => void (Date.now = () => now() + milliseconds);

/** Has storage refuse to take what `refuses` says, as long as the test runs. */
const { setItem } = Storage.prototype;
function refuse(refuses: (key: string) => boolean): void {
  Storage.prototype.setItem = function (key: string, value: string): void {
    if (this === localStorage && refuses(key)) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  };
}

const dismissed = async (kit: Kit): Promise<void> => {
  kit.track('done');
  await opens();
  await shown(kit);
  prompts()[0]!.dismiss();
  await gone();
};

const quick = config(campaign({ repeat: { dismissed: '1h' } }));

describe('what start() remembers', () => {
  beforeEach(forget);
  afterEach(() => {
    Date.now = now;
    Storage.prototype.setItem = setItem;
    stopAll();
  });

  it('erases nothing when the person refuses what the configuration does not ask for', async () => {
    const kit = await begin({ config: { ...quick, consent: ['functional'] } });
    kit.setConsent({ functional: true, marketing: false });
    await dismissed(kit);
    const before = { ...localStorage };
    kit.setConsent({ functional: true, marketing: false });
    expect({ ...localStorage }).to.deep.equal(before);
    expect(Object.keys(before).some((key) => key.startsWith('askwell:history'))).to.equal(true);
  });

  it('gives up answers that wait for their receiver when the person refuses', async () => {
    const client = clientFor('/kit');
    await client.purge();
    receiver(() => Promise.reject(new TypeError('No network')));
    const kit = await begin({ consent: { functional: true }, config: { ...quick, consent: ['functional'] } });
    kit.track('done');
    await opens();
    const [prompt] = prompts();
    prompt!.shadowRoot!.querySelectorAll('input')[9]!.click();
    await prompt!.submit();
    await waitUntil(async () => (await client.pending()).length === 1, 'the answer waits');
    const lost = new Promise((resolve) => client.events.addEventListener('storelost', resolve, { once: true }));
    kit.setConsent({ functional: false });
    await lost;
    await gone();
    sent.length = 0;
    receiver(() => Promise.resolve(Response.json({ ok: true })));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await client.flush();
    expect(await client.pending()).to.deep.equal([]);
    expect(sent.filter(({ record }) => record.status === 'complete')).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('askwell:inbox'))).to.deep.equal([]);
  });

  it('sends and keeps nothing of a prompt that is open when the person refuses', async () => {
    const kit = await begin({ consent: { functional: true }, config: { ...quick, consent: ['functional'] } });
    kit.track('done');
    await opens();
    await shown(kit);
    prompts()[0]!.shadowRoot!.querySelectorAll('input')[9]!.click();
    kit.setConsent({ functional: false });
    await gone();
    await aTimeout(0);
    expect(sent.filter(({ record }) => record.revision)).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('askwell:'))).to.deep.equal([]);
  });

  it('has a button at the edge ask whoever visits now', async () => {
    const kit = await begin({ respondent: { id: 'ann' }, config: config(campaign({ show: { as: 'tab' } })) });
    await waitUntil(() => prompts().length === 1, 'the button stands');
    expect(prompts()[0]!.respondentId).to.equal('ann');
    kit.identify('bob');
    await waitUntil(() => prompts()[0]?.respondentId === 'bob', 'the button is one for Bob');
    expect(prompts()).to.have.length(1);
  });

  it('takes what lies in the future for now once, and not anew on each page', async () => {
    setClock(48 * HOUR);
    const first = await begin({ config: quick });
    await dismissed(first);
    first.stop();
    setClock(0);
    const second = await begin({ config: quick });
    expect(rule(second, 'repeat').status).to.equal('fail');
    second.stop();
    setClock(HOUR + 1000);
    const third = await begin({ config: quick });
    expect(rule(third, 'repeat').status).to.equal('pass');
  });

  it('takes what lies in the future for now when the clock is set back within a page', async () => {
    const kit = await begin({ config: quick });
    await dismissed(kit);
    setClock(-48 * HOUR);
    expect(rule(kit, 'repeat').status).to.equal('fail');
    setClock(-47 * HOUR + 1000);
    expect(rule(kit, 'repeat').status).to.equal('pass');
  });

  it('writes nothing of a visitor who was never asked', async () => {
    const kit = await begin({ config: quick });
    kit.explain();
    expect(Object.keys(localStorage).filter((key) => key.includes('history'))).to.deep.equal([]);
  });

  it('does not ask twice where the device has become too full to remember the first time', async () => {
    const kit = await begin({ config: config(campaign({ repeat: { dismissed: '0s', maxShows: 1 } })) });
    refuse((key) => key.includes(':history:'));
    await dismissed(kit);
    kit.track('done');
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
    expect(rule(kit, 'repeat').status).to.equal('fail');
  });

  it('asks nobody by itself on a page of a device that is full, and still at a wish', async () => {
    const first = await begin({ config: quick });
    expect(rule(first, 'repeat').status).to.equal('pass');
    first.stop();
    for (const size of [1e6, 1e4, 1e2, 1]) {
      try {
        for (let count = 0; ; count++) localStorage.setItem(`page:${size}:${count}`, 'x'.repeat(size));
      } catch {
        // No room for one more of this size.
      }
    }
    const second = await begin({ config: quick });
    expect(rule(second, 'repeat').status).to.equal('unknown');
    second.track('done');
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
    expect((await second.open('c')).show).to.equal(true);
    await opens();
  });

  it('asks nobody by itself where nothing can be written', async () => {
    refuse(() => true);
    const kit = await begin({ config: quick });
    kit.track('done');
    await aTimeout(300);
    expect(prompts()).to.have.length(0);
    expect(rule(kit, 'repeat').status).to.equal('unknown');
  });

  it('lets a session go on as long as events come', async () => {
    const kit = await begin({ config: config(campaign({ on: [{ event: 'never' }], if: { session: { number: { gte: 1 } } } })) });
    const number = (): unknown => (rule(kit, 'if').actual as { number: number }).number;
    for (const minutes of [20, 40, 60]) {
      setClock(minutes * 60_000);
      kit.track('step');
      await aTimeout(0);
    }
    expect(number()).to.equal(1);
    setClock(91 * 60_000);
    expect(number()).to.equal(2);
  });

  it('counts an event into the session in which it happened, also before the kit was ready, and where the clock was set back', async () => {
    const asks = config(campaign({ if: { event: 'step', within: 'session' } }));
    const kit = start({ automation: true, config: asks });
    kit.track('step');
    await kit.ready;
    await aTimeout(0);
    expect(rule(kit, 'if').status).to.equal('pass');
    kit.stop();
    forget();
    setClock(60_000);
    const second = await begin({ config: asks });
    setClock(0);
    second.track('step');
    await aTimeout(5);
    expect(rule(second, 'if').status).to.equal('pass');
  });

  it('remembers an answer, however often something else was opened since', async () => {
    const kit = await begin({ config: config(campaign(), campaign({ id: 'tab', survey: 'feedback', show: { as: 'tab' } })) });
    const answered = { campaign: 'c', survey: 'nps', at: now() - 10 * HOUR, endedAt: now() - 10 * HOUR, ending: 'answered' };
    const opened = Array.from({ length: 400 }, (_, index) => ({ campaign: 'tab', survey: 'feedback', at: now() - HOUR + index, asked: true }));
    localStorage.setItem(keyOf('history'), JSON.stringify({ shows: [answered, ...opened], events: [] }));
    void kit.open('tab');
    await opens();
    await shown(kit);
    expect(history().shows).to.have.length(101);
    expect(rule(kit, 'repeat').status).to.equal('fail');
  });

  it('remembers an event, however often another one has happened since', async () => {
    const kit = await begin({ config: config(campaign({ if: { all: [{ event: 'bought' }, { event: 'looked' }] } })) });
    kit.track('bought');
    for (let index = 0; index < 250; index++) kit.track('looked', { index });
    await aTimeout(0);
    expect(rule(kit, 'if').children!.map(({ actual }) => actual)).to.deep.equal([1, 100]);
    expect(history().events.filter(({ event }) => event === 'looked')).to.have.length(100);
  });

  it('begins no session because somebody asks why', async () => {
    const kit = await begin({ config: config(campaign({ if: { session: { number: { gte: 1 } } } })) });
    const before = { ...localStorage };
    setClock(HOUR);
    expect((rule(kit, 'if').actual as { number: number }).number).to.equal(2);
    expect({ ...localStorage }).to.deep.equal(before);
  });
});
