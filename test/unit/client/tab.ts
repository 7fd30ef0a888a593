import { vi } from 'vitest';

/** Web Locks that are granted or not as it is said, and counted. */
export function stubLocks(granted = true): { asked: number; granted: boolean } {
  const locks = {
    asked: 0,
    granted,
    request: async (_name: string, _options: object, work: (lock: object | null) => unknown): Promise<unknown> => {
      locks.asked++;
      return work(locks.granted ? {} : null);
    },
  };
  vi.stubGlobal('navigator', { locks });
  return locks;
}

/** A page, as far as a client looks at it; returns what fires an event, at the window or at the document. */
export function stubPage(): { hidden: boolean; fire(type: string, about?: object): void; fireAtDocument(type: string): void } {
  const listeners: { type: string; listener: (about: object) => void; capture: boolean }[] = [];
  const page = { baseURI: 'https://shop.example/', hidden: false };
  const add = (type: string, listener: (about: object) => void, { signal, capture }: { signal: AbortSignal; capture: boolean }): void => {
    const each = { type, listener, capture };
    listeners.push(each);
    signal.addEventListener('abort', () => listeners.splice(listeners.indexOf(each), 1));
  };
  const fire = (type: string, about: object = {}, only = listeners): void => {
    for (const each of [...only]) if (each.type === type) each.listener(about);
  };
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', add);
  return Object.assign(page, { fire, fireAtDocument: (type: string) => fire(type, {}, listeners.filter(({ capture }) => capture)) });
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

/** A page whose localStorage is denied. */
export const withoutLocalStorage = (): void => void vi.stubGlobal('localStorage', undefined);

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
