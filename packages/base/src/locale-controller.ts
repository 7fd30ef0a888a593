import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Catalogue } from './catalogue.js';
import { nearestAttribute } from './nearest-attribute.js';
import { warnOfValue } from './warn-of-value.js';

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ug|ckb|ps|sd|yi|dv)\b/;

/**
 * Keeps an element's texts in the language of the page: the nearest `lang`, else the browser's, else English.
 * `pending` holds back the first paint while a language is on its way, so that nobody sees two languages in turn.
 */
export class LocaleController<Texts extends object> implements ReactiveController {
  /** The language that is rendered, which may be another than was asked for. */
  locale = 'en';
  dir: 'ltr' | 'rtl' = 'ltr';
  texts: Texts;
  pending: Promise<void> | undefined;

  readonly #host: ReactiveControllerHost & Element;
  readonly #catalogue: Catalogue<Texts>;
  readonly #observer = new MutationObserver(() => this.#refresh());

  constructor(host: ReactiveControllerHost & Element, catalogue: Catalogue<Texts>) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.texts = catalogue.english;
    host.addController(this);
  }

  hostConnected(): void {
    // The document's observer sees no attribute within a shadow root.
    for (const root of [document, this.#host.getRootNode()]) {
      this.#observer.observe(root, { attributeFilter: ['lang', 'dir'], subtree: true });
    }
    this.#refresh();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #refresh(): void {
    const pending = this.#read().then((read) => {
      if (this.pending !== pending) return;
      Object.assign(this, read, { pending: undefined });
      this.#host.requestUpdate();
    });
    this.pending = pending;
  }

  async #read(): Promise<Pick<LocaleController<Texts>, 'locale' | 'dir' | 'texts'>> {
    const wanted = nearestAttribute(this.#host, 'lang');
    let locale = this.#catalogue.match(wanted || navigator.language);
    if (wanted && !locale) warnOfValue('lang', wanted, 'en');
    let texts = this.#catalogue.english;
    try {
      texts = await this.#catalogue.get((locale ??= 'en'));
    } catch {
      // A question in English beats none.
      locale = 'en';
    }
    const dir = nearestAttribute(this.#host, 'dir');
    return { locale, texts, dir: dir === 'rtl' || (dir !== 'ltr' && RIGHT_TO_LEFT.test(locale)) ? 'rtl' : 'ltr' };
  }
}
