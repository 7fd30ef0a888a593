/* The points at which a page can be killed, put in from outside: the client knows nothing of them. */
import { parameter, tell } from './tell.js';

const point = parameter('point');
let left = Number(parameter('at'));

/** Whether this is the point, and the occurrence of it, at which the page is to be killed. */
const here = (name: string): boolean => name === point && left-- === 0;

/** Stops the page's only thread for good. */
const block = (): void => tell({ arrived: '1', block: '1' });

/** Stops what goes on here for good, while the rest of the page lives on. */
function halt(): Promise<never> {
  tell({ arrived: '1' });
  return new Promise(() => {});
}

type Phase = 'put' | 'claim' | 'settle';
const phases = new WeakMap<IDBTransaction, Phase>();
let quota = point.startsWith('quota');

const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: { att?: string }, key: IDBValidKey) {
  const [kind] = key as [string];
  const phase: Phase | undefined = kind === 't' ? 'settle' : kind === 'q' ? (value.att ? 'claim' : 'put') : undefined;
  if (!phase) return put.call(this, value, key);
  phases.set(this.transaction, phase);
  if (quota && phase === 'put') {
    quota = false;
    throw new DOMException('Full', 'QuotaExceededError');
  }
  if (here(`${phase}-before`) || (phase === 'put' && here('quota-before'))) block();
  const request = put.call(this, value, key);
  if (here(`${phase}-after`)) block();
  return request;
};

const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')!;
Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
  ...complete,
  set(this: IDBTransaction, handler: (event: Event) => void) {
    complete.set!.call(this, (event: Event) => {
      const phase = phases.get(this);
      // On the disk, but the client is not told.
      if (phase && (here(`${phase}-complete`) || (phase === 'put' && here('quota-complete')))) void halt();
      else handler.call(this, event);
    });
  },
});

const request = LockManager.prototype.request as (...rest: unknown[]) => Promise<unknown>;
(LockManager.prototype as { request: unknown }).request = function (this: LockManager, name: string, options: LockOptions, work: (lock: Lock | null) => unknown) {
  if (here('lock-before')) return halt();
  return request.call(this, name, options, (lock: Lock | null) => {
    if (lock && here('lock-held')) return halt();
    const done = Promise.resolve(work(lock));
    return lock ? done.finally(() => (here('lock-release') ? halt() : undefined)) : done;
  });
};

const own = window.fetch;
window.fetch = (input, init) => (here('fetch-before') ? halt() : own(input, init));

const read = ReadableStreamDefaultReader.prototype.read;
ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
  const chunk = await read.call(this);
  return chunk.done && here('body-read') ? halt() : chunk;
};

const { setItem, removeItem } = Storage.prototype;
Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
  if (here('inbox-before')) block();
  setItem.call(this, key, value);
  if (here('inbox-after')) block();
};
Storage.prototype.removeItem = function (this: Storage, key: string) {
  if (here('erase-before')) block();
  removeItem.call(this, key);
  if (here('erase-after')) block();
};
