/** Texts that are here, or that can be fetched. */
export type TextSource<Texts> = Texts | (() => Promise<Texts>);

/** The texts of one area by language, in lower-case BCP 47 tags. English is always here. */
export class Catalogue<Texts extends object> {
  readonly english: Texts;
  readonly #sources: Record<string, TextSource<Texts>>;

  constructor(english: Texts, others: Readonly<Record<string, TextSource<Texts>>> = {}) {
    this.english = english;
    this.#sources = { ...others, en: english };
  }

  /** The best language that can be had for a BCP 47 tag: `de-AT` gives `de`; `undefined` where there is none. */
  match(tag: string): string | undefined {
    for (const parts = tag.toLowerCase().split('-'); parts.length; parts.pop()) {
      const locale = parts.join('-');
      if (Object.hasOwn(this.#sources, locale)) return locale;
    }
    return undefined;
  }

  /** The texts of a language that {@link match} has found, or the promise of them, which rejects where they cannot be fetched. */
  get(locale: string): Texts | Promise<Texts> {
    const source = this.#sources[locale]!;
    return typeof source === 'function' ? source().then((texts) => (this.#sources[locale] = texts)) : source;
  }
}
