import { clientFor } from '@askwell/client';
import { uuidv7, type ResponseRecord } from '@askwell/core';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SurveyInspector } from 'askwell/survey-inspector.js';
import 'askwell/survey-inspector.js';

import { record } from '../../record.js';

const SECRET = 'the tea was lukewarm';

/** The network is the one part of the page that is replaced. */
let answer: () => Response | Promise<Response>;
const used = new Set<string>();
const { fetch } = globalThis;

const response = (): ResponseRecord => record({ answers: { score: 2, comment: SECRET } });
const ok = () => new Response(null, { status: 204 });
const refused = () => new Response(null, { status: 422 });
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

/** Opens the inspector on an endpoint of its own that has been given such answers. */
async function inspect(...records: ResponseRecord[]): Promise<{ inspector: SurveyInspector; endpoint: string }> {
  const { endpoint } = await keep(...records);
  return { inspector: await open(endpoint), endpoint };
}

async function keep(...records: ResponseRecord[]) {
  const client = clientFor(`/answers/${uuidv7()}`);
  used.add(client.endpoint);
  for (const each of records) expect((await client.submit(each)).state).to.equal('saved');
  await client.flush();
  return client;
}

async function open(endpoint: string, template = html`<survey-inspector lang="en"></survey-inspector>`, width = ''): Promise<SurveyInspector> {
  const parentNode = document.createElement('div');
  parentNode.style.inlineSize = width;
  const inspector = await fixture<SurveyInspector>(template, { parentNode });
  await waitUntil(() => find(inspector, endpoint), `a section of ${endpoint}`);
  return inspector;
}

const find = (inspector: SurveyInspector, endpoint: string): HTMLElement | undefined =>
  [...inspector.shadowRoot!.querySelectorAll<HTMLElement>('[part=endpoint]')].find((section) => section.querySelector('h4')!.textContent === endpoint);

const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const status = (inspector: SurveyInspector): string => text(inspector.shadowRoot!.querySelector('[part=status]'));
const facts = (inspector: SurveyInspector, endpoint: string): Record<string, string> =>
  Object.fromEntries([...find(inspector, endpoint)!.querySelectorAll('dl > div')].map(({ children: [dt, dd] }) => [text(dt), text(dd)]));
const rows = (inspector: SurveyInspector, endpoint: string, part: string): string[][] =>
  [...find(inspector, endpoint)!.querySelectorAll<HTMLTableRowElement>(`[part~=${part}] tbody tr`)].map((row) => [...row.cells].map(text));
const button = (inspector: SurveyInspector, endpoint: string, act: string): HTMLButtonElement =>
  find(inspector, endpoint)!.querySelector(`[data-act=${act}]`)!;

/** Presses a button that saves a file; what is in the file. */
async function saved(inspector: SurveyInspector, press: HTMLButtonElement): Promise<{ name: string; content: string }> {
  let file: Promise<{ name: string; content: string }> | undefined;
  const catchLink = (event: Event): void => {
    const [link] = event.composedPath() as HTMLAnchorElement[];
    if (link!.localName !== 'a') return;
    event.preventDefault();
    file = fetch(link!.href).then(async (reply) => ({ name: link!.download, content: await reply.text() }));
  };
  document.addEventListener('click', catchLink);
  press.click();
  await inspector.updateComplete;
  document.removeEventListener('click', catchLink);
  return file!;
}

