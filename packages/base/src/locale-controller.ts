import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Languages, Localized } from './languages.js';
import { nearestAttribute } from './nearest-attribute.js';

/** What an element says: English, which is always here, and where the other languages come from. */
export interface Catalogue<Texts extends object> {
  english: Texts;
  languages: () => Promise<Languages<Texts>>;
}

/**
 * Keeps an element's texts in the language of the page: the nearest `lang`, else the browser's, else English.
 * `pending` holds back the first paint while a language is on its way, so that nobody sees two languages in turn.
 * A page in English fetches nothing.
 */
export class LocaleController<Texts extends object> implements ReactiveController {
  /** The language that is rendered, which may be another than was asked for. */
  locale = 'en';
  dir: 'ltr' | 'rtl' = 'ltr';
  declare texts: Texts;
  declare pending: Promise<void> | undefined;

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

  async #read(): Promise<Localized<Texts>> {
    const wanted = nearestAttribute(this.#host, 'lang') || navigator.language;
    const { english, languages } = this.#catalogue;
    // A question in English beats none.
    const other = /^en\b/i.test(wanted) ? undefined : await languages().then((all) => all.read(wanted)).catch(() => undefined);
    const dir = nearestAttribute(this.#host, 'dir') || other?.dir;
    return { locale: 'en', texts: english, ...other, dir: dir === 'rtl' ? dir : 'ltr' };
  }
}
