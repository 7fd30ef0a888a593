import { AskwellElement, Languages } from '@askwell/base';
import { expect, fixture, html as markup, waitUntil } from '@open-wc/testing';
import { html } from 'lit';

interface Texts {
  hello: string;
}

let reachable = true;
const languages = new Languages<Texts>({
  de: () => Promise.resolve({ hello: 'Hallo' }),
  ar: { hello: 'مرحبا' },
  fr: () => (reachable ? Promise.resolve({ hello: 'Bonjour' }) : Promise.reject(new Error('offline'))),
});

class TestGreeting extends AskwellElement<Texts> {
  paints: string[] = [];

  constructor() {
    super({ english: { hello: 'Hello' }, languages: () => Promise.resolve(languages) });
  }

  protected override render(): unknown {
    const { texts, locale, dir } = this.localize;
    this.paints.push(texts.hello);
    return html`<p lang=${locale} dir=${dir}>${texts.hello}</p>`;
  }
}
TestGreeting.define('test-greeting');

const inside = (greeting: TestGreeting): HTMLElement => greeting.shadowRoot!.querySelector('p')!;

describe('the language of an element', () => {
  it('is that of the nearest lang, and no other is painted before', async () => {
    const holder = await fixture(markup`<div lang="de-AT"><test-greeting></test-greeting></div>`);
    const greeting = holder.querySelector<TestGreeting>('test-greeting')!;
    await greeting.updateComplete;
    expect(greeting.paints).to.deep.equal(['Hallo']);
    expect(inside(greeting).lang).to.equal('de');
  });

  it('follows the page when its language changes', async () => {
    const greeting = await fixture<TestGreeting>(markup`<test-greeting></test-greeting>`);
    document.documentElement.lang = 'de';
    await waitUntil(() => inside(greeting).textContent === 'Hallo');
    document.documentElement.lang = 'en';
    await waitUntil(() => inside(greeting).textContent === 'Hello');
  });

  it('is found through the shadow root that the element stands in, and followed there', async () => {
    const host = await fixture<HTMLElement>(markup`<div lang="ar"></div>`);
    const greeting = document.createElement('test-greeting') as TestGreeting;
    host.attachShadow({ mode: 'open' }).append(greeting);
    await greeting.updateComplete;
    expect(inside(greeting).dir).to.equal('rtl');
    greeting.lang = 'de';
    await waitUntil(() => inside(greeting).dir === 'ltr' && inside(greeting).lang === 'de');
  });

  it('is written in the direction that the page says, where it says one', async () => {
    const holder = await fixture(markup`<div dir="rtl"><test-greeting lang="de"></test-greeting></div>`);
    const greeting = holder.querySelector<TestGreeting>('test-greeting')!;
    await greeting.updateComplete;
    expect(inside(greeting).dir).to.equal('rtl');
  });

  it('is English where its texts cannot be fetched', async () => {
    reachable = false;
    const greeting = await fixture<TestGreeting>(markup`<test-greeting lang="fr"></test-greeting>`);
    expect(inside(greeting).textContent).to.equal('Hello');
    expect(inside(greeting).lang).to.equal('en');
    reachable = true;
  });

  it('reflects a theme that is forced', async () => {
    const greeting = await fixture<TestGreeting>(markup`<test-greeting></test-greeting>`);
    greeting.theme = 'dark';
    await greeting.updateComplete;
    expect(greeting.getAttribute('theme')).to.equal('dark');
  });
});
