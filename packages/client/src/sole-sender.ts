/**
 * Runs `work` while no other tab does, by a Web Lock: `work(true)`, or not at all when another tab holds it.
 * Without Web Locks, as on a plain http page, `work(false)` runs and has to keep the others out by itself.
 * Returns what `work` returned, or `busy`. `work` must not reject.
 */
export async function soleSender<T>(name: string, work: (locked: boolean) => Promise<T>): Promise<T | 'busy'> {
  let begun: Promise<T> | undefined;
  try {
    // Never a queued request: Chromium does not grant one that was queued before the holder entered the bfcache
    // (whatwg/html#11445), while a fresh one evicts the holder.
    return await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? (begun = work(true)) : 'busy'));
  } catch {
    // No locks here, they are denied in a sandboxed frame, or the lock broke under the work.
    return begun ?? work(false);
  }
}
