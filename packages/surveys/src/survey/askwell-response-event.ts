import type { Delivery, ResponseRecord } from '@askwell/core';

/**
 * A revision of a response wants to leave the page. `preventDefault()` says that the page delivers it by itself;
 * `waitUntil(promise)`, called while the event is dispatched, tells the element what becomes of it.
 */
export class AskwellResponseEvent extends Event {
  declare readonly record: ResponseRecord;
  /** The element's own endpoint, as written; a kit of the page fills in its own where there is none. */
  declare endpoint: string | undefined;
  declare delivery: Promise<Delivery | undefined> | undefined;

  constructor(record: ResponseRecord, endpoint: string | undefined) {
    super('askwell-response', { bubbles: true, composed: true, cancelable: true });
    this.record = record;
    this.endpoint = endpoint;
  }

  /** The first promise counts; one that resolves to nothing makes no claim. */
  waitUntil(delivery: Promise<Delivery | undefined>): void {
    this.delivery ??= delivery;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'askwell-response': AskwellResponseEvent;
  }
}
