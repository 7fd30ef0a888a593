const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when a `lang` or `dir` changes anywhere in the document. Returns the function that stops it. */
export function watchLanguage(callback: () => void): () => void {
  watchers.add(callback);
  if (!observer) {
    observer = new MutationObserver(() => watchers.forEach((watcher) => watcher()));
    observer.observe(document, { attributeFilter: ['lang', 'dir'], subtree: true });
  }
  return () => {
    watchers.delete(callback);
    if (watchers.size) return;
    observer?.disconnect();
    observer = undefined;
  };
}
