import type { Trigger } from '@askwell/core';
import { disturbances, observe, whenMomentChanges, type ObserveOptions } from '@askwell/triggers/observe.js';
import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';

import { hideNavigation } from './hide-navigation.js';

const stops: (() => void)[] = [];

/** What happens, as text; observed until the test is over. */
function watch(triggers: Trigger[], options: Omit<ObserveOptions, 'signal'> = {}): { told: string[]; page(): void; stop(): void } {
  const told: string[] = [];
  const observing = new AbortController();
  const stop = (): void => observing.abort();
  const page = observe(triggers, (trigger) => told.push(JSON.stringify(trigger)), { signal: observing.signal, ...options });
  stops.push(stop);
  return { told, page, stop };
}
const once = (told: string[], count = 1): Promise<void> => waitUntil(() => told.length >= count, `${count} of ${told.join()}`, { timeout: 3000 });

describe('observe()', () => {
  const before = location.href;
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    history.replaceState(null, '', before);
    scrollTo(0, 0);
  });

  it('tells of the page as it is, and of each other address, without touching history', async () => {
    const { pushState, replaceState } = history;
    const { told, page } = watch([{ page: true }]);
    await once(told);
    history.pushState(null, '', '/elsewhere');
    // Without the Navigation API, as in WebKitGTK, the page has to tell.
    if (!('navigation' in globalThis)) page();
    await once(told, 2);
    // The state of an entry is no other page.
    history.replaceState({ a: 1 }, '', '/elsewhere');
    await aTimeout(50);
    expect(told).to.have.length(2);
    expect([history.pushState === pushState, history.replaceState === replaceState]).to.deep.equal([true, true]);
  });

  it('takes an entry that is replaced by one of the same path for the same page, until it is left', async () => {
    const { told, page } = watch([{ page: true }]);
    await once(told);
    const route = location.pathname;
    for (const address of ['#heading', '#heading-2', '?q=a', '?q=ab#heading']) history.replaceState(null, '', address);
    await aTimeout(50);
    expect(told).to.have.length(1);
    // Without the Navigation API, as in WebKitGTK, the page has to tell of what its script does.
    const tell = 'navigation' in globalThis ? (): void => undefined : page;
    for (const [index, change] of [
      () => history.replaceState(null, '', '#/route'),
      () => history.replaceState(null, '', '#/route/2'),
      () => history.pushState(null, '', `${route}?q=abc`),
      () => history.replaceState(null, '', '/elsewhere'),
      () => (location.hash = 'section'),
    ].entries()) {
      change();
      tell();
      await once(told, index + 2);
    }
    expect(told).to.have.length(6);
  });

  it('hears of pushState by page(), and of back and hash by itself, where there is no Navigation API', async () => {
    const restore = hideNavigation();
    const { told, page } = watch([{ page: true }]);
    restore();
    await once(told);
    history.pushState(null, '', '/by-script');
    await aTimeout(20);
    expect(told).to.have.length(1);
    page();
    page();
    expect(told).to.have.length(2);
    location.hash = 'there';
    await once(told, 3);
    history.back();
    await once(told, 4);
  });

  it('tells of the page again when it comes back from the back/forward cache', async () => {
    const { told } = watch([{ page: true }]);
    await once(told);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(told).to.have.length(1);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(told).to.have.length(2);
  });

  it('sees clicks inside what was meant, through shadow roots, and those whose way is cut', async () => {
    const host = await fixture<HTMLElement>(html`<div class="card"></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<button class="buy"><span>Buy</span></button><p>Other</p>';
    host.shadowRoot!.addEventListener('click', (event) => event.stopPropagation());
    const { told } = watch([{ click: '.buy' }, { click: '.card' }, { click: '.nothing' }]);
    host.shadowRoot!.querySelector('span')!.click();
    expect(told).to.deep.equal(['{"click":".buy"}', '{"click":".card"}']);
    host.shadowRoot!.querySelector('p')!.click();
    expect(told).to.have.length(3);
  });

  it('refuses a selector that no engine reads, and goes on with the others', async () => {
    const refused: string[] = [];
    const button = await fixture<HTMLElement>(html`<button class="ok">ok</button>`);
    const { told } = watch([{ click: '..' }, { visible: ':nope(' }, { click: '.ok' }], { refused: (selector) => refused.push(selector) });
    button.click();
    expect([refused, told]).to.deep.equal([['..', ':nope('], ['{"click":".ok"}']]);
  });

  it('finds what comes into view, also where it comes to the page later, and tells each coming once', async () => {
    const { told } = watch([{ visible: '[data-tour=x]', ratio: 1 }]);
    await aTimeout(100);
    expect(told).to.have.length(0);
    const box = await fixture<HTMLElement>(html`<div style="block-size: 20px; inline-size: 20px">x</div>`);
    box.setAttribute('data-tour', 'x');
    await once(told);
    box.style.display = 'none';
    await nextFrame();
    await aTimeout(100);
    expect(told).to.have.length(1);
    box.style.display = '';
    await once(told, 2);
  });

  it('does not take for seen what is below the window or cannot be seen', async () => {
    const { told } = watch([{ visible: '.far' }, { visible: '.veiled' }]);
    await fixture(html`<div><p class="veiled" style="opacity: 0">veiled</p><div style="block-size: 200vh"></div><p class="far">far</p></div>`);
    await aTimeout(200);
    expect(told).to.have.length(0);
    document.querySelector('.far')!.scrollIntoView();
    await once(told);
    expect(told).to.deep.equal(['{"visible":".far","ratio":0.5}']);
  });

  it('tells each depth once for each address, and none of a page that cannot be scrolled', async () => {
    const { told } = watch([{ scroll: 50 }, { scroll: 90 }]);
    dispatchEvent(new Event('scroll'));
    await aTimeout(50);
    expect(told).to.have.length(0);
    await fixture(html`<div style="block-size: 500vh"></div>`);
    const depth = (share: number): void => scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight));
    depth(0.6);
    await once(told);
    depth(0.2);
    await aTimeout(100);
    depth(0.95);
    await once(told, 2);
    expect(told).to.deep.equal(['{"scroll":50}', '{"scroll":90}']);
    history.pushState(null, '', '/another');
    depth(0.55);
    await once(told, 3);
    expect(told.at(-1)).to.equal('{"scroll":50}');
  });

  it('tells of a mouse that leaves at the top, not of a finger, nor of one that leaves elsewhere or drags', () => {
    const { told } = watch([{ exit: true }]);
    const leave = (init: PointerEventInit): boolean => document.dispatchEvent(new PointerEvent('pointerout', { pointerType: 'mouse', clientY: -1, ...init }));
    leave({ pointerType: 'touch' });
    leave({ clientY: 20 });
    leave({ buttons: 1 });
    leave({ relatedTarget: document.body });
    expect(told).to.have.length(0);
    leave({});
    expect(told).to.have.length(1);
  });

  it('is silent once it is stopped', async () => {
    const button = await fixture<HTMLElement>(html`<button class="stopped">x</button>`);
    const { told, stop, page } = watch([{ page: true }, { click: '.stopped' }, { visible: '.stopped' }, { exit: true }, { scroll: 0 }]);
    stop();
    button.click();
    page();
    history.pushState(null, '', '/after');
    document.dispatchEvent(new PointerEvent('pointerout', { pointerType: 'mouse', clientY: -1 }));
    await aTimeout(200);
    expect(told).to.deep.equal([]);
  });
});

describe('the moment', () => {
  const now = (): string[] => disturbances({ automation: true });
  before(() => waitUntil(() => !now().includes('early'), 'the first three seconds pass', { timeout: 5000 }));

  it('is right where nothing happens, and never in a browser that a program drives', () => {
    expect(now()).to.deep.equal([]);
    expect(disturbances()).to.deep.equal(navigator.webdriver ? ['automation'] : []);
  });

  it('is wrong while somebody types, also inside a shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<input /><button>b</button>';
    host.shadowRoot!.querySelector('input')!.focus();
    expect(now()).to.deep.equal(['typing']);
    host.shadowRoot!.querySelector('button')!.focus();
    expect(now()).to.deep.equal([]);
  });

  for (const [name, markup, selector] of [
    ['a field', '<input><button>b</button>', 'input'],
    ['an editor', '<div contenteditable><p>x</p></div><button>b</button>', 'div'],
    ['a document that is edited', "<script>document.designMode = 'on'</script>", 'body'],
  ] as const) {
    it(`is wrong while somebody types into ${name} inside a frame, and told of when the focus leaves it`, async () => {
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="editor" srcdoc=${`<!doctype html><body>${markup}`}></iframe>`);
      await waitUntil(() => frame.contentDocument?.URL === 'about:srcdoc' && frame.contentDocument.readyState === 'complete', 'the frame is there');
      frame.focus();
      frame.contentDocument!.querySelector<HTMLElement>(selector)!.focus();
      expect(now()).to.deep.equal(['typing']);
      const button = await fixture<HTMLButtonElement>(html`<button>out</button>`);
      const changed = Promise.withResolvers<unknown>();
      const stop = whenMomentChanges(changed.resolve);
      button.focus();
      await changed.promise;
      stop();
      expect(now()).to.deep.equal([]);
    });
  }

  it('is right while the focus is inside a frame where nothing can be typed, and wrong where that cannot be seen', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="button" srcdoc="&lt;!doctype html&gt;&lt;button&gt;b&lt;/button&gt;"></iframe>`);
    await waitUntil(() => frame.contentDocument?.querySelector('button'), 'the frame is there');
    frame.contentDocument!.querySelector('button')!.focus();
    expect(now()).to.deep.equal([]);
    const opaque = await fixture<HTMLIFrameElement>(html`<iframe title="sealed" sandbox srcdoc="&lt;!doctype html&gt;&lt;input&gt;"></iframe>`);
    opaque.focus();
    expect(now()).to.deep.equal(['typing']);
    (await fixture<HTMLButtonElement>(html`<button>out</button>`)).focus();
    expect(now()).to.deep.equal([]);
  });

  it('is wrong over a modal of the page, and while the page switches prompts off', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><button>x</button></dialog>`);
    let changes = 0;
    const stop = whenMomentChanges(() => changes++);
    dialog.showModal();
    expect(now()).to.deep.equal(['modal']);
    dialog.close();
    await waitUntil(() => changes > 0);
    expect(now()).to.deep.equal([]);
    document.documentElement.dataset.askwell = 'off';
    expect(now()).to.deep.equal(['off']);
    delete document.documentElement.dataset.askwell;
    stop();
  });

  it('is told of when the first three seconds ended between the question and the wait', async () => {
    await waitUntil(() => performance.now() > 3000, 'the first three seconds are over', { timeout: 5000 });
    const end = Promise.withResolvers<unknown>();
    const stop = whenMomentChanges(end.resolve, 2999.9);
    expect(await end.promise).to.equal(undefined);
    stop();
  });
});