describe('<survey-inspector>', () => {
  beforeEach(() => {
    answer = offline;
    globalThis.fetch = async (input, init) => {
      if (init?.method !== 'POST') return fetch(input, init);
      return answer();
    };
  });

  afterEach(async () => {
    for (const endpoint of used) await clientFor(endpoint).purge();
    used.clear();
    globalThis.fetch = fetch;
  });

  it('shows how many answers wait, their size, age and attempts', async () => {
    const { inspector, endpoint } = await inspect(response(), response());
    const { Waiting, Size, Oldest, 'Failed attempts, at most': attempts } = facts(inspector, endpoint);
    expect(Waiting).to.equal('2');
    expect(Size).to.match(/^\d+ bytes|^[\d.]+ kB$/);
    expect(Oldest).to.match(/^\d+ seconds?$/);
    expect(Number(attempts)).to.be.at.least(1);
  });

  it('says why the queue waits and when it tries next', async () => {
    const { inspector, endpoint } = await inspect(response());
    answer = () => new Response(null, { status: 401 });
    button(inspector, endpoint, 'try').click();
    await waitUntil(() => facts(inspector, endpoint)['Next try']?.includes('does not accept this page'));
    expect(facts(inspector, endpoint)['Next try']).to.match(/\d+:\d\d.*: the receiver does not accept this page or this address$/);
  });

  it('tries at once, and says what still waits', async () => {
    const { inspector, endpoint } = await inspect(response(), response());
    answer = ok;
    button(inspector, endpoint, 'try').click();
    await waitUntil(() => status(inspector) === 'Tried. Still waiting: 0.');
    expect(facts(inspector, endpoint)).to.deep.equal({ Waiting: '0' });
    expect(await clientFor(endpoint).pending()).to.deep.equal([]);
    expect(rows(inspector, endpoint, 'log').filter(([, type]) => type === 'delivered')).to.have.length(2);
  });

  it('lists dead letters with survey, reason, status and the day on which they are erased', async () => {
    answer = refused;
    const letter = response();
    const { inspector, endpoint } = await inspect(letter);
    const [row] = rows(inspector, endpoint, 'dead');
    const { deadAt } = (await clientFor(endpoint).dead())[0]!;
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(deadAt + 30 * 86_400_000);
    expect(row!.slice(0, 4)).to.deep.equal([`${letter.id}.1`, 'q4', 'refused', '422']);
    expect(row![4]).to.contain(day);
  });

  it('sends one dead letter again', async () => {
    answer = refused;
    const [first, second] = [response(), response()];
    const { inspector, endpoint } = await inspect(first, second);
    answer = ok;
    find(inspector, endpoint)!.querySelector<HTMLButtonElement>(`[aria-label$="${first.id}"]`)!.click();
    await waitUntil(() => status(inspector) === 'Waiting to be sent again: 1.');
    await waitUntil(() => rows(inspector, endpoint, 'log').some(([, type, id]) => type === 'delivered' && id === `${first.id}.1`));
    expect((await clientFor(endpoint).dead()).map(({ id }) => id)).to.deep.equal([second.id]);
  });

  it('sends all dead letters again, and leaves the focus where the reader was', async () => {
    answer = refused;
    const { inspector, endpoint } = await inspect(response(), response());
    answer = ok;
    button(inspector, endpoint, 'retry').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(inspector, endpoint, 'log').filter(([, type]) => type === 'delivered').length === 2);
    expect(await clientFor(endpoint).dead()).to.deep.equal([]);
    await waitUntil(() => inspector.shadowRoot!.activeElement === find(inspector, endpoint)!.querySelector('h4'));
  });

  it('saves the dead letters as JSON and as CSV', async () => {
    answer = refused;
    const letter = response();
    const { inspector, endpoint } = await inspect(letter);
    const json = await saved(inspector, button(inspector, endpoint, 'json'));
    expect(json.name).to.equal('askwell-dead-letters.json');
    expect(JSON.stringify(JSON.parse(json.content))).to.contain(letter.id).and.to.contain(SECRET);
    const csv = await saved(inspector, button(inspector, endpoint, 'csv'));
    expect(csv.name).to.equal('askwell-dead-letters.csv');
    expect(csv.content).to.contain(letter.id).and.to.contain(SECRET);
    expect(status(inspector)).to.equal('Dead letters in the file: 1.');
    expect(inspector.shadowRoot!.querySelector('a')).to.equal(null);
  });

  it('erases with the second press only, and not after Escape or when the focus leaves', async () => {
    const { inspector, endpoint } = await inspect(response());
    // Behind the last button of the page the browser's own bars have the focus, and keep the keys.
    inspector.after(document.createElement('button'));
    const erase = button(inspector, endpoint, 'erase');
    erase.focus();
    await sendKeys({ press: 'Enter' });
    await inspector.updateComplete;
    expect(text(erase)).to.equal('Erase for good');
    expect(status(inspector)).to.equal('Press again to erase 1 for good. They cannot be brought back.');
    await sendKeys({ press: 'Escape' });
    await inspector.updateComplete;
    expect(text(erase)).to.equal('Erase');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await inspector.updateComplete;
    expect(text(erase)).to.equal('Erase');
    expect(await clientFor(endpoint).pending()).to.have.length(1);
    erase.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(erase) === 'Erase for good');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => status(inspector) === 'Erased: 1.', 'it says so', { timeout: 10_000 });
    expect(await clientFor(endpoint).pending()).to.deep.equal([]);
    expect(JSON.stringify(localStorage)).to.not.contain(endpoint);
  });

  it('shows an answer nowhere, neither a waiting nor a refused one', async () => {
    answer = refused;
    const { inspector, endpoint } = await inspect(response());
    answer = offline;
    await clientFor(endpoint).submit(response());
    await waitUntil(() => facts(inspector, endpoint)['Waiting'] === '1' && facts(inspector, endpoint)['Next try']?.includes('network'));
    expect(rows(inspector, endpoint, 'log').map(([, type]) => type)).to.include.members(['queued', 'sending', 'retry', 'gate']);
    expect(inspector.shadowRoot!.innerHTML).to.not.contain(SECRET);
  });

  it('keeps the latest fifty events', async () => {
    const { inspector, endpoint } = await inspect(response());
    const { events } = clientFor(endpoint);
    for (let status = 500; status < 560; status++) events.dispatchEvent(new CustomEvent('suspect', { detail: { status } }));
    await waitUntil(() => rows(inspector, endpoint, 'log')[0]?.[4] === '559');
    expect(rows(inspector, endpoint, 'log')).to.have.length(50);
  });

  it('shows what another page did when it is refreshed', async () => {
    const { inspector, endpoint: first } = await inspect(response());
    const { endpoint } = await keep(response());
    expect(find(inspector, endpoint)).to.equal(undefined);
    inspector.shadowRoot!.querySelector<HTMLButtonElement>('[part=refresh]')!.click();
    await waitUntil(() => find(inspector, endpoint));
    expect(find(inspector, first)).to.not.equal(undefined);
  });

  it('shows what is kept for an address that nothing may be sent to', async () => {
    const { id } = response();
    const kept = `askwell:inbox:["http://elsewhere.example/","","${id}",1`;
    localStorage.setItem(kept, SECRET);
    try {
      const inspector = await open('http://elsewhere.example/');
      expect(facts(inspector, 'http://elsewhere.example/')).to.deep.equal({ Waiting: '1' });
      expect(text(find(inspector, 'http://elsewhere.example/'))).to.contain('Nothing is sent to this address.');
      expect(inspector.shadowRoot!.querySelector('[part=endpoint] code')!.textContent).to.not.contain(SECRET);
    } finally {
      localStorage.removeItem(kept);
    }
  });

  it('says in words that storage is denied, warns once, and throws nothing', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => warnings.push(line);
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const inspector = await fixture<SurveyInspector>(html`<survey-inspector lang="en"></survey-inspector>`);
      await waitUntil(() => inspector.shadowRoot!.querySelector('[part=notice]'));
      await inspector.refresh();
      expect(text(inspector.shadowRoot!.querySelector('[part=notice]'))).to.contain('IndexedDB cannot be used on this page');
      expect(warnings.filter((line) => line.includes('(storage)'))).to.have.length(1);
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', before);
      console.warn = warn;
    }
  });

  it('stops listening when it is removed', async () => {
    const { inspector, endpoint } = await inspect(response());
    inspector.remove();
    const before = inspector.shadowRoot!.innerHTML;
    clientFor(endpoint).events.dispatchEvent(new CustomEvent('suspect', { detail: { status: 200 } }));
    await inspector.updateComplete;
    expect(inspector.shadowRoot!.innerHTML).to.equal(before);
  });

  for (const theme of ['light', 'dark']) {
    it(`has no fault that axe finds, in ${theme}`, async () => {
      answer = refused;
      const { endpoint } = await keep(response());
      answer = offline;
      await clientFor(endpoint).submit(response());
      const inspector = await open(endpoint, html`<survey-inspector lang="en" theme=${theme}></survey-inspector>`);
      await expect(inspector).to.be.accessible();
    });
  }

  it('speaks German where the page does, and fits into 320 pixels from right to left too', async () => {
    answer = refused;
    const { endpoint } = await keep(response());
    for (const dir of ['ltr', 'rtl']) {
      const inspector = await open(endpoint, html`<survey-inspector lang="de" dir=${dir}></survey-inspector>`, '320px');
      expect(text(button(inspector, endpoint, 'try'))).to.equal('Jetzt versuchen');
      expect(inspector.scrollWidth).to.be.at.most(320);
    }
  });
});
