import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Catalogue } from './catalogue.js';
import { issueWarning } from './issue-warning.js';
import { watchLanguage } from './language-watch.js';
import { nearestAttribute } from './nearest-attribute.js';

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ug|ckb|ps|sd|yi|dv)\b/i;

/**
 * Keeps an element's texts in the language of the page: the nearest `lang`, else the browser's, else English.
 * `pending` holds back the first paint while a language is on its way, so that nobody sees two languages in turn.
 */
export class LocaleController<Texts> implements ReactiveController {
  /** The language that is rendered, which may be another than was asked for. */
  locale = 'en';
  dir: 'ltr' | 'rtl' = 'ltr';
  texts: Texts;
  pending: Promise<void> | undefined;

  readonly #host: ReactiveControllerHost & Element;
  readonly #catalogue: Catalogue<Texts>;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, catalogue: Catalogue<Texts>) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.texts = catalogue.get('en')!;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchLanguage(() => this.refresh());
    this.refresh();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Reads language and direction anew; asks for a render where they changed. */
  refresh(): void {
    const wanted = nearestAttribute(this.#host, 'lang') ?? navigator.language;
    const locale = this.#catalogue.match(wanted) ?? 'en';
    if (locale === 'en' && !/^en\b/i.test(wanted)) {
      issueWarning('unknown-language', `There are no texts for lang="${wanted}", so English is shown. Add texts for it.`);
    }
    const texts = this.#catalogue.get(locale);
    if (texts) this.#use(locale, texts);
    else {
      const loading = this.#catalogue.load(locale).then((loaded) => {
        if (this.pending !== loading) return;
        this.pending = undefined;
        this.#use(loaded === this.#catalogue.get(locale) ? locale : 'en', loaded);
      });
      this.pending = loading;
    }
  }

  #use(locale: string, texts: Texts): void {
    const explicit = nearestAttribute(this.#host, 'dir');
    const dir = explicit === 'rtl' || explicit === 'ltr' ? explicit : RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
    this.pending = undefined;
    if (texts === this.texts && locale === this.locale && dir === this.dir) return;
    Object.assign(this, { locale, dir, texts });
    this.#host.requestUpdate();
  }
}
