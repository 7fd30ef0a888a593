import { warnOfValue } from './warnings.js';

/** Texts that are here, or that can be fetched. */
export type TextSource<Texts> = Texts | (() => Promise<Texts>);

/** What an element says, and how it is written. */
export interface Localized<Texts> {
  locale: string;
  texts: Texts;
  dir: 'ltr' | 'rtl';
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ug|ckb|ps|sd|yi|dv)\b/;

/** The languages that one area has beside English, by lower-case BCP 47 tag. It only grows. */
export class Languages<Texts extends object> {
  readonly #sources: Record<string, TextSource<Texts>>;

  constructor(sources: Readonly<Record<string, TextSource<Texts>>>) {
    this.#sources = { ...sources };
  }

  /** Adds a language, or replaces its texts for all elements that are rendered afterwards. */
  add(tag: string, texts: TextSource<Texts>): void {
    this.#sources[tag.toLowerCase()] = texts;
  }

  /** The best language that can be had for a BCP 47 tag: `de-AT` gives `de`; `undefined` where there is none. */
  match(tag: string): string | undefined {
    for (const parts = tag.toLowerCase().split('-'); parts.length; parts.pop()) {
      const locale = parts.join('-');
      if (Object.hasOwn(this.#sources, locale)) return locale;
    }
    return undefined;
  }

  /** The texts of a language that {@link match} has found. Rejects where they cannot be fetched, and tries again the next time. */
  async get(locale: string): Promise<Texts> {
    const source = this.#sources[locale]!;
    return (this.#sources[locale] = typeof source === 'function' ? await source() : source);
  }

  /** The texts for a BCP 47 tag and how they are written; `undefined` where there are none. Rejects where they cannot be fetched. */
  async read(tag: string): Promise<Localized<Texts> | undefined> {
    const locale = this.match(tag);
    if (locale) return { locale, texts: await this.get(locale), dir: RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr' };
    warnOfValue('lang', tag, 'en');
    return undefined;
  }
}
