/** Tells those who watch a survey that an answer to it was stored. */
export class Changes {
  readonly #watchers = new Map<string, Set<() => void>>();

  /** Calls back at each change, until the returned function is called. */
  watch(project: string, survey: string, onChange: () => void): () => void {
    const key = keyOf(project, survey);
    const watchers = this.#watchers.get(key) ?? new Set();
    this.#watchers.set(key, watchers.add(onChange));
    return () => {
      watchers.delete(onChange);
      if (watchers.size === 0 && this.#watchers.get(key) === watchers) this.#watchers.delete(key);
    };
  }

  announce(project: string, surveys: Iterable<string>): void {
    for (const survey of new Set(surveys)) {
      for (const onChange of this.#watchers.get(keyOf(project, survey)) ?? []) onChange();
    }
  }
}

const keyOf = (project: string, survey: string) => `${project}/${survey}`;
