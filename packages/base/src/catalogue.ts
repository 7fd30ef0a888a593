/** The texts of one area in every language that is known to it. It only ever grows. */
export class Catalogue<Texts> {
  readonly #texts: Map<string, Texts>;
  readonly #loaders: Readonly<Record<string, () => Promise<Texts>>>;

  /** English is always there; `loaders` fetch another language when it is first asked for. */
  constructor(english: Texts, loaders: Readonly<Record<string, () => Promise<Texts>>> = {}) {
    this.#texts = new Map([['en', english]]);
    this.#loaders = loaders;
  }

  /** Adds or replaces the texts of a language. */
  add(locale: string, texts: Texts): void {
    this.#texts.set(locale, texts);
  }

  /** The best language that can be had for a BCP 47 tag: `de-AT` gives `de`; `undefined` where there is none. */
  match(tag: string): string | undefined {
    for (let name = tag; name; name = name.slice(0, Math.max(0, name.lastIndexOf('-')))) {
      const known = [...this.#texts.keys(), ...Object.keys(this.#loaders)].find(
        (locale) => locale.toLowerCase() === name.toLowerCase(),
      );
      if (known) return known;
    }
    return undefined;
  }

  /** The texts of a language, once they are here. */
  get(locale: string): Texts | undefined {
    return this.#texts.get(locale);
  }

  /** Fetches the texts of a language. Resolves to English where that fails: a question in English beats none. */
  async load(locale: string): Promise<Texts> {
    try {
      const texts = this.#texts.get(locale) ?? (await this.#loaders[locale]!());
      this.#texts.set(locale, texts);
      return texts;
    } catch {
      return this.#texts.get('en')!;
    }
  }
}
