import { attempt } from './attempt.js';

/** All that this kit keeps on a device begins so. */
export const PREFIX = 'askwell:';

/** Erases everything of this kit, and the answers that wait for a receiver. */
export function wipe(): void {
  // What is only in the memory of the page is known to the client.
  attempt(() => dispatchEvent(new Event('askwell-refuse')));
  attempt(() => indexedDB.deleteDatabase('askwell'));
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    attempt(() => {
      const storage = globalThis[name];
      for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
    });
  }
}
