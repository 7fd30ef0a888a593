import { vi } from 'vitest';

/** Grants every request for a lock, or none, and counts them. */
export function stubLocks(granted = true): { asked: number } {
  const locks = {
    asked: 0,
    request: async (_name: string, _options: object, work: (lock: object | null) => unknown): Promise<unknown> => {
      locks.asked++;
      return work(granted ? {} : null);
    },
  };
  vi.stubGlobal('navigator', { locks });
  return locks;
}

/** Takes the Web Locks away, as from a page over plain http. */
export const withoutLocks = (): void => void vi.stubGlobal('navigator', {});

/** A localStorage that is empty, which Node has none of. */
export function stubLocalStorage(): Storage {
  const storage = Object.create({
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  }) as Storage;
  vi.stubGlobal('localStorage', storage);
  return storage;
}

/** Makes IndexedDB fail as it does in a sandboxed frame; returns what allows it again. */
export function denyIndexedDB(): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
  const get = (): never => {
    throw new DOMException('Denied', 'SecurityError');
  };
  Object.defineProperty(globalThis, 'indexedDB', { get, configurable: true });
  return () => void Object.defineProperty(globalThis, 'indexedDB', own);
}

/** Stops the clock of the timers, but not that of the database. */
export const stopTimers = (): unknown => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

/** Lets a stopped clock go on for so many ms, and everything happen that follows. */
export async function after(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 40; turn++) await new Promise(setImmediate);
}
