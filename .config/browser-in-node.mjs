/* What Node lacks of a browser, for tests of the client that are written for one: its page by jsdom, its database by fake-indexeddb. */
import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';

const { window: page } = new JSDOM('<!doctype html><title>Page</title>', { url: 'http://localhost/', pretendToBeVisual: true });

/** Its events take part in the page only with the page's own classes. */
const classes = ['AbortController', 'AbortSignal', 'Event', 'PageTransitionEvent', 'Storage'];
for (const name of classes) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: page[name] });

Object.defineProperties(globalThis, {
  window: { configurable: true, value: globalThis },
  document: { configurable: true, writable: true, value: page.document },
  location: { configurable: true, value: page.location },
  history: { configurable: true, value: page.history },
  localStorage: { configurable: true, get: () => page.localStorage },
  sessionStorage: { configurable: true, get: () => page.sessionStorage },
  addEventListener: { configurable: true, writable: true, value: page.addEventListener.bind(page) },
  removeEventListener: { configurable: true, value: page.removeEventListener.bind(page) },
  dispatchEvent: { configurable: true, value: page.dispatchEvent.bind(page) },
});
